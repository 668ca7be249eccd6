package conclave.appliance.bench;

import conclave.document.screen.Sieve;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Text through the sieve, per second of one core's time, beside reading and folding the same text only: what any recognition
 * has to do. Then what is found on pages with known answers, as text and as scans.
 */
@Command(name = "screen", mixinStandardHelpOptions = true,
        description = "筛查文字：每秒 MB（UTF-8），一人和一百人的词典。Text screened, MB/s on one core, with the dictionary of one applicant and of a hundred.")
final class ScreeningCase implements Callable<Integer> {

    private static final int PAGE = 2000;

    @Mixin
    private CaseOptions options;

    @Mixin
    private ScanOptions scans;

    @Option(names = "--megabytes", paramLabel = "N", defaultValue = "16", description = "文字长度。Length of the text (${DEFAULT-VALUE}).")
    private int megabytes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var text = Passages.text(megabytes << 20);
        double size = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
        var report = new Report("screen", System.out);
        var nothing = Sieve.of(List.of());
        var one = Sieve.of(Passages.dictionary(1));
        var hundred = Sieve.of(Passages.dictionary(100));
        var pictures = Sieve.forPictures(Passages.dictionary(1));
        for (int warm = 0; warm < 3; warm++) {
            for (var sieve : List.of(nothing, one, hundred, pictures)) seconds(sieve, text);
            Sieve.fold(new StringReader(text));
        }
        int runs = options.runs();
        var folded = new double[runs];
        var figures = new double[4][runs];
        for (int run = 0; run < runs; run++) {
            long began = processor();
            Sieve.fold(new StringReader(text));
            folded[run] = size / ((processor() - began) / 1e9);
            figures[0][run] = size / seconds(nothing, text);
            figures[1][run] = size / seconds(one, text);
            figures[2][run] = size / seconds(hundred, text);
            figures[3][run] = size / seconds(pictures, text);
        }
        var limit = Figure.of("", "", "MB/s", folded);
        report.add(Figure.of("no dictionary", "text", "MB/s", figures[0]).against("folding alone", limit));
        report.add(Figure.of("one applicant", "text", "MB/s", figures[1]).against("folding alone", limit));
        report.add(Figure.of("100 applicants", "text", "MB/s", figures[2]).against("folding alone", limit));
        report.add(Figure.of("one, from pictures", "text", "MB/s", figures[3]).against("folding alone", limit));
        report.add(Figure.of("one, from pictures", "page of 2,000 characters", "ms", page(pictures, text, runs)));
        report.add(Figure.of("one applicant", "making the sieve", "ms", making(runs)));
        report.say("每秒指处理器时间。Seconds are those of one core, not of the clock.");
        scans.measure(report);
        options.keep(report);
        return 0;
    }

    /** What this thread used of a core: whoever else works on the machine makes no difference. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(Sieve sieve, String text) throws IOException {
        var found = new int[1];
        long began = processor();
        sieve.screen(new StringReader(text), (_, _) -> found[0]++);
        if (found[0] == 0) throw new IllegalStateException("nothing was found in a text that is full of it");
        return (processor() - began) / 1e9;
    }

    private static double[] page(Sieve sieve, String text, int runs) {
        var each = new double[runs];
        for (int run = 0; run < runs; run++) {
            int pages = Math.min(500, text.length() / PAGE);
            long began = processor();
            for (int i = 0; i < pages; i++) sieve.screen(text.substring(i * PAGE, (i + 1) * PAGE));
            each[run] = (processor() - began) / 1e6 / pages;
        }
        return each;
    }

    private static double[] making(int runs) {
        var each = new double[runs];
        for (int run = 0; run < runs; run++) {
            long began = processor();
            for (int i = 0; i < 50; i++) Sieve.of(Passages.dictionary(1));
            each[run] = (processor() - began) / 1e6 / 50;
        }
        return each;
    }
}
