package conclave.appliance.bench;

import conclave.appliance.corpus.Corpus;
import conclave.appliance.corpus.Corpus.ScannedPage;
import conclave.appliance.corpus.Identity;
import conclave.appliance.corpus.Planted;
import conclave.appliance.corpus.Variant;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ReadScan;
import conclave.document.ocr.ScanReader;
import conclave.document.screen.Known;
import conclave.document.screen.Sieve;
import conclave.document.text.Box;
import conclave.document.text.PageText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How many of the identifiers on the corpus's pages are found after reading them as scans. One is found when a hit lies on it;
 * a hit on none of them is a false alarm. It is covered when the boxes of the hits, widened as the masker widens them, leave
 * nothing of it but a fifth of a character at its ends.
 */
final class ScanRecall {

    /** Of the height of the words: OCR's boxes are loose. */
    private static final double WIDENED = 0.75;
    private static final double LEFT_OPEN = 0.2;

    private final Corpus corpus;
    private final ScanReader reader;
    private final Consumer<String> log;

    ScanRecall(Corpus corpus, ScanReader reader, Consumer<String> log) {
        this.corpus = corpus;
        this.reader = reader;
        this.log = log;
    }

    /** What was counted on the pages of one variant. */
    static final class Count {
        int pages;
        int planted;
        int found;
        int covered;
        int falseAlarms;
        int queued;
        int sealedQueued;
        double seconds;
    }

    Count measure(Variant variant, int pages) throws IOException, InterruptedException {
        var count = new Count();
        for (int number = 1; number <= pages; number++) page(count, number, variant);
        return count;
    }

    Count page(int number, Variant variant) throws IOException, InterruptedException {
        var count = new Count();
        page(count, number, variant);
        return count;
    }

    private void page(Count count, int number, Variant variant) throws IOException, InterruptedException {
        var scan = corpus.scan(number, variant);
        long began = System.nanoTime();
        var read = reader.read(number, scan.image());
        count.seconds += (System.nanoTime() - began) / 1e9;
        count.pages++;
        if (!read.doubts().isEmpty()) count.queued++;
        if (read.doubts().contains(Doubt.SEALED)) count.sealedQueued++;
        compare(count, scan, read, variant);
    }

    private void compare(Count count, ScannedPage scan, ReadScan read, Variant variant) {
        var hits = new ArrayList<Box>();
        var sieve = Sieve.forPictures(known(scan.people()));
        for (var text : read.texts()) {
            for (var hit : sieve.screen(text.text())) {
                var runs = text.between(hit.start(), hit.end());
                var boxes = runs.stream().map(PageText.Run::box).toList();
                if (boxes.isEmpty()) continue;
                hits.addAll(boxes);
                if (boxes.stream().anyMatch(box -> lies(scan.planted(), box))) continue;
                count.falseAlarms++;
                log.accept(variant.word() + " " + scan.number() + ": false alarm " + hit.kind() + " " + said(text, hit.start(), hit.end()));
            }
        }
        for (var planted : variant == Variant.SEALED ? scan.sealed() : scan.planted()) {
            count.planted++;
            boolean found = planted.boxes().stream().anyMatch(line -> hits.stream().anyMatch(line::meets));
            if (found) count.found++;
            else log.accept(variant.word() + " " + scan.number() + ": missed " + planted.kind() + " " + planted.value() + ", read " + readAt(read, planted));
            if (planted.boxes().stream().allMatch(line -> isCovered(line, hits, (double) scan.image().getHeight() / scan.image().getWidth()))) count.covered++;
            else if (found) log.accept(variant.word() + " " + scan.number() + ": not covered " + planted.kind() + " " + planted.value());
        }
    }

    static List<Known> known(List<Identity> people) {
        return people.stream().flatMap(person -> person.all().stream()).map(entry -> new Known(entry.getKey(), entry.getValue())).toList();
    }

    private static boolean lies(List<Planted> planted, Box box) {
        return planted.stream().anyMatch(it -> it.boxes().stream().anyMatch(box::meets));
    }

    /** @param shape the height of the page over its width: boxes count in shares of each */
    private static boolean isCovered(Box line, List<Box> hits, double shape) {
        int height = line.bottom() - line.top();
        int middle = (line.top() + line.bottom()) / 2;
        int end = line.right() - (int) (height * shape * LEFT_OPEN);
        int at = line.left() + (int) (height * shape * LEFT_OPEN);
        boolean further = true;
        while (further && at < end) {
            further = false;
            for (var hit : hits) {
                int beside = (int) (WIDENED * height * shape);
                boolean here = hit.left() - beside <= at && hit.top() - WIDENED * height <= middle && hit.bottom() + WIDENED * height >= middle;
                if (here && hit.right() + beside > at) {
                    at = hit.right() + beside;
                    further = true;
                }
            }
        }
        return at >= end;
    }

    private static String readAt(ReadScan read, Planted planted) {
        var said = new StringBuilder();
        for (var text : read.texts()) {
            for (var run : text.runs()) {
                if (planted.boxes().stream().anyMatch(run.box()::meets)) said.append(said(text, run.start(), run.end()));
            }
        }
        return said.toString();
    }

    private static String said(PageText text, int start, int end) {
        var all = text.text();
        return all.substring(all.offsetByCodePoints(0, start), all.offsetByCodePoints(0, end)).replace('\n', '/');
    }

    static void add(Report report, Variant variant, Count count) {
        var word = "scan, " + variant.word();
        report.add(Figure.of(word, "identifiers found", "%", 100.0 * count.found / Math.max(1, count.planted)));
        report.add(Figure.of(word, "identifiers covered", "%", 100.0 * count.covered / Math.max(1, count.planted)));
        report.add(Figure.of(word, "false alarms", "a page", (double) count.falseAlarms / count.pages));
        report.add(Figure.of(word, "pages queued", "%", 100.0 * count.queued / count.pages));
        if (variant == Variant.SEALED) report.add(Figure.of(word, "queued for the seal", "%", 100.0 * count.sealedQueued / count.pages));
        report.add(Figure.of(word, "pages read", "pages/s", count.pages / count.seconds));
        report.say(String.format(Locale.ROOT, "%s: %d of %d identifiers on %d pages", word, count.found, count.planted, count.pages));
    }
}
