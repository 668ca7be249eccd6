package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "blank", mixinStandardHelpOptions = true,
        description = "用空白节点更换一台服务器，多久恢复完整。How long after a server was replaced by a blank one it holds everything again.")
final class BlankCase implements Callable<Integer> {

    private static final String LOST = "b";
    private static final String SOUND = "a";
    private static final String GIVEN_UP = "Node " + LOST + " does not stay";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long OFTEN = Duration.ofMillis(50).toNanos();

    @Mixin
    private CaseOptions options;

    @Option(names = "--megabytes", defaultValue = "500", paramLabel = "N", description = "文档总量（MB）。Documents in the store (${DEFAULT-VALUE} MB).")
    private int megabytes;

    private record Back(double ready, double record, double documents, double pages) {
    }

    /** Asked again and again until it is so; by many conditions at once, each remembers when. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = new Report("blank", System.out);
        try (var stand = options.stand()) {
            var folder = PreparedKit.on(stand, megabytes);
            var backs = new ArrayList<Back>();
            try (var kit = RunningKit.start(stand, folder)) {
                for (int i = 0; i < options.runs(); i++) backs.add(replace(stand, kit));
            }
            tell(report, backs, Store.originals(folder.resolve(SOUND)));
        }
        options.keep(report);
        return 0;
    }

    /** From the command that puts a blank node in the place of the lost one. */
    private Back replace(Stand stand, RunningKit kit) throws IOException, InterruptedException {
        lose(stand, kit);
        long began = System.nanoTime();
        var command = stand.start("cluster", "replace", LOST, "--kit", kit.folder().toString(), "--confirmed");
        if (command.waitFor() != 0) throw new IOException("the node was not replaced: " + stand.said());
        var sound = kit.data(SOUND);
        var blank = kit.data(LOST);
        var documents = Store.originals(sound);
        long pages = Store.pages(sound).files();
        var took = await(stand, began, List.of(() -> RunningKit.ready(kit.switchboards().get(1)),
                () -> record(blank) > 0 && record(blank) == record(sound),
                () -> Store.originals(blank).equals(documents),
                () -> Store.pages(blank).files() >= pages));
        System.err.printf(Locale.ROOT, "ready %.1f s, record %.1f s, documents %.1f s, pages %.1f s%n", took[0], took[1], took[2], took[3]);
        return new Back(took[0], took[1], took[2], took[3]);
    }

    /** Its process and its disk are gone, and the kit has given up starting it again from an empty folder. */
    private static void lose(Stand stand, RunningKit kit) throws IOException, InterruptedException {
        int before = timesGivenUp(stand);
        var node = kit.nodes().stream().filter(n -> n.name().equals(LOST)).findFirst().orElseThrow();
        var disk = stand.folder().resolve("lost");
        Files.move(kit.data(LOST), disk);
        Blow.KILL.strike(node.pid());
        long began = System.nanoTime();
        while (timesGivenUp(stand) == before) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) throw new IOException("the kit still starts the lost node: " + stand.said());
            LockSupport.parkNanos(OFTEN);
        }
        try (var files = Files.walk(disk)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static int timesGivenUp(Stand stand) throws IOException {
        return stand.said().split(GIVEN_UP, -1).length - 1;
    }

    private static long record(Path data) throws IOException {
        long bytes = 0;
        if (!Files.isDirectory(data.resolve("meetings"))) return 0;
        try (var meetings = Files.list(data.resolve("meetings"))) {
            for (var meeting : meetings.toList()) {
                var evidence = meeting.resolve("evidence.jsonl");
                if (Files.exists(evidence)) bytes += Files.size(evidence);
            }
        }
        return bytes;
    }

    private static double[] await(Stand stand, long began, List<Condition> conditions) throws IOException {
        var seconds = new double[conditions.size()];
        for (int open = conditions.size(); open > 0; LockSupport.parkNanos(OFTEN)) {
            for (int i = 0; i < seconds.length; i++) {
                if (seconds[i] > 0 || !conditions.get(i).holds()) continue;
                seconds[i] = (System.nanoTime() - began) / 1e9;
                open--;
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) throw new IOException("the node is not back: " + stand.said());
        }
        return seconds;
    }

    private void tell(Report report, List<Back> backs, Store documents) {
        double megabytesHeld = documents.bytes() / (double) (1 << 20);
        var variant = String.format(Locale.ROOT, "%d files, %.0f MB", documents.files(), megabytesHeld);
        report.add(Figure.of(variant, "takes people", "s", backs.stream().mapToDouble(Back::ready).toArray()));
        report.add(Figure.of(variant, "record complete", "s", backs.stream().mapToDouble(Back::record).toArray()));
        report.add(Figure.of(variant, "documents complete", "s", backs.stream().mapToDouble(Back::documents).toArray()));
        report.add(Figure.of(variant, "rate", "MB/s", backs.stream().mapToDouble(back -> megabytesHeld / back.documents()).toArray()));
        report.add(Figure.of(variant, "pages drawn", "s", backs.stream().mapToDouble(Back::pages).toArray()));
    }
}
