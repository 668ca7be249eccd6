package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.Trouble;
import conclave.document.text.Paper;
import conclave.meeting.prepare.FactKey;
import conclave.seal.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a tired person, a broken stick or an attacker sends, both ways that a document goes in a node: its pages are drawn, and it is
 * screened. Each comes to its finding or to pages, none passes in silence, none takes more memory than a child has, and the next is as
 * if nothing had been.
 */
class BadInputTest {

    private static final int PROMISED = 2;
    /** Heap, the file itself, and what Java and the libraries take. */
    private static final long MOST_RESIDENT_KB = 1_000_000;
    private static final Limits HASTY = Limits.usual().withPages(500).withTimes(Duration.ofSeconds(10), Duration.ofMillis(1500));

    @TempDir
    static Path folder;
    static DrawingDesk desk;
    static Screener screener;

    /**
     * @param troubles any of which is its finding; none where it has pages that say all
     * @param promised pages
     * @param read without a word of doubt, because there is nothing to be read
     */
    private record Bad(String name, byte[] file, int promised, Set<Trouble> troubles, boolean read) {
        Bad withoutWords() {
            return new Bad(name, file, promised, troubles, true);
        }
    }

    @BeforeAll
    static void open() throws IOException {
        desk = new DrawingDesk(folder, HASTY);
        var scratch = Path.of("target", "drawing-scratch").toAbsolutePath();
        screener = new Screener(desk.originals, new Screener.Tools(Launch.likeThisProcess(scratch), HASTY, () -> ScanReader.without(Doubt.PROGRAM_MISSING), Map.of()),
                new Stamp(desk.key.derive("screening")));
    }

    @AfterAll
    static void close() throws IOException {
        screener.close();
        desk.close();
    }

    private static Bad bad(String name, byte[] file, Trouble... troubles) {
        return new Bad(name, file, PROMISED, Set.of(troubles), troubles.length == 0);
    }

    private static Bad one(String name, byte[] file, Trouble... troubles) {
        return new Bad(name, file, 1, Set.of(troubles), troubles.length == 0);
    }

    private static List<Bad> files() throws IOException {
        var pdf = PdfFixtures.text(1);
        var jpeg = PdfFixtures.jpeg();
        return List.of(
                bad("zero bytes", new byte[0], Trouble.NOT_A_PDF),
                bad("a file of noughts", new byte[70_000], Trouble.NOT_A_PDF),
                bad("words that are called a PDF", BadFiles.words("申报材料"), Trouble.NOT_A_PDF),
                bad("a page of the web", BadFiles.words("<html><script>alert(1)</script></html>"), Trouble.NOT_A_PDF),
                bad("a program", BadFiles.words("MZ\u0090\0 This program cannot be run in DOS mode"), Trouble.NOT_A_PDF),
                bad("GIF", BadFiles.words("GIF89a\1\0\1\0\0\0\0;"), Trouble.NOT_A_PDF),
                bad("only the head of a PDF", BadFiles.words("%PDF-1.7\n"), Trouble.DAMAGED),
                bad("locked", PdfFixtures.encrypted(), Trouble.ENCRYPTED),
                bad("cut off", PdfFixtures.cutOff(), Trouble.DAMAGED),
                bad("ten thousand pages", PdfFixtures.empty(10_000), Trouble.TOO_MANY_PAGES),
                bad("two thousand million pages", BadFiles.boastingTree(2_000_000_000), Trouble.TOO_MANY_PAGES),
                bad("more pages promised inside than there are", BadFiles.boastingTree(PROMISED), Trouble.DAMAGED),
                bad("fewer pages than the package promised", BadFiles.tableOfItself(), Trouble.PAGE_COUNT),
                bad("a tree of pages that holds itself", PdfFixtures.selfReferencing(), Trouble.DAMAGED, Trouble.PAGE_COUNT),
                one("a table of places that refers to itself", BadFiles.tableOfItself()),
                one("a length that stands in its own object", BadFiles.lengthOfItself(), Trouble.DAMAGED, Trouble.INCOMPLETE),
                one("a tree of pages twenty thousand nodes deep", BadFiles.deepTree(20_000), Trouble.DAMAGED),
                one("a form that draws itself", BadFiles.formOfItself(), Trouble.TIMEOUT, Trouble.DAMAGED, Trouble.INCOMPLETE),
                one("a pattern that paints itself", BadFiles.patternOfItself(), Trouble.DAMAGED, Trouble.OUT_OF_MEMORY, Trouble.TIMEOUT, Trouble.INCOMPLETE).withoutWords(),
                one("a glyph that shows itself", BadFiles.glyphOfItself(), Trouble.DAMAGED, Trouble.TIMEOUT, Trouble.INCOMPLETE),
                one("contents that swell", BadFiles.swellingContents()),
                one("contents that do not unpack", PdfFixtures.withSpoiledContents(), Trouble.INCOMPLETE),
                one("a script and a program to be started", PdfFixtures.withActions("/usr/bin/touch " + folder.resolve("launched"))),
                one("a picture of 65,000 by 65,000 on a page", PdfFixtures.pictureOf(65_000, 65_000, true), Trouble.TOO_LARGE),
                one("PNG of 65,000 by 65,000", BadFiles.png(65_000, 65_000), Trouble.TOO_LARGE),
                one("PNG cut off", BadFiles.png(2000, 2000), Trouble.DAMAGED),
                one("JPEG of 65,000 by 65,000", BadFiles.jpeg(65_000, 65_000), Trouble.TOO_LARGE),
                one("JPEG of 65,000 by 1,000 without its pixels", BadFiles.jpeg(65_000, 1_000), Trouble.DAMAGED),
                one("JPEG cut off", Arrays.copyOf(jpeg, jpeg.length / 2), Trouble.DAMAGED),
                bad("TIFF of five thousand pages", BadFiles.tiff(5_000, false), Trouble.TOO_MANY_PAGES),
                bad("TIFF that turns in a circle", BadFiles.tiff(3, true), Trouble.DAMAGED),
                one("a picture that is a PDF as well", BadFiles.behind(Arrays.copyOf(jpeg, 20), pdf), Trouble.DAMAGED),
                one("a zip that is a PDF as well", BadFiles.zipThatIsPdf(pdf), Trouble.DAMAGED, Trouble.NOT_CONVERTED),
                one("a PDF with a zip behind it", BadFiles.behind(pdf, BadFiles.swellingOffice(1000))));
    }

