package conclave.main;

import conclave.config.Checked;
import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.FindingWords;
import conclave.config.NodeConfig;
import conclave.config.Origin;
import conclave.ledger.Broken;
import conclave.node.House;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node, running: its meetings open, its server listening. Built here from its parts, and taken apart again. */
public final class ConclaveNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConclaveNode.class);

    private final Opened opened;
    private final DataFolder data;
    private final String id;
    private final House house;
    private final Doors doors;
    private final List<Runnable> onceReady;

    /** What somebody wants to do beside the start. */
    public interface Begun {
        void with(DataFolder data) throws IOException;
    }

    /** Where people come in. */
    record Doors(String host, int port, Origin origin, Path trusted) {
    }

    ConclaveNode(Opened opened, DataFolder data, String id, House house, Doors doors, List<Runnable> onceReady) {
        this.opened = opened;
        this.data = data;
        this.id = id;
        this.house = house;
        this.doors = doors;
        this.onceReady = onceReady;
    }

    /**
     * Starts a node, or says in findings why it cannot; then nothing of it is left open.
     *
     * @param begun  called with the data folder as soon as it is ours, while the rest is still starting
     * @param broken told once when a ledger or its evidence can no longer be trusted: stop the process, without
     *               another acknowledgement, and keep the folder as it is
     */
    public static Checked<ConclaveNode> start(NodeConfig config, Begun begun, Consumer<Broken> broken) {
        var opened = new Opened();
        try {
            var start = new NodeStart(config, opened, begun, broken);
            var node = start.node();
            return Checked.of(node, start.notices());
        } catch (Exception e) {
            var trouble = Troubles.of(e, config);
            var words = FindingWords.in(Locale.SIMPLIFIED_CHINESE);
            for (var finding : trouble.findings()) LOG.error("节点没有启动：{}", words.what(finding));
            LOG.info("the node did not start: {}", trouble.findings(), trouble.getCause());
            opened.close();
            return Checked.refused(trouble.findings().toArray(Finding[]::new));
        }
    }

    public String id() {
        return id;
    }

    public DataFolder data() {
        return data;
    }

    public House house() {
        return house;
    }

    /** The address that laptops use. */
    public Origin origin() {
        return doors.origin;
    }

    /** Where this very node is reached from this machine; empty for a witness, to which nobody comes. */
    public String address() {
        if (doors.port == 0) return "";
        return "https://" + (doors.host.equals("0.0.0.0") ? "127.0.0.1" : doors.host) + ":" + doors.port;
    }

    /** The port that was free, where any would do. */
    public int port() {
        return doors.port;
    }

    /** PEM; whoever trusts it reaches this server without a warning. */
    public Path trusted() {
        return doors.trusted;
    }

    /** All is set up: says so to whoever asks, and joins the other nodes, which nobody waits for. */
    public void ready() {
        onceReady.forEach(Runnable::run);
        Steps.ready(doors.origin.toString());
    }

    /** New work is refused, what is under way is recorded, files are synced, children end. */
    @Override
    public void close() {
        LOG.info("stopping");
        opened.close();
    }

    /** Whether everything closed as it should. */
    public boolean closedCleanly() {
        return opened.clean();
    }
}
