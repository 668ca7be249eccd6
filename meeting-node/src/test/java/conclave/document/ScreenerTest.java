package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.FormTemplate;
import conclave.document.mask.MaskTrouble;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.screen.Kind;
import conclave.document.text.Paper;
import conclave.meeting.prepare.FactKey;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a document and what must not be read of its owner to what is painted over, and to what a person has to look at. */
class ScreenerTest {

    private static final String ID = "659001198503126619";
    private static final Dictionary WHOSE = Dictionary.of(Map.of(FactKey.NAME, "王建国", FactKey.ID_NUMBER, ID, FactKey.SEX, "男"));

    @TempDir
    private Path folder;
    private MeetingKey key;
    private Originals originals;
    private Screener screener;

    @BeforeEach
    void open() throws IOException {
        key = MeetingKey.found(folder.resolve("key"), "mtg_screening");
        originals = new Originals(folder.resolve("originals"), key.blobs());
        screener = screener(Map.of());
    }

    private Screener screener(Map<String, FormTemplate> forms) throws IOException {
        var scratch = Files.createDirectories(folder.resolve("scratch"));
        return new Screener(originals, new Screener.Tools(Launch.likeThisProcess(scratch), Limits.usual(),
                () -> ScanReader.without(Doubt.PROGRAM_MISSING), forms), new Stamp(key.derive("screening")));
    }

    @AfterEach
    void close() {
        screener.close();
        key.close();
    }

    @Test
    void whatSaysWhoSomebodyIsIsCoveredAndCounted() throws Exception {
        byte[] file;
        try (var paper = new Paper()) {
            paper.page(Paper.chinese("王建国", 100, 700, 12, "H") + Paper.words("No. " + ID, 100, 650, 12));
            paper.page(Paper.words("nothing of anybody", 100, 700, 12));
            file = paper.saved();
        }
        var screened = screened(file, 2);
        assertTrue(screened.plan().page(1).covers(Kind.NAME) && screened.plan().page(1).covers(Kind.ID_NUMBER), screened.toString());
        assertTrue(screened.plan().page(2).isBare());
        assertEquals(Map.of(1, new Screened.Mark(Map.of(Kind.NAME, 1, Kind.ID_NUMBER, 1), 0, false, false)), screened.marks());
        assertEquals(List.of("NAME FOUND", "ID_NUMBER FOUND"), screened.hints().stream().map(hint -> hint.place().kind() + " " + hint.sort()).toList());
        assertTrue(screened.hints().getLast().confidence() >= 85, "a number with a check");
    }

    /** Like a hit and none: it has a place on the page, so that a person finds it and covers it with one key. */
    @Test
    void whatIsOnlyLikeAHitHasItsPlace() throws Exception {
        byte[] file;
        try (var paper = new Paper()) {
            paper.page(Paper.words("No. " + ID.substring(0, 17) + (ID.endsWith("1") ? "2" : "1"), 100, 650, 12));
            file = paper.saved();
        }
        var screened = screened(file, 1);
        assertTrue(screened.plan().page(1).isBare());
        var hint = screened.hints().getFirst();
        assertEquals("1 NEAR ID_NUMBER", hint.page() + " " + hint.sort() + " " + hint.place().kind());
        assertTrue(hint.confidence() <= 75 && hint.place().right() > hint.place().left(), hint.toString());
        assertEquals(screened.marks().get(1).near(), screened.hints().size());
    }

    @Test
    void whatCannotBeReadIsNeverPassedOver() throws Exception {
        assertBlind(screened(PdfFixtures.encrypted(), 1), 1);
        assertBlind(screened("%PDF-1.7 and nothing".getBytes(StandardCharsets.US_ASCII), 3), 3);
        var scan = screened(PdfFixtures.scan(2, 800, 1100, false), 2);
        assertTrue(scan.marks().get(1).imageOnly() && scan.marks().get(2).imageOnly(), scan.marks().toString());
        var longer = screened(PdfFixtures.text(3), 2);
        assertTrue(longer.marks().get(1).doubtful() && longer.marks().get(2).doubtful(), "more pages than were promised");
    }

    /** A text without places names somebody: then no place of the page is shown. */
    @Test
    void whatStandsNowhereCoversItsPage() throws Exception {
        var screened = screened(("说明：王建国").getBytes(StandardCharsets.UTF_8), 1);
        assertEquals("[NAME 0 0 10000 10000]", screened.plan().page(1).boxes().stream()
                .map(box -> box.kind() + " " + box.box().left() + " " + box.box().top() + " " + box.box().right() + " " + box.box().bottom()).toList().toString());
        assertEquals(1, screened.marks().get(1).hits().get(Kind.NAME));
    }

