package conclave.appliance.bench;

import conclave.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "submit", mixinStandardHelpOptions = true,
        description = "400 位专家提交评分：每秒确认数与耗时。400 experts submit scores: acknowledgements a second and how long each took.")
final class SubmitCase implements Callable<Integer> {

    private static final Duration SYNCING = Duration.ofSeconds(2);
    private static final int SETTLING_SECONDS = 3;

    @Mixin
    private CaseOptions options;

    @Option(names = "--at", split = ",", paramLabel = "N", description = "同时提交数。Submissions under way at once (1,16,64,400).")
    private List<Integer> levels;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "1",
            description = "节点数：1，或 3（与三个 etcd 成员对比）。Nodes: 1, or 3, beside three members of etcd (${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--steady", paramLabel = "N", description = "三个节点时：每秒提交数恒定时的耗时。With three nodes: how long each takes at so many a second.")
    private Integer steady;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "8", paramLabel = "N", description = "每次时长（秒）。How long each run takes (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", paramLabel = "N", description = "预热时长（秒）。How long each node is warmed up (10; three nodes: until their "
            + "compilers are done, 300 at most).")
    private Integer warmUp;

    private record Level(int concurrency, List<Run> runs) {
        double[] each(ToDoubleFunction<Run> figure) {
            return runs.stream().mapToDouble(figure).toArray();
        }
    }

    private record Run(double perSecond, double p50, double p95, double p99, double nodeCores, double generatorCores) {
        /** What one acknowledgement costs, whatever else the machine is doing. */
        double nodeMicros() {
            return nodeCores / perSecond * 1e6;
        }
    }

    private final List<Level> measured = new ArrayList<>();
    private final List<Double> syncs = new ArrayList<>();
    private final List<Answer> sampled = new ArrayList<>();
    private EvidenceCheck evidence = EvidenceCheck.NOTHING;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (nodes == 1 && steady == null) return alone();
        if (nodes != 3) throw new ParameterException(spec.commandLine(), "节点数只能是 1 或 3；--steady 用于三个节点。There are 1 or 3 nodes; --steady is for three.");
        var report = new Report("submit --nodes 3", System.out);
        try (var stand = options.stand()) {
            var holds = new KitSubmit(options.runs(), seconds, warmUp).measure(stand, paces(), report);
            options.keep(report);
            return holds ? 0 : 1;
        }
    }

    private List<Integer> levels() {
        return levels == null ? List.of(1, 16, 64, 400) : levels;
    }

    private List<Pace> paces() {
        var paces = new ArrayList<Pace>();
        if (levels != null || steady == null) levels().forEach(level -> paces.add(Pace.atOnce(level)));
        if (steady != null) paces.add(Pace.aSecond(steady));
        return paces;
    }

    private int alone() throws IOException, InterruptedException {
        var report = new Report("submit", System.out);
        try (var stand = options.stand()) {
            var prepared = PrepareCommand.on(stand);
            for (int concurrency : levels()) {
                var data = stand.copy(prepared, "at-" + concurrency);
                syncs.add(SyncRate.measure(stand.folder(), SYNCING));
                evidence = evidence.and(EvidenceCheck.of(data, measure(stand, data, concurrency)));
            }
            syncs.add(SyncRate.measure(stand.folder(), SYNCING));
        }
        tell(report);
        options.keep(report);
        return evidence.holds() ? 0 : 1;
    }

    /** A node of its own for each level: none inherits the other's half a million submissions. */
    private List<Seat> measure(Stand stand, Path data, int concurrency) throws IOException {
        try (var node = RunningNode.start(stand, data, "run")) {
            var seats = Floor.atWork(node);
            // Java compiles what is used much: as many at once as will ever be, until it has.
            surge(node, seats, seats.size(), warmUp == null ? 10 : warmUp);
            surge(node, seats, concurrency, SETTLING_SECONDS);
            var runs = new ArrayList<Run>();
            for (int i = 0; i < options.runs(); i++) runs.add(run(node, seats, concurrency));
            measured.add(new Level(concurrency, runs));
            verify(node.publicKey());
            return seats;
        }
    }

    private Run run(RunningNode node, List<Seat> seats, int concurrency) throws IOException {
        double nodeBefore = ProcessFigures.processorSeconds(node.pid());
        double ownBefore = ProcessFigures.processorSeconds(ProcessHandle.current().pid());
        var surge = surge(node, seats, concurrency, seconds);
        double nodeTook = ProcessFigures.processorSeconds(node.pid()) - nodeBefore;
        double ownTook = ProcessFigures.processorSeconds(ProcessHandle.current().pid()) - ownBefore;
        sampled.addAll(surge.sample());
        var took = surge.latencies();
        System.err.printf(Locale.ROOT, "%d at once: %.0f/s%n", concurrency, (double) took.count() / seconds);
        return new Run((double) took.count() / seconds, took.millis(0.5), took.millis(0.95), took.millis(0.99),
                nodeTook / seconds, ownTook / seconds);
    }

    private static Surge surge(RunningNode node, List<Seat> seats, int concurrency, int seconds) {
        return new Surge(node.switchboard(0), seats).run(concurrency, Duration.ofSeconds(seconds)).join();
    }

    private void verify(byte[] publicKey) throws IOException {
        for (var answer : sampled) {
            if (!Receipt.fromJson(answer.json().object("receipt")).verify(publicKey)) throw new IOException("a receipt does not hold: " + answer.describe());
        }
    }

    private void tell(Report report) {
        var limit = report.add(Figure.of("disk", "fdatasync of 4 KiB", "1/s", syncs.stream().mapToDouble(s -> s).toArray()));
        for (var level : measured) {
            var variant = level.concurrency() + " at once";
            report.add(Figure.of(variant, "acknowledgements", "1/s", level.each(Run::perSecond)).against("fdatasync", limit));
            report.add(Figure.of(variant, "p50", "ms", level.each(Run::p50)));
            report.add(Figure.of(variant, "p95", "ms", level.each(Run::p95)));
            report.add(Figure.of(variant, "p99", "ms", level.each(Run::p99)));
            report.add(Figure.of(variant, "processor, node", "cores", level.each(Run::nodeCores)));
            report.add(Figure.of(variant, "processor, node, each", "µs", level.each(Run::nodeMicros)));
            report.add(Figure.of(variant, "processor, generator", "cores", level.each(Run::generatorCores)));
        }
        report.say(sampled.size() + " receipts checked: signature and path hold");
        report.say(evidence.toString());
    }
}
