package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.render.Limits;
import conclave.document.render.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file somebody can send becomes pages or findings; the next file is drawn as if nothing had been. */
class HostileFilesTest {

    @TempDir
    static Path folder;
    static DrawingDesk desk;

    @BeforeAll
    static void open() throws IOException {
        desk = new DrawingDesk(folder, Limits.usual().withPages(500)
                .withTimes(Duration.ofSeconds(10), Duration.ofSeconds(4)));
    }

    @AfterAll
    static void close() throws IOException {
        desk.close();
    }

    @AfterEach
    void theNextFileIsDrawnAsIfNothingHadBeen() throws Exception {
        var good = desk.add(PdfFixtures.withPageBox(600, 800 + desk.processes.size() + desk.begun.size()), 1);
        assertEquals(List.of(), desk.drawAll(good));
    }

    private static void assertWholeFile(Trouble trouble, byte[] file, int promised) throws Exception {
        var document = desk.add(file, promised);
        var findings = desk.drawAll(document);
        assertEquals(new Finding(document.id(), 0, trouble), findings.getFirst());
        assertEquals(promised + 1, findings.size(), "the file and each of its pages");
        assertTrue(findings.stream().allMatch(finding -> finding.trouble() == trouble));
    }

    @Test
    void anEncryptedFileIsNoBlankPage() throws Exception {
        assertWholeFile(Trouble.ENCRYPTED, PdfFixtures.encrypted(), 1);
    }

    @Test
    void aFileThatWasCutOffIsNotMendedSilently() throws Exception {
        var whole = PdfFixtures.text(3);
        assertWholeFile(Trouble.DAMAGED, Arrays.copyOf(whole, whole.length * 2 / 3), 3);
        assertWholeFile(Trouble.DAMAGED, PdfFixtures.cutOff(), 3);
    }

    @Test
    void noBytesAreNoDocument() throws Exception {
        assertWholeFile(Trouble.NOT_A_PDF, new byte[0], 1);
    }

    @Test
    void aPhotographIsOnePageWhateverItsName() throws Exception {
        assertEquals(List.of(), desk.drawAll(desk.add(PdfFixtures.jpeg(), 1)));
    }

    @Test
    void aPageTreeThatHoldsItselfDoesNotTurnForEver() throws Exception {
        var document = desk.add(PdfFixtures.selfReferencing(), 3);
        var findings = desk.drawAll(document);
        assertEquals(3, findings.size());
        assertTrue(findings.stream().allMatch(finding -> finding.trouble() == Trouble.DAMAGED));
    }

    @Test
    void tenThousandPagesAreNotDrawn() throws Exception {
        assertWholeFile(Trouble.TOO_MANY_PAGES, PdfFixtures.empty(10_000), 4);
    }

    @Test
    void aPageOf65000PointsIsAPageOfUsualSize() throws Exception {
        var document = desk.add(PdfFixtures.withPageBox(65_000, 65_000), 1);
        assertEquals(List.of(), desk.drawAll(document));
        assertEquals(1600, desk.page(document, 1).width());
    }

    @Test
    void aStripNobodyCanReadIsAFinding() throws Exception {
        var document = desk.add(PdfFixtures.withPageBox(100, 65_000), 1);
        assertEquals(List.of(new Finding(document.id(), 1, Trouble.TOO_LARGE)), desk.drawAll(document));
    }

    @Test
    void aPictureOf65000By65000PixelsIsNotDecoded() throws Exception {
        for (boolean fullPage : new boolean[] {true, false}) {
            var document = desk.add(PdfFixtures.pictureOf(65_000, 65_000, fullPage), 1);
            assertEquals(List.of(new Finding(document.id(), 1, Trouble.TOO_LARGE)), desk.drawAll(document));
        }
    }

    @Test
    void aPictureThatEndsTooSoonIsNotShownHalf() throws Exception {
        for (boolean fullPage : new boolean[] {true, false}) {
            var document = desk.add(PdfFixtures.pictureOf(2000, 2000, fullPage), 1);
            assertEquals(List.of(new Finding(document.id(), 1, Trouble.DAMAGED)), desk.drawAll(document));
        }
    }

    @Test
    void contentsThatDoNotUnpackAreNotABlankPage() throws Exception {
        var document = desk.add(PdfFixtures.withSpoiledContents(), 1);
        assertEquals(List.of(new Finding(document.id(), 1, Trouble.INCOMPLETE)), desk.drawAll(document));
    }

    @Test
    void actionsOfADocumentAreNeverRun() throws Exception {
        var trace = folder.resolve("launched");
        var document = desk.add(PdfFixtures.withActions("/usr/bin/touch " + trace), 1);
        assertEquals(List.of(), desk.drawAll(document));
        assertFalse(Files.exists(trace));
    }

    @Test
    void fewerPagesThanPromisedAreMissedByName() throws Exception {
        var document = desk.add(PdfFixtures.text(2), 3);
        assertEquals(List.of(new Finding(document.id(), 0, Trouble.PAGE_COUNT), new Finding(document.id(), 3, Trouble.PAGE_COUNT)),
                desk.drawAll(document));
    }

    @Test
    void aPageThatNeverEndsIsStopped() throws Exception {
        var document = desk.add(PdfFixtures.endless(), 1);
        assertEquals(List.of(new Finding(document.id(), 1, Trouble.TIMEOUT)), desk.drawAll(document));
        assertFalse(ProcessHandle.of(lastPid()).map(ProcessHandle::isAlive).orElse(false), "its process was killed");
    }

    private static long lastPid() {
        return desk.begun.stream().reduce((_, last) -> last).orElseThrow().pid();
    }
}
