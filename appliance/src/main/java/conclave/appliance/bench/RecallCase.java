package conclave.appliance.bench;

import conclave.appliance.corpus.Corpus;
import conclave.appliance.corpus.Variant;
import conclave.document.ocr.ScanReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "recall", mixinStandardHelpOptions = true, description = "扫描页上的个人信息能找出多少。"
        + "How many identifiers are found on scanned pages with known answers: clean, noisy, tilted, under seals.")
final class RecallCase implements Callable<Integer> {

    @Mixin
    private CaseOptions options;

    @Option(names = "--pages", defaultValue = "24", paramLabel = "N", description = "页数，约 11 项一页。How many pages (${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "种子。The seed of the corpus (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--variant", split = ",", paramLabel = "VARIANT", description = "只测这些。Only these: ${COMPLETION-CANDIDATES}.")
    private List<Variant> variants = List.of(Variant.values());

    @Option(names = "--misses", description = "列出每处漏报和误报。Says each miss and false alarm.")
    private boolean misses;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var reader = ScanReader.onThisMachine();
        if (reader.missing().isPresent()) {
            System.err.println(reader.missing().get().chinese() + " " + reader.missing().get().english());
            return 1;
        }
        var report = new Report("screen", System.out);
        var recall = new ScanRecall(Corpus.of(seed, pages), reader, line -> {
            if (misses) System.out.println(line);
        });
        for (var variant : variants) ScanRecall.add(report, variant, recall.measure(variant, pages));
        options.keep(report);
        return 0;
    }
}
