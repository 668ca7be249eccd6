package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads a page has their name burned into it, and nobody is handed one without. */
class MarkingTest {

    private static final Bearer ONE = new Bearer("per_one", "王建国 · A-03");
    private static final Bearer OTHER = new Bearer("per_other", "阿依古丽·买买提 · A-04");
    private static final int ROOM = 3 << 20;

    @TempDir
    static Path folder;
    static DrawingDesk desk;
    static Marking marking;
    static PageSource pages;

    @BeforeAll
    static void open() throws IOException {
        desk = new DrawingDesk(folder, Limits.usual());
        marking = marking(folder.resolve("marked"));
        pages = ReleasedPages.unscreened(desk.rendering, new byte[32]);
    }

    @AfterAll
    static void close() throws IOException {
        marking.close();
        desk.close();
    }

    private static Marking marking(Path place) throws IOException {
        var launch = Launch.likeThisProcess(Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath()));
        return new Marking(place, desk.key.blobs(), new Marking.Setup(launch, Limits.usual(), 1, ROOM, () -> 1_795_000_000_000L));
    }

    private static PageImage marked(DocumentRef document, int page, PageSize size, Bearer bearer) throws Exception {
        return marking.marked(Leaf.of(pages, document, page, size), bearer).get(120, TimeUnit.SECONDS);
    }

    @Test
    void everySizeBearsTheNameAndEachReaderHasAPictureOfTheirOwn() throws Exception {
        var document = desk.add(PdfFixtures.text(4), 4);
        for (var size : PageSize.values()) {
            var bare = pages.page(document, 1, size).get(120, TimeUnit.SECONDS);
            var ones = marked(document, 1, size, ONE);
            var others = marked(document, 1, size, OTHER);
            assertEquals(List.of(bare.width(), bare.height()), List.of(ones.width(), ones.height()));
            assertFalse(Arrays.equals(ones.bytes(), others.bytes()), size + ": one picture for two");
            assertEquals(9, crossed(bare, ones), size + ": a third of a third bears nothing");
            assertEquals(9, crossed(bare, others));
            assertArrayEquals(ones.bytes(), marked(document, 1, size, ONE).bytes(), "kept");
        }
    }

    /** In how many of nine fields of the page something has become darker than it was. */
    private static int crossed(PageImage bare, PageImage marked) throws IOException {
        var before = Shown.of(bare.bytes());
        var after = Shown.of(marked.bytes());
        int fields = 0;
        for (int field = 0; field < 9; field++) {
            int left = field % 3 * before.getWidth() / 3;
            int top = field / 3 * before.getHeight() / 3;
            long darker = 0;
            for (int x = left; x < left + before.getWidth() / 3; x++) {
                for (int y = top; y < top + before.getHeight() / 3; y++) {
                    if ((before.getRGB(x, y) & 255) - (after.getRGB(x, y) & 255) > 12) darker++;
                }
            }
            if (darker > 20) fields++;
        }
        return fields;
    }

    @Test
    void whatWasTakenBackIsForgottenAndMarkedAnewOnlyForWhoIsShownIt() throws Exception {
        var document = desk.add(PdfFixtures.text(5), 5);
        marked(document, 1, PageSize.PAGE, ONE);
        marked(document, 2, PageSize.PAGE, ONE);
        var made = marking.made();
        var bytes = marking.bytes();
        marking.forget(document.id(), 1);
        assertTrue(marking.bytes() < bytes);
        marked(document, 2, PageSize.PAGE, ONE);
        assertEquals(made, marking.made(), "the other page stays");
        marking.forgetAll();
        assertEquals(0, marking.bytes());
        try (var left = Files.list(folder.resolve("marked"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void manyWhoWaitForOnePictureWaitForOneMarking() throws Exception {
        var document = desk.add(PdfFixtures.text(6), 6);
        var made = marking.made();
        var fetched = new AtomicInteger();
        var leaf = Leaf.of(pages, document, 1, PageSize.THUMBNAIL);
        var counted = new Leaf(leaf.document(), leaf.page(), leaf.address(), leaf.size(), () -> {
            fetched.incrementAndGet();
            return leaf.bare().get();
        });
        var answers = IntStream.range(0, 20).mapToObj(_ -> marking.marked(counted, ONE)).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);
        assertTrue(marking.made() - made <= 2, "made " + (marking.made() - made) + " times");
    }

    @Test
    void whatIsMadeAheadIsThereWhenItIsWanted() throws Exception {
        var document = desk.add(PdfFixtures.text(7), 7);
        var made = marking.made();
        marking.ahead(Leaf.of(pages, document, 1, PageSize.PAGE), ONE);
        marked(document, 2, PageSize.PAGE, ONE);
        marked(document, 1, PageSize.PAGE, ONE);
        assertEquals(made + 2, marking.made());
    }

    @Test
    void theShelfHoldsSoMuchAndTheLatest() throws Exception {
        var document = desk.add(PdfFixtures.text(20), 20);
        for (int reader = 0; reader < 3; reader++) {
            for (int page = 1; page <= 20; page++) marked(document, page, PageSize.THUMBNAIL, new Bearer("per_" + reader, "读者 " + reader));
        }
        assertTrue(marking.bytes() <= ROOM);
        var shelf = new MarkedShelf(folder.resolve("shelf"), desk.key.blobs(), 5_000);
        for (int i = 0; i < 10; i++) shelf.keep("0".repeat(63) + i, document.id(), i + 1, new PageImage("image/webp", 1, 1, new byte[1_000]));
        assertTrue(shelf.bytes() <= 5_000);
        assertTrue(shelf.find("0".repeat(63) + 9).isPresent());
        assertTrue(shelf.find("0".repeat(63) + 0).isEmpty());
    }

    @Test
    void nothingOfAReaderStaysOverAStart() throws Exception {
        var place = folder.resolve("again");
        var shelf = new MarkedShelf(place, desk.key.blobs(), ROOM);
        shelf.keep("1".repeat(64), new DocumentId("a".repeat(64)), 1, new PageImage("image/webp", 1, 1, new byte[100]));
        assertTrue(shelf.find("1".repeat(64)).isPresent());
        assertTrue(new MarkedShelf(place, desk.key.blobs(), ROOM).find("1".repeat(64)).isEmpty());
        try (var left = Files.list(place)) {
            assertEquals(0, left.count());
        }
    }

    /** One that fails gives its reader nothing, above all not the page as it is. */
    @Test
    void aPictureThatCannotBeMarkedIsNotShown() throws Exception {
        var broken = new PageImage("image/webp", 100, 100, "RIFF and nothing else at all".getBytes(StandardCharsets.US_ASCII));
        var leaf = new Leaf(new DocumentId("b".repeat(64)), 1, new PageId("broken"), PageSize.PAGE, () -> CompletableFuture.completedFuture(broken));
        var failure = assertThrows(ExecutionException.class, () -> marking.marked(leaf, ONE).get(120, TimeUnit.SECONDS));
        assertTrue(failure.getCause() instanceof PageUnavailable, failure::toString);
    }
}
