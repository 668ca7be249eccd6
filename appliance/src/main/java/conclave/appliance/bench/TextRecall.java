package conclave.appliance.bench;

import conclave.appliance.corpus.Corpus;
import conclave.document.screen.Hit;
import conclave.document.screen.Sieve;
import java.util.List;
import java.util.function.Consumer;

/** The same pages before they were printed: every identifier of a text layer has to be found, whole. */
final class TextRecall {

    private TextRecall() {
    }

    static void add(Report report, Corpus corpus, int pages, Consumer<String> log) {
        int planted = 0;
        int found = 0;
        int falseAlarms = 0;
        for (int number = 1; number <= pages; number++) {
            var page = corpus.page(number);
            var hits = Sieve.of(ScanRecall.known(page.people())).screen(page.text());
            for (var written : page.written()) {
                planted++;
                if (covered(written, hits)) found++;
                else log.accept("text layer " + number + ": missed " + written.kind() + " " + written.value());
            }
            for (var hit : hits) {
                if (page.written().stream().noneMatch(it -> it.start() < hit.end() && hit.start() < it.end())) falseAlarms++;
            }
        }
        report.add(Figure.of("text layer", "identifiers found", "%", 100.0 * found / planted));
        report.add(Figure.of("text layer", "false alarms", "a page", (double) falseAlarms / pages));
        report.say("text layer: " + found + " of " + planted + " identifiers on " + pages + " pages");
    }

    private static boolean covered(Corpus.Written written, List<Hit> hits) {
        int at = written.start();
        for (var hit : hits) if (hit.start() <= at && hit.end() > at) at = hit.end();
        return at >= written.end();
    }
}
