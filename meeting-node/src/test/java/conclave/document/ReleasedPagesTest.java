package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.PageMask;
import conclave.document.render.Limits;
import conclave.document.render.Shown;
import conclave.document.screen.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An expert sees a page when it is released, as it was released, and not a moment longer. */
class ReleasedPagesTest {

    @TempDir
    static Path folder;
    static DrawingDesk desk;
    static MaskPlans plans;

    /** What the meeting has opened: a plan for each document and page. */
    private final Map<String, String> open = new HashMap<>();
    private final Gate gate = (document, page) -> Optional.ofNullable(open.get(document + " " + page));
    private ReleasedPages pages;

    @BeforeAll
    static void openDesk() throws IOException {
        desk = new DrawingDesk(folder, Limits.usual());
        plans = new MaskPlans(folder.resolve("plans"), desk.key.blobs());
    }

    @AfterAll
    static void closeDesk() throws IOException {
        desk.close();
    }

    @BeforeEach
    void pages() {
        pages = ReleasedPages.through(gate, plans, desk.rendering, new byte[32]);
    }

    /** Documents differ, so that no test finds what another drew. */
    private static DocumentRef document(int lines) throws IOException {
        return desk.add(PdfFixtures.withPageBox(600, 800 + lines), 1);
    }

    private static MaskPlan covered(DocumentRef document, int page, int top) throws Exception {
        return MaskPlan.bare(document.id().sha256(), document.pages())
                .with(page, PageMask.BARE.with(MaskBox.of(Kind.NAME, 500, top, 9500, top + 3000)));
    }

    private void release(DocumentRef document, int page, MaskPlan plan) throws IOException {
        open.put(document.id() + " " + page, plans.keep(plan));
    }

    private PageImage image(DocumentRef document, int page, PageSize size) throws Exception {
        return pages.page(document, page, size).get(30, TimeUnit.SECONDS);
    }

    private void assertClosed(DocumentRef document, int page) {
        var failure = assertThrows(ExecutionException.class, () -> image(document, page, PageSize.PAGE));
        assertInstanceOf(PageClosed.class, failure.getCause());
    }

    /** Released under a plan that this server does not have: somebody may come again. */
    private void assertNotHere(DocumentRef document) {
        var failure = assertThrows(ExecutionException.class, () -> image(document, 1, PageSize.PAGE));
        assertInstanceOf(TimeoutException.class, failure.getCause());
    }

    /** How many pixels in this strip are not of one light tone. */
    private static long written(PageImage image, int top, int bottom) throws IOException {
        var shown = Shown.of(image.bytes());
        long dark = 0;
        for (int x = shown.getWidth() / 10; x < shown.getWidth() * 9 / 10; x++) {
            for (int y = top * shown.getHeight() / 10_000; y < bottom * shown.getHeight() / 10_000; y++) {
                if ((shown.getRGB(x, y) & 255) < 150) dark++;
            }
        }
        return dark;
    }

    @Test
    void aPageThatNobodyReleasedHasAnAddressAndNoPicture() throws Exception {
        var document = document(1);
        assertEquals(1, pages.ids().of(document).size());
        assertClosed(document, 1);
        open.put(document.id() + " 1", "0".repeat(64));
        assertNotHere(document);
    }

    @Test
    void whatIsCoveredIsCoveredInEverySizeAndTheRestIsThere() throws Exception {
        var document = document(2);
        release(document, 1, covered(document, 1, 2000));
        for (var size : PageSize.values()) {
            var image = image(document, 1, size);
            assertEquals(0, written(image, 2100, 4900), size + " shows through");
            assertTrue(size == PageSize.THUMBNAIL || written(image, 5500, 8000) > 100, size + " is empty");
        }
        assertEquals(2400, image(document, 1, PageSize.ZOOM).width());
        assertTrue(written(desk.page(document, 1), 2100, 4900) > 100, "whoever screens sees what is under it");
        assertEquals(0, written(image(document, 1, PageSize.PAGE), 2100, 4900), "and an expert still does not");
    }

    /** The same bytes, filed by two: neither is shown under what was found for the other, nor kept waiting by it. */
    @Test
    void twoWhoFiledTheSameFileAreMaskedEachForThemselves() throws Exception {
        var file = desk.add(PdfFixtures.text(3), 3);
        var one = new DocumentRef(file.id(), 3, "doc_ofone");
        var other = new DocumentRef(file.id(), 3, "doc_ofother");
        var ones = under(covered(file, 1, 2000).with(2, covered(file, 2, 2000).page(2)));
        var others = under(covered(file, 1, 5000));
        for (int page = 1; page <= 3; page++) {
            var first = ones.page(one, page, PageSize.PAGE);
            var second = others.page(other, page, PageSize.PAGE);
            assertEquals(page == 3, Arrays.equals(first.get(30, TimeUnit.SECONDS).bytes(), second.get(30, TimeUnit.SECONDS).bytes()), "page " + page);
        }
        assertEquals(0, written(ones.page(one, 1, PageSize.PAGE).get(30, TimeUnit.SECONDS), 2100, 4900));
        assertEquals(0, written(others.page(other, 1, PageSize.PAGE).get(30, TimeUnit.SECONDS), 5100, 7900));
        desk.begun.clear();
        desk.rendering.enqueueReleased(one, covered(file, 1, 2000).with(2, covered(file, 2, 2000).page(2)));
        desk.rendering.enqueueReleased(other, covered(file, 1, 5000));
        // The third page is covered by neither: whoever asked second was shown the one in memory, and may have it drawn once for their record.
        assertTrue(desk.begun.stream().noneMatch(begun -> begun.document().equals(file.id()) && begun.page() < 3), "both are known, and neither is drawn again");
    }

