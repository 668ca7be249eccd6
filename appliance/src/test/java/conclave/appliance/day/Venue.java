package conclave.appliance.day;

import conclave.appliance.ChildNode;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small meeting of these tests on a node of its own: one room, four experts, four applicants, the same each time. */
final class Venue implements AutoCloseable {

    private static final List<String> MEETING = List.of("--rooms", "1", "--experts", "4", "--applicants", "4", "--seed", "7");

    static {
        // Whatever way these tests end, nothing that they started stays: node, driver, browser.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    }

    private final ChildNode node;
    private final Json.Obj run;
    private final Trust trust;

    private Venue(ChildNode node, Json.Obj run) throws Exception {
        this.node = node;
        this.run = run;
        if (!run.has("caFile")) throw new IOException("the node did not start: " + CanonicalJson.text(run));
        this.trust = Trust.in(Path.of(run.text("caFile")));
    }

    static Venue open(Path data) throws Exception {
        return started(data, 0, MEETING);
    }

    /** Three nodes in three processes, and a fourth that watches over them. */
    static Venue openKit(Path data, Path settings) throws Exception {
        var more = new ArrayList<>(MEETING);
        more.addAll(List.of("--nodes", "3", "--config", settings.toString()));
        return started(data, 0, more);
    }

    /** The same meeting on the same address, after its node is gone. */
    Venue openedAgain(Path data) throws Exception {
        return started(data, origin().getPort(), List.of());
    }

    private static Venue started(Path data, int port, List<String> meeting) throws Exception {
        var arguments = new ArrayList<>(List.of("run", "--json", "--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(meeting);
        var node = ChildNode.conclave(arguments.toArray(String[]::new));
        try {
            return new Venue(node, node.ready());
        } catch (Exception e) {
            node.close();
            throw e;
        }
    }

    URI origin() {
        return URI.create(run.text("baseUrl"));
    }

    Trust trust() {
        return trust;
    }

    List<Card> cards(String role) {
        return run.list("people").stream().map(Json.Obj.class::cast).filter(person -> person.text("role").equals(role)).map(Card::of).toList();
    }

    Card card(String role) {
        return cards(role).getFirst();
    }

    /** A clean end: the exit code, and all that was said meanwhile. */
    String ended() throws IOException, InterruptedException {
        node.signal("TERM");
        return node.exit() + "\n" + node.complaints();
    }

    /** Power off for this node: no farewell, no last write. */
    void killed() throws IOException, InterruptedException {
        node.signal("KILL");
        node.exit();
    }

    @Override
    public void close() {
        node.close();
    }
}
