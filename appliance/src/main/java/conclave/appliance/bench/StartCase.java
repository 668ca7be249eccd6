package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "start", mixinStandardHelpOptions = true,
        description = "从启动到就绪的时间，以及静止时的内存。From start to ready on an existing folder, and the memory at rest.")
final class StartCase implements Callable<Integer> {

    private static final Duration REST = Duration.ofSeconds(20);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(10);

    @Mixin
    private CaseOptions options;

    @Override
    public Integer call() throws IOException {
        var report = new Report("start", System.out);
        try (var stand = options.stand()) {
            measure(report, stand, "no meeting", stand.folder().resolve("empty"), "serve");
            measure(report, stand, "2 × 4 × 12", stand.folder().resolve("sample"), "run");
        }
        options.keep(report);
        return 0;
    }

    private void measure(Report report, Stand stand, String variant, Path data, String how) throws IOException {
        try (var first = RunningNode.start(stand, data, how)) {
            settle(first);
        }
        var seconds = new double[options.runs()];
        var memory = new double[options.runs()];
        var withChildren = new double[options.runs()];
        for (int i = 0; i < options.runs(); i++) {
            try (var node = RunningNode.start(stand, data, how)) {
                seconds[i] = node.secondsToReady();
                pause(REST);
                memory[i] = ProcessFigures.residentMegabytes(node.pid());
                for (long pid : node.pids()) withChildren[i] += ProcessFigures.residentMegabytes(pid);
            }
        }
        report.add(Figure.of(variant, "start to ready", "s", seconds));
        report.add(Figure.of(variant, "memory at rest", "MB", memory));
        report.add(Figure.of(variant, "with its children", "MB", withChildren));
    }

    /** The first start draws the pages; an existing folder is one where that is done. */
    private static void settle(RunningNode node) throws IOException {
        long began = System.nanoTime();
        for (double before = -1, now; (now = processor(node)) - before > 0.2 && System.nanoTime() - began < LONGEST_SETTLING.toNanos(); before = now) {
            pause(Duration.ofSeconds(4));
        }
    }

    private static double processor(RunningNode node) throws IOException {
        double sum = 0;
        for (long pid : node.pids()) sum += ProcessFigures.processorSeconds(pid);
        return sum;
    }

    private static void pause(Duration time) {
        for (long ends = System.nanoTime() + time.toNanos(), left; (left = ends - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
    }
}
