package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.render.Limits;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that are drawn already, between the disk and those who read them. */
class ServedPagesTest {

    @TempDir
    private Path folder;
    private DrawingDesk desk;
    private ReleasedPages pages;
    private DocumentRef document;

    @BeforeEach
    void draw() throws Exception {
        desk = new DrawingDesk(folder, Limits.usual());
        document = desk.add(PdfFixtures.text(2), 2);
        pages = ReleasedPages.unscreened(desk.rendering, new byte[32]);
        for (int page = 1; page <= 2; page++) ask(page).get(30, TimeUnit.SECONDS);
        desk.close();
        desk = new DrawingDesk(folder, Limits.usual());
        pages = ReleasedPages.unscreened(desk.rendering, new byte[32]);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    private CompletableFuture<PageImage> ask(int page) {
        return pages.page(document, page, PageSize.PAGE);
    }

    private PageImage read(int page) throws Exception {
        return ask(page).get(30, TimeUnit.SECONDS);
    }

    private Path stored(PageImage image) {
        var name = Digests.hex(Digests.sha256(image.bytes()));
        return folder.resolve("pages/released/pictures").resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /** The first minute of a round: a file that can be read once is enough for all, because it is read once. */
    @Test
    void fourHundredWhoOpenAColdPageAtOnceHaveItReadOnce() throws Exception {
        var file = stored(read(1));
        var sealed = Files.readAllBytes(file);
        desk.rendering.forget(document.id());
        Files.delete(file);
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        var all = IntStream.range(0, 400).mapToObj(_ -> ask(1)).toList();
        Files.write(file, sealed);
        var first = all.getFirst().get(30, TimeUnit.SECONDS);
        for (var one : all) assertArrayEquals(first.bytes(), one.get(30, TimeUnit.SECONDS).bytes());
        assertTrue(desk.begun.isEmpty(), "and nothing was drawn");
    }

    @Test
    void whatIsForgottenIsNotInMemoryAnyMoreAndIsReadAnew() throws Exception {
        var before = read(1);
        assertTrue(desk.rendering.bytesInMemory() >= before.length());
        desk.rendering.forget(document.id());
        assertEquals(0, desk.rendering.bytesInMemory());
        assertArrayEquals(before.bytes(), read(1).bytes(), "whoever was reading it reads it to the end");
    }

    /** A page that is taken back at the very moment at which it comes from the disk. */
    @Test
    void whatIsForgottenOnItsWayFromTheDiskIsNotKept() throws Exception {
        var file = stored(read(1));
        var sealed = Files.readAllBytes(file);
        desk.rendering.forget(document.id());
        Files.delete(file);
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        var onItsWay = ask(1);
        desk.rendering.forget(document.id());
        Files.write(file, sealed);
        onItsWay.get(30, TimeUnit.SECONDS);
        assertEquals(0, desk.rendering.bytesInMemory());
    }

    /** What is known of a document is not read again for each of its pages; what became untrue meanwhile is found out all the same. */
    @Test
    void aPictureThatHadToMakeRoomIsReadByItsNameAloneAndDrawnAgainWhereItIsSpoiled() throws Exception {
        var small = new DrawingDesk(folder.resolve("small"), Limits.usual(), 0);
        try (small) {
            document = small.add(PdfFixtures.empty(1), 1);
            pages = ReleasedPages.unscreened(small.rendering, new byte[32]);
            var first = read(1);
            assertArrayEquals(first.bytes(), read(1).bytes());
            assertEquals(0, small.rendering.bytesInMemory(), "there is no room for it");
            var name = Digests.hex(Digests.sha256(first.bytes()));
            var file = folder.resolve("small/pages/released/pictures").resolve(name.substring(0, 2)).resolve(name.substring(2));
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            int drawn = small.begun.size();
            assertArrayEquals(first.bytes(), read(1).bytes());
            assertEquals(drawn + 1, small.begun.size());
        }
    }

    /** Neither picture nor original can be read: whoever asks is told that it is the disk, and the next page is there. */
    @Test
    void whereTheDiskFailsItIsSaidAndOtherPagesAreServed() throws Exception {
        var broken = stored(read(1));
        desk.rendering.forget(document.id());
        Files.delete(broken);
        Files.createDirectories(broken.resolve("in the way"));
        var failure = assertThrows(ExecutionException.class, () -> read(1));
        assertInstanceOf(IOException.class, failure.getCause());
        assertEquals(1600, read(2).width());
    }

    @Test
    void manyPagesAskedForByManyAreEachReadOnceAndAreEachThemselves() throws Exception {
        var asked = new ArrayList<CompletableFuture<PageImage>>();
        for (int i = 0; i < 200; i++) asked.add(ask(1 + i % 2));
        var distinct = new ArrayList<byte[]>();
        for (int i = 0; i < asked.size(); i++) {
            var bytes = asked.get(i).get(30, TimeUnit.SECONDS).bytes();
            if (i < 2) distinct.add(bytes);
            assertArrayEquals(distinct.get(i % 2), bytes);
        }
        assertEquals(List.of(), List.copyOf(desk.findings));
    }
}