    private static ReleasedPages under(MaskPlan plan) throws IOException {
        var digest = plans.keep(plan);
        return ReleasedPages.through((_, _) -> Optional.of(digest), plans, desk.rendering, new byte[32]);
    }

    @Test
    void anotherMaskIsAnotherAddressAndTheOldOneLeadsNowhere() throws Exception {
        var document = desk.add(PdfFixtures.text(2), 2);
        var first = covered(document, 1, 2000);
        release(document, 1, first);
        release(document, 2, first);
        var before = pages.ids().of(document);
        var old = image(document, 1, PageSize.PAGE).bytes();
        var second = covered(document, 1, 5000);
        release(document, 1, second);
        release(document, 2, second);
        var after = pages.ids().of(document);
        assertNotEquals(before.get(0), after.get(0));
        assertEquals(before.get(1), after.get(1), "what did not change stays in every browser");
        assertEquals(Optional.empty(), pages.ids().find(before.get(0), List.of(document)));
        var now = image(document, 1, PageSize.PAGE);
        assertEquals(0, written(now, 5100, 7900));
        assertTrue(written(now, 2100, 4900) > 100);
        release(document, 1, first);
        assertArrayEquals(old, image(document, 1, PageSize.PAGE).bytes());
    }

    @Test
    void whatIsTakenBackIsGoneEvenWhileItIsBeingDrawn() throws Exception {
        var document = document(3);
        release(document, 1, covered(document, 1, 2000));
        image(document, 1, PageSize.PAGE);
        open.clear();
        assertClosed(document, 1);
        var other = document(4);
        var plan = plans.keep(covered(other, 1, 2000));
        var asked = new int[1];
        var fickle = ReleasedPages.through((_, _) -> asked[0]++ == 0 ? Optional.of(plan) : Optional.empty(), plans, desk.rendering, new byte[32]);
        var failure = assertThrows(ExecutionException.class, () -> fickle.page(other, 1, PageSize.PAGE).get(30, TimeUnit.SECONDS));
        assertInstanceOf(PageClosed.class, failure.getCause());
    }

    @Test
    void aPlanForAnotherDocumentOrForOtherPagesOpensNothing() throws Exception {
        var document = document(5);
        release(document, 1, covered(document(6), 1, 2000));
        assertNotHere(document);
        release(document, 1, MaskPlan.bare(document.id().sha256(), 2));
        assertNotHere(document);
        assertThrows(IllegalArgumentException.class, () -> desk.rendering.enqueueReleased(document, MaskPlan.bare("0".repeat(64), 1)));
    }

    @Test
    void whereNothingIsCoveredExpertsSeeTheVeryPictureThatWasScreened() throws Exception {
        var document = document(7);
        var screened = desk.page(document, 1);
        long drawn = desk.begun.stream().filter(begun -> begun.document().equals(document.id())).count();
        release(document, 1, MaskPlan.bare(document.id().sha256(), 1));
        assertArrayEquals(screened.bytes(), image(document, 1, PageSize.PAGE).bytes());
        assertEquals(drawn, desk.begun.stream().filter(begun -> begun.document().equals(document.id())).count(), "drawn once");
    }

    @Test
    void whoeverLooksCloselyHasItDrawnOnceAndAScanWithoutMoreToShowIsShownAsItIs() throws Exception {
        var scan = desk.add(PdfFixtures.scan(1, 827, 1169, true), 1);
        release(scan, 1, covered(scan, 1, 2000));
        var page = image(scan, 1, PageSize.PAGE);
        assertArrayEquals(page.bytes(), image(scan, 1, PageSize.ZOOM).bytes());
        long drawn = desk.begun.size();
        image(scan, 1, PageSize.ZOOM);
        assertEquals(drawn, desk.begun.size());
    }

    @Test
    void picturesOfAnEarlierMaskAreNotServedAfterARestart(@TempDir Path other) throws Exception {
        DocumentRef document;
        try (var before = new DrawingDesk(other, Limits.usual())) {
            document = before.add(PdfFixtures.text(1), 1);
            before.rendering.enqueueReleased(document, covered(document, 1, 2000));
            assertTrue(before.done.poll(30, TimeUnit.SECONDS) != null);
        }
        try (var after = new DrawingDesk(other, Limits.usual())) {
            release(document, 1, covered(document, 1, 5000));
            var image = ReleasedPages.through(gate, plans, after.rendering, new byte[32]).page(document, 1, PageSize.PAGE).get(30, TimeUnit.SECONDS);
            assertEquals(0, written(image, 5100, 7900));
        }
    }
}
