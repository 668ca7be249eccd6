package conclave.appliance.bench;

import conclave.config.NodeConfig;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Not for people: fills a data folder with the large meeting, in a process whose memory goes with it. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--work", required = true)
    private Path work;

    @Override
    public Integer call() throws IOException {
        var meeting = LightMeeting.make(work);
        var config = NodeConfig.read(Optional.empty(), Map.of("data", data.toString(), "port", "0")).value().orElseThrow();
        var started = ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        });
        try (var node = started.value().orElseThrow(() -> new IOException("the node did not start: " + started.findings()))) {
            var hall = new Admission(node.house()).admit(meeting, LightMeeting.folder(work));
            while (hall.rendering().progress().done() < hall.rendering().progress().total()) LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return 0;
    }

    /** What was prepared, on the stand's disk. */
    static Path on(Stand stand) throws IOException, InterruptedException {
        var folder = stand.folder().resolve("data");
        var command = List.of("bench", "prepare", "--data", folder.toString(), "--work", stand.folder().resolve("work").toString());
        var process = stand.start(command.toArray(String[]::new));
        if (process.waitFor() == 0) return folder;
        throw new IOException("the meeting could not be prepared: " + stand.said());
    }
}
