package conclave.appliance.bench;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", mixinStandardHelpOptions = true, description = "400 位专家同时翻阅材料，与 nginx 发送同样的文件相比。"
        + "400 signed-in experts leaf through pages, beside nginx with the same bytes as files.")
final class ServeCase implements Callable<Integer> {

    /** What a gigabit link carries when nothing is lost to anything. */
    private static final double LINK = 118e6;
    private static final double MEGABYTE = 1e6;
    private static final int WARM_UP_SECONDS = 10;

    @Mixin
    private CaseOptions options;

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "每次时长（秒）。How long each run takes (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--pages", defaultValue = "30", paramLabel = "N", description = "每位专家翻阅的页数。Pages that each expert reads in turn (${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--prepared", paramLabel = "DIR", description = "已准备好的会议文件夹，没有就准备好并留在那里（准备要几分钟）。"
            + "A folder with the meeting as an earlier run left it; made there when it is not there yet, which takes minutes.")
    private Path prepared;

    /** One run of a side: what the load came to, and the bytes that came with it. */
    private record Fetched(Side.Run run, double bytesPerSecond) {

        double cores() {
            return run.cores().values().stream().mapToDouble(core -> core).sum();
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = new Report("serve", System.out);
        try (var stand = options.stand()) {
            try (var node = RunningNode.start(stand, data(stand), "run")) {
                var experts = Floor.experts(node);
                var reading = new Reading(experts, pages);
                var paths = reading.paths();
                opening(report, experts, paths);
                var files = Files.createDirectories(stand.folder().resolve("pages"));
                double page = reading.keep(files);
                try (var nginx = Nginx.start(stand, files)) {
                    var ours = side("conclave", node.switchboard(0), readers(experts, paths), node.pids());
                    var theirs = side("nginx", nginx.switchboard(), readers(nginx, paths), nginx.pids());
                    measure(report, Pace.atOnce(experts.size()), page, ours, theirs);
                    measure(report, Pace.aSecond((int) Math.ceil(LINK / page)), page, ours, theirs);
                }
            }
        }
        options.keep(report);
        return 0;
    }

    private Path data(Stand stand) throws IOException, InterruptedException {
        if (prepared == null) return PrepareCommand.on(stand, "--scanned");
        if (Files.exists(prepared)) return stand.copy(prepared, "data");
        var made = PrepareCommand.on(stand, "--scanned");
        Stand.copy(made, prepared);
        return made;
    }

    /** The first minute of a round: a node that has just started, and everybody opens the same dossier of their room at once. */
    private static void opening(Report report, List<Laptop> experts, List<List<String>> paths) {
        var waits = new Latencies();
        var asked = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < experts.size(); i++) {
            var expert = experts.get(i);
            long began = System.nanoTime();
            var question = expert.question(paths.get(i).getFirst()).getBytes(StandardCharsets.US_ASCII);
            asked.add(expert.line().ask(Unpooled.wrappedBuffer(question)).whenComplete((_, _) -> waits.add(System.nanoTime() - began)));
        }
        asked.forEach(CompletableFuture::join);
        report.add(Figure.of("first opening, cold", "p50", "ms", waits.millis(0.5)));
        report.add(Figure.of("first opening, cold", "last", "ms", waits.millis(1)));
    }

    private static List<PageReader> readers(List<Laptop> experts, List<List<String>> paths) {
        var readers = new ArrayList<PageReader>();
        for (int i = 0; i < experts.size(); i++) {
            var expert = experts.get(i);
            expert.line().keepHeadsOnly();
            readers.add(new PageReader(expert.line(), paths.get(i).stream().map(expert::question).toList(), i));
        }
        return readers;
    }

    private static List<PageReader> readers(Nginx nginx, List<List<String>> paths) {
        var lines = paths.stream().map(_ -> nginx.switchboard().connect()).toList().stream().map(CompletableFuture::join).toList();
        var readers = new ArrayList<PageReader>();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).keepHeadsOnly();
            readers.add(new PageReader(lines.get(i), paths.get(i).stream()
                    .map(path -> "GET " + path + " HTTP/1.1\r\nHost: " + nginx.switchboard().host() + "\r\n\r\n").toList(), i));
        }
        return readers;
    }

    private static Side side(String name, Switchboard switchboard, List<PageReader> readers, List<Long> pids) {
        return new Side(name, switchboard, readers, new TreeMap<>(Map.of(name, pids)));
    }

    private void measure(Report report, Pace pace, double page, Side ours, Side theirs) throws IOException {
        fetch(pace, ours, WARM_UP_SECONDS);
        fetch(pace, theirs, 1);
        var our = new ArrayList<Fetched>();
        var their = new ArrayList<Fetched>();
        for (int i = 0; i < options.runs(); i++) {
            our.add(fetch(pace, ours, seconds));
            their.add(fetch(pace, theirs, seconds));
        }
        var variant = String.format(Locale.ROOT, "%s, %.0f KB a page", pace.variant(), page / 1000);
        beside(report, variant, "rate", "MB/s", our, their, one -> one.bytesPerSecond() / MEGABYTE);
        beside(report, variant, "p50", "ms", our, their, one -> one.run().millis(0.5));
        beside(report, variant, "p99", "ms", our, their, one -> one.run().millis(0.99));
        beside(report, variant, "processor", "cores", our, their, Fetched::cores);
        beside(report, variant, "resident", "MB", our, their, one -> one.run().memory().values().stream().mapToDouble(memory -> memory).sum());
        beside(report, variant, "of a core for 118 MB/s", "cores", our, their, one -> one.cores() * LINK / one.bytesPerSecond());
        report.add(figure(variant, "processor, generator", "cores", our, one -> one.run().generatorCores()));
        report.add(figure(variant, "generator for nginx", "cores", their, one -> one.run().generatorCores()));
    }

    private static Fetched fetch(Pace pace, Side side, int seconds) throws IOException {
        var readers = side.senders().stream().map(PageReader.class::cast).toList();
        readers.forEach(PageReader::takeBytes);
        var run = side.run(pace, seconds);
        var fetched = new Fetched(run, readers.stream().mapToLong(PageReader::takeBytes).sum() / (double) seconds);
        System.err.printf(Locale.ROOT, "%s, %s: %.0f MB/s, p99 %.1f ms%n", pace.variant(), side.name(), fetched.bytesPerSecond() / MEGABYTE, run.millis(0.99));
        return fetched;
    }

    private static void beside(Report report, String variant, String metric, String unit, List<Fetched> ours, List<Fetched> theirs, ToDoubleFunction<Fetched> figure) {
        var their = figure(variant, metric + ", nginx", unit, theirs, figure);
        report.add(figure(variant, metric, unit, ours, figure).against("nginx", their));
        report.add(their);
    }

    private static Figure figure(String variant, String metric, String unit, List<Fetched> runs, ToDoubleFunction<Fetched> figure) {
        return Figure.of(variant, metric, unit, runs.stream().mapToDouble(figure).toArray());
    }
}
