package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "failover", mixinStandardHelpOptions = true,
        description = "主节点被杀死或停住后，多久有新的确认。How long after the leader was killed or stopped something new is acknowledged.")
final class FailoverCase implements Callable<Integer> {

    private static final List<String> SERVERS = List.of("a", "b");
    private static final long LONGEST_SECONDS = 180;
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);
    private static final long SHORTEST_BEFORE_MS = 1_500;
    private static final int SPREAD_MS = 1_000;
    private static final long OFTEN = Duration.ofMillis(50).toNanos();

    @Mixin
    private CaseOptions options;

    @Option(names = "--times", defaultValue = "20", paramLabel = "N", description = "每种各几次。How often each (${DEFAULT-VALUE}).")
    private int times;

    @Option(names = "--rate", defaultValue = "200", paramLabel = "N", description = "每秒提交数。Submissions a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--warm-up", defaultValue = "10", paramLabel = "N", description = "预热时长（秒）。Seconds of warming up (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--only", paramLabel = "KILL|STOP", description = "只测一种。Only one of both.")
    private Blow only;

    @Option(names = "--seed", paramLabel = "N", description = "随机种子。The seed of the moments.")
    private Long seed;

    private record Cycle(double toFirst, double slowest) {
    }

    @Override
    public Integer call() throws Exception {
        var report = new Report("failover", System.out);
        var moments = seed == null ? new Random().nextLong() : seed;
        report.say("seed " + moments);
        try (var stand = options.stand()) {
            var folder = PreparedKit.on(stand, 0);
            var evidence = evidence(folder, measure(stand, folder, new Random(moments), report));
            report.say("both servers together, " + evidence);
            options.keep(report);
            return evidence.holds() ? 0 : 1;
        }
    }

    private List<Seat> measure(Stand stand, Path folder, Random chance, Report report) throws Exception {
        try (var kit = RunningKit.start(stand, folder)) {
            var seats = Floor.atWork(kit);
            var crowd = new Crowd(kit.switchboards().getFirst().thread(), seats, kit.switchboards());
            crowd.begin(rate);
            TimeUnit.SECONDS.sleep(warmUp);
            crowd.end().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            for (var blow : only == null ? List.of(Blow.values()) : List.of(only)) {
                var cycles = new ArrayList<Cycle>();
                long repeatsBefore = crowd.repeats();
                int errorsBefore = crowd.errors().size();
                for (int i = 0; i < times; i++) cycles.add(cycle(kit, crowd, blow, chance));
                var errors = crowd.errors().subList(errorsBefore, crowd.errors().size());
                tell(report, blow, cycles, crowd.repeats() - repeatsBefore, List.copyOf(errors));
            }
            return seats;
        }
    }

    private Cycle cycle(RunningKit kit, Crowd crowd, Blow blow, Random chance) throws Exception {
        var leader = leadingServer(kit);
        crowd.begin(rate);
        TimeUnit.MILLISECONDS.sleep(SHORTEST_BEFORE_MS + chance.nextInt(SPREAD_MS));
        blow.strike(leader.pid());
        long struck = System.nanoTime();
        double seconds = (first(crowd, leader, kit) - struck) / 1e9;
        LockSupport.parkNanos(AFTERWARDS.toNanos());
        blow.release(leader.pid());
        var waits = crowd.end().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        System.err.printf(Locale.ROOT, "%s of %s: %.2f s to the first new acknowledgement, the slowest of %d took %.1f s%n", blow.shown(),
                leader.name(), seconds, waits.count(), waits.millis(1) / 1000);
        kit.awaitWhole();
        crowd.goHome();
        return new Cycle(seconds, waits.millis(1) / 1000);
    }

    private static long first(Crowd crowd, RunningKit.Node leader, RunningKit kit) throws IOException, InterruptedException, ExecutionException {
        try {
            return crowd.firstFromNow().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("nothing was acknowledged for " + LONGEST_SECONDS + " s after " + leader.name() + " was struck; "
                    + kit.nodes(), e);
        }
    }

    /** A witness leads for a moment only; servers are what fails with people connected to it. */
    private static RunningKit.Node leadingServer(RunningKit kit) throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
            var leader = Leadership.of(kit);
            if (leader.isPresent() && leader.get().server()) return leader.get();
            LockSupport.parkNanos(OFTEN);
        }
        throw new IOException("no server has led for " + LONGEST_SECONDS + " s; the leader is " + Leadership.of(kit));
    }

    private static EvidenceCheck evidence(Path folder, List<Seat> seats) throws IOException {
        var evidence = EvidenceCheck.NOTHING;
        for (var server : SERVERS) evidence = evidence.and(EvidenceCheck.of(folder.resolve(server), seats));
        return evidence;
    }

    private static void tell(Report report, Blow blow, List<Cycle> cycles, long repeats, List<String> errors) {
        var first = cycles.stream().mapToDouble(Cycle::toFirst).toArray();
        report.add(Figure.of(blow.shown(), "to the first new one", "s", first));
        report.add(Figure.share(blow.shown(), "p95", "s", 0.95, first));
        report.add(Figure.of(blow.shown(), "slowest submission", "s", cycles.stream().mapToDouble(Cycle::slowest).toArray()));
        report.add(Figure.of(blow.shown(), "errors an expert sees", "", errors.size()));
        report.add(Figure.of(blow.shown(), "silent repetitions", "", repeats));
        errors.stream().distinct().limit(5).forEach(error -> report.say("an expert would have seen: " + error));
    }
}
