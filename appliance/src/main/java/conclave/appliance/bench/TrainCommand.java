package conclave.appliance.bench;

import conclave.appliance.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Not for people: a kit of three at full work, 400 laptops long, of whose leader is kept what it learned. Java needs two
 * minutes of a processor until the way of a score is compiled; a node that starts from this record needs a fraction.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 120;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--disk", required = true)
    private Path disk;

    @Option(names = "--seconds", defaultValue = "60")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var record = out.toAbsolutePath();
        try (var stand = new Stand(disk, List.of(Training.wish(record)))) {
            var prepared = PreparedKit.on(stand, 0);
            try (var kit = RunningKit.start(stand, prepared)) {
                var seats = Floor.atWork(kit);
                new Surge(kit.switchboards().getFirst(), seats).run(seats.size(), Duration.ofSeconds(seconds)).join();
                var leader = Leadership.of(kit).orElseThrow(() -> new IOException("nobody leads"));
                keep(leader, record);
            }
        } finally {
            for (var left : Training.records(record, "")) Files.deleteIfExists(left);
        }
        return 0;
    }

    /** It writes the record as it ends. */
    private static void keep(RunningKit.Node leader, Path record) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var process = ProcessHandle.of(leader.pid()).orElseThrow(() -> new IOException("the leader has gone"));
        process.destroy();
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var fullest = Training.records(record, leader.name()).stream().max(Comparator.comparingLong(file -> file.toFile().length()));
        Files.move(fullest.orElseThrow(() -> new IOException("the leader left nothing")), record, StandardCopyOption.REPLACE_EXISTING);
    }
}