    @Test
    void whatIsBadIsAFindingOfItsOwnFileAndTheNextIsDrawn() throws Exception {
        var wrong = new ArrayList<String>();
        for (var bad : files()) {
            var document = desk.add(bad.file(), bad.promised());
            var findings = desk.drawAll(document);
            var kinds = findings.stream().map(Finding::trouble).collect(Collectors.toCollection(TreeSet::new));
            boolean named = findings.stream().allMatch(finding -> finding.document().equals(document.id()));
            boolean asExpected = bad.troubles().isEmpty() ? kinds.isEmpty() : kinds.stream().anyMatch(bad.troubles()::contains);
            if (!named || !asExpected) wrong.add(bad.name() + ": " + findings);
            if (resident() > MOST_RESIDENT_KB) wrong.add(bad.name() + ": " + resident() + " kB");
        }
        assertEquals(List.of(), wrong);
        assertTrue(Files.notExists(folder.resolve("launched")), "nothing of a document is run");
        assertEquals(List.of(), desk.drawAll(desk.add(PdfFixtures.text(3), 3)));
        assertTrue(desk.faults.isEmpty(), "no file is a fault of the disk");
    }

    /** A person looks at what was not read whole; what is harmless needs nobody. */
    @Test
    void whatIsBadIsNeverScreenedInSilence() throws Exception {
        var whose = Dictionary.of(Map.of(FactKey.NAME, "王建国"));
        var wrong = new ArrayList<String>();
        for (var bad : files()) {
            var screened = screener.screen(desk.add(bad.file(), bad.promised()), "form", whose);
            boolean looked = screened.marks().values().stream().anyMatch(mark -> mark.doubtful() || mark.imageOnly());
            if (looked == bad.read()) wrong.add(bad.name() + ": " + screened.marks());
            if (resident() > MOST_RESIDENT_KB) wrong.add(bad.name() + ": " + resident() + " kB");
        }
        assertEquals(List.of(), wrong);
        byte[] good;
        try (var paper = new Paper()) {
            paper.page(Paper.chinese("王建国", 100, 700, 12, "H"));
            good = paper.saved();
        }
        assertEquals(1, screener.screen(desk.add(good, 1), "form", whose).marks().get(1).hits().size());
    }

    /** The most that any child has had at a time. */
    private static long resident() {
        return ProcessHandle.current().children().mapToLong(child -> {
            try {
                return Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "status"), StandardCharsets.US_ASCII).stream()
                        .filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
            } catch (IOException gone) {
                return 0;
            }
        }).max().orElse(0);
    }
}