    @Test
    void aFormIsCoveredWhateverIsReadOnIt() throws Exception {
        var template = FormTemplate.read("conclave form template 1\nkind form\n1 PHOTO 7000 500 9500 3000\n".getBytes(StandardCharsets.UTF_8));
        try (var forms = screener(Map.of("form", template))) {
            var id = originals.keep(new ByteArrayInputStream(PdfFixtures.text(1)), 1 << 20);
            assertTrue(forms.screen(new DocumentRef(id, 1), "form", WHOSE).plan().page(1).covers(Kind.PHOTO));
            assertTrue(forms.screen(new DocumentRef(id, 1), "paper", WHOSE).plan().page(1).isBare());
            assertNotEquals(screener.bases("form", WHOSE), forms.bases("form", WHOSE));
        }
    }

    /** A machine finds words and no faces: where a photograph may be and no template covers it, a person looks. */
    @Test
    void whereAPhotographMayBeAPersonLooks() throws Exception {
        var template = FormTemplate.read("conclave form template 1\nkind certificate\n1 PHOTO 7000 500 9500 3000\n".getBytes(StandardCharsets.UTF_8));
        try (var forms = screener(Map.of("certificate", template))) {
            var scan = new DocumentRef(originals.keep(new ByteArrayInputStream(PdfFixtures.scan(2, 800, 1100, true)), 1 << 20), 2);
            assertTrue(screener.screen(scan, "certificate", WHOSE).marks().get(1).doubtful());
            assertTrue(screener.screen(scan, "a kind that nobody knows", WHOSE).marks().get(1).doubtful());
            assertEquals(false, screener.screen(scan, "paper", WHOSE).marks().get(1).doubtful());
            var laid = forms.screen(scan, "certificate", WHOSE);
            assertEquals("false true", laid.marks().get(1).doubtful() + " " + laid.marks().get(2).doubtful());
            var photograph = new DocumentRef(originals.keep(new ByteArrayInputStream(PdfFixtures.wordsBesideAPhotograph()), 1 << 20), 1);
            assertTrue(screener.screen(photograph, "paper", WHOSE).marks().get(1).doubtful(), "on a page that was never scanned, too");
        }
    }

    @Test
    void whatItWasHeldAgainstHasADigestThatNobodyCanGuess() throws Exception {
        assertEquals(screener.bases("form", WHOSE), screener.bases("form", WHOSE));
        assertNotEquals(screener.bases("form", WHOSE), screener.bases("form", Dictionary.of(Map.of(FactKey.NAME, "王建国"))));
        assertEquals(List.of(), screener.bases("form", WHOSE).stream().filter(otherMeeting()::contains).toList());
        assertEquals(2, screener.bases("form", WHOSE).size(), "what a machine with OCR has screened is not screened again by one without");
    }

    @Test
    void aTitleThatTellsIsFound() {
        assertTrue(WHOSE.finds("论文：" + "王建国" + "（第一作者）"));
        assertTrue(WHOSE.finds("证书 " + ID));
        assertEquals(false, WHOSE.finds("申报表"));
    }

    /** Whoever stops the node has not said that the document is damaged. */
    @Test
    void stoppedInTheMiddleItSaysNothing() throws Exception {
        var id = originals.keep(new ByteArrayInputStream(PdfFixtures.text(1)), 1 << 20);
        screener.close();
        assertThrows(InterruptedException.class, () -> screener.screen(new DocumentRef(id, 1), "form", WHOSE));
    }

    private List<String> otherMeeting() throws IOException, InterruptedException {
        try (var other = MeetingKey.found(folder.resolve("other"), "mtg_screening");
                var there = new Screener(originals, new Screener.Tools(null, Limits.usual(), () -> ScanReader.without(Doubt.PROGRAM_MISSING), Map.of()),
                        new Stamp(other.derive("screening")))) {
            return there.bases("form", WHOSE);
        }
    }

    private Screened screened(byte[] file, int pages) throws IOException, InterruptedException {
        var id = originals.keep(new ByteArrayInputStream(file), 1 << 20);
        return screener.screen(new DocumentRef(id, pages), "form", WHOSE);
    }

    private static void assertBlind(Screened screened, int pages) throws MaskTrouble {
        assertEquals(pages, screened.marks().size());
        for (var mark : screened.marks().values()) assertTrue(mark.imageOnly(), mark.toString());
    }
}
