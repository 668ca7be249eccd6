package conclave.appliance.bench;

import conclave.appliance.corpus.Corpus;
import conclave.appliance.corpus.Variant;
import conclave.document.ocr.ScanReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The part of the screening that reads scans: how many identifiers are found on pages with known answers. */
final class ScanOptions {

    @Option(names = "--pages", defaultValue = "24", paramLabel = "N",
            description = "答案已知的页数，约 11 项一页；0 表示不测。Pages with known answers, some eleven identifiers each; 0 leaves them out (${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "种子。The seed of the pages (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--variant", split = ",", paramLabel = "VARIANT", description = "只测这些扫描。Only these scans: ${COMPLETION-CANDIDATES}.")
    private List<Variant> variants = List.of(Variant.values());

    @Option(names = "--misses", description = "列出每处漏报和误报（人名均为虚构）。Says each miss and false alarm; nobody on the pages is real.")
    private boolean misses;

    void measure(Report report) throws IOException, InterruptedException {
        if (pages < 1) return;
        var corpus = Corpus.of(seed, pages);
        Consumer<String> log = line -> {
            if (misses) report.say(line);
        };
        TextRecall.add(report, corpus, pages, log);
        var reader = ScanReader.onThisMachine();
        if (reader.missing().isPresent()) {
            report.say(reader.missing().get().chinese() + " " + reader.missing().get().english());
            return;
        }
        var recall = new ScanRecall(corpus, reader, log);
        for (var variant : variants) ScanRecall.add(report, variant, recall.measure(variant, pages));
    }
}
