package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.render.Limits;
import conclave.document.render.Shown;
import conclave.document.render.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {

    @TempDir
    Path folder;

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        var event = queue.poll(30, TimeUnit.SECONDS);
        if (event == null) throw new AssertionError("nothing happened");
        return event;
    }

    private static void spoil(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private Path onlyFile(String under, String suffixless) throws IOException {
        try (var files = Files.walk(folder.resolve(under))) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().replace("/", "").endsWith(suffixless)).findFirst().orElseThrow();
        }
    }

    @Test
    void aPageIsAPictureOfThatPage() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            var document = desk.add(PdfFixtures.text(2), 2);
            var page = desk.page(document, 2);
            var thumbnail = desk.unmasked.page(document, 2, PageSize.THUMBNAIL).get(30, TimeUnit.SECONDS);
            assertTrue(Set.of("image/webp", "image/png").contains(page.mediaType()));
            assertEquals(1600, Shown.of(page.bytes()).getWidth());
            assertEquals(200, Shown.of(thumbnail.bytes()).getWidth());
            assertNotEquals(List.of(page.bytes()), List.of(desk.page(document, 1).bytes()));
            assertThrows(IllegalArgumentException.class, () -> desk.page(document, 3));
        }
    }

    @Test
    void whatWasDrawnIsNotDrawnAgainAfterARestart() throws Exception {
        DocumentRef document;
        byte[] first;
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            document = desk.add(PdfFixtures.text(12), 12);
            desk.rendering.enqueue(List.of(document));
            while (next(desk.begun).page() < 6) continue;
            first = desk.page(document, 1).bytes();
        }
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            desk.rendering.enqueue(List.of(document));
            assertTrue(desk.rendering.progress().done() >= 5, "five pages were done before the stop");
            next(desk.done);
            assertTrue(desk.begun.stream().noneMatch(begun -> begun.page() < 6));
            assertArrayEquals(first, desk.page(document, 1).bytes());
        }
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            desk.rendering.enqueue(List.of(document));
            assertEquals(new Progress(12, 12, 0, 0, java.util.Optional.of(java.time.Duration.ZERO), java.util.Optional.empty()),
                    desk.rendering.progress());
            desk.page(document, 12);
            assertTrue(desk.processes.isEmpty(), "nothing was left to draw");
        }
    }

    @Test
    void whoeverWaitsForAPageDoesNotWaitForTheBackground() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            var long1 = desk.add(PdfFixtures.text(80), 80);
            var wanted = desk.add(PdfFixtures.text(3), 3);
            desk.rendering.enqueue(List.of(long1));
            next(desk.begun);
            desk.page(wanted, 2);
            assertTrue(desk.rendering.progress().done() < 40, "the background was not finished first");
            assertEquals(80, desk.rendering.progress().total(), "pages nobody planned are not counted");
        }
    }

    @Test
    void fiftyWhoWaitForOnePageHaveItDrawnOnce() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            var document = desk.add(PdfFixtures.text(1), 1);
            var all = IntStream.range(0, 50).mapToObj(i -> desk.unmasked.page(document, 1, i % 2 == 0 ? PageSize.PAGE : PageSize.THUMBNAIL)).toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertEquals(1, desk.begun.size());
        }
    }

    @Test
    void aProcessKilledInTheMiddleIsReplacedOnceAndThenItIsAFinding() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            var bad = desk.add(PdfFixtures.endless(), 1);
            var good = desk.add(PdfFixtures.text(1), 1);
            var waiting = desk.unmasked.page(bad, 1, PageSize.PAGE);
            long first = next(desk.begun).pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            long second = next(desk.begun).pid();
            assertNotEquals(first, second);
            ProcessHandle.of(second).orElseThrow().destroyForcibly();
            var failure = assertThrows(ExecutionException.class, () -> waiting.get(30, TimeUnit.SECONDS));
            assertEquals(new Finding(bad.id(), 1, Trouble.CRASHED), assertInstanceOf(PageUnavailable.class, failure.getCause()).finding());
            desk.page(good, 1);
            assertEquals(3, desk.processes.size());
            desk.begun.clear();
            desk.rendering.tryAgain(bad);
            assertEquals(bad.id(), next(desk.begun).document(), "whoever saw to the machine may try again");
        }
    }

    @Test
    void aWornProcessIsReplaced() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual().withPagesPerProcess(2))) {
            assertEquals(List.of(), desk.drawAll(desk.add(PdfFixtures.empty(5), 5)));
            assertEquals(3, desk.processes.size());
        }
    }

    @Test
    void theProcessIsGivenNothingOfOurs() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            desk.page(desk.add(PdfFixtures.text(1), 1), 1);
            var process = Path.of("/proc/" + desk.processes.peek());
            assertEquals(0, Files.readAllBytes(process.resolve("environ")).length, "no environment");
            var command = Files.readString(process.resolve("cmdline"));
            for (var foreign : List.of("vertx", "ratis", "h2", "hazelcast", "bcprov", "meeting.key")) {
                assertTrue(!command.contains(foreign), foreign + " is on its class path");
            }
        }
    }

    @Test
    void aPictureThatTheDiskSpoiledIsDrawnAgain() throws Exception {
        DocumentRef document;
        byte[] before;
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            document = desk.add(PdfFixtures.text(1), 1);
            before = desk.page(document, 1).bytes();
        }
        spoil(onlyFile("pages/screening/pictures", conclave.seal.Digests.hex(conclave.seal.Digests.sha256(before)).substring(2)));
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            assertArrayEquals(before, desk.page(document, 1).bytes());
            assertEquals(1, desk.begun.size());
        }
    }

    @Test
    void aSpoiledOriginalStopsTheWorkAndIsNoFindingAboutTheApplicant() throws Exception {
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            var document = desk.add(PdfFixtures.text(2), 2);
            var file = onlyFile("originals", document.id().sha256().substring(2));
            spoil(file);
            desk.rendering.enqueue(List.of(document));
            next(desk.faults);
            assertTrue(desk.rendering.progress().fault().isPresent());
            assertEquals(0, desk.rendering.progress().done());
            assertEquals(List.of(), desk.rendering.findings(document));
            spoil(file);
            desk.rendering.goOn();
            next(desk.done);
            assertEquals(2, desk.rendering.progress().done());
            assertTrue(desk.rendering.progress().fault().isEmpty());
        }
    }

    @Test
    void nothingOnTheDiskIsInClear() throws Exception {
        var canary = "CANARY-OF-AN-APPLICANT";
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            var file = new java.io.ByteArrayOutputStream();
            file.write(PdfFixtures.text(1));
            file.write(("\n%" + canary + "\n%%EOF\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var document = desk.add(file.toByteArray(), 1);
            desk.drawAll(document);
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertTrue(!text.contains(canary) && !text.contains("IHDR") && !text.contains("%PDF") && !text.contains("JFIF") && !text.contains("RIFF"),
                        file + " holds clear bytes");
            }
        }
    }

    @Test
    void whoeverStillWaitsAtTheEndIsTold() throws Exception {
        CompletableFuture<PageImage> waiting;
        try (var desk = new DrawingDesk(folder, Limits.usual())) {
            waiting = desk.unmasked.page(desk.add(PdfFixtures.endless(), 1), 1, PageSize.PAGE);
            next(desk.begun);
        }
        var failure = assertThrows(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, failure.getCause());
    }
}
