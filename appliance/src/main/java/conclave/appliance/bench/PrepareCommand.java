package conclave.appliance.bench;

import conclave.config.NodeConfig;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Not for people: fills a data folder with the large meeting, in a process whose memory goes with it. */
@Command(name = "fill", hidden = true)
final class PrepareCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--work", required = true)
    private Path work;

    @Option(names = "--cluster")
    private Path cluster;

    @Option(names = "--node")
    private String node;

    /** The data folder of the other server, which is to have everything as well. */
    @Option(names = "--beside")
    private Path beside;

    @Option(names = "--megabytes", defaultValue = "0")
    private int megabytes;

    /** Pages to be read, not blank ones. */
    @Option(names = "--scanned")
    private boolean scanned;

    @Override
    public Integer call() throws IOException {
        var meeting = LightMeeting.make(work, scanned ? Papers.scanned() : new Papers(megabytes, LightMeeting.APPLICANTS));
        var started = ConclaveNode.start(config(), _ -> { }, broken -> {
            throw broken;
        });
        try (var running = started.value().orElseThrow(() -> new IOException("the node did not start: " + started.findings()))) {
            while (running.house().unready().isPresent()) pause();
            var hall = new Admission(running.house()).admit(meeting, LightMeeting.folder(work));
            while (hall.rendering().progress().done() < hall.rendering().progress().total()) pause();
            while (beside != null && !alike()) pause();
        }
        return 0;
    }

    private NodeConfig config() {
        var given = cluster == null ? Map.of("data", data.toString(), "port", "0")
                : Map.of("data", data.toString(), "cluster", cluster.toString(), "node", node);
        var config = NodeConfig.read(Optional.empty(), given);
        return config.value().orElseThrow(() -> new IllegalStateException("the node cannot be started like this: " + config.findings()));
    }

    private boolean alike() throws IOException {
        return Store.originals(data).equals(Store.originals(beside)) && Store.pages(data).files() == Store.pages(beside).files();
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    /** What was prepared, on the stand's disk. */
    static Path on(Stand stand, String... how) throws IOException, InterruptedException {
        var folder = stand.folder().resolve("data");
        var command = new ArrayList<>(List.of("bench", "fill", "--data", folder.toString(), "--work", stand.folder().resolve("work").toString()));
        command.addAll(List.of(how));
        var process = stand.start(command.toArray(String[]::new));
        if (process.waitFor() == 0) return folder;
        throw new IOException("the meeting could not be prepared: " + stand.said());
    }
}
