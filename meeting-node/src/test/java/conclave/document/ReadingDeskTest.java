package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conclave.seal.MeetingKey;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that fails, in whatever way, shuts no page: whoever waits hears of it, and the next one asks anew. */
class ReadingDeskTest {

    @TempDir
    private Path folder;

    @Test
    void aFailureThatNobodyForesawIsHeardAndThePageIsThereForTheNext() throws Exception {
        try (var key = MeetingKey.found(folder.resolve("key"), "m-test")) {
            var desk = new ReadingDesk(Shelves.in(folder.resolve("pages"), key.blobs()), 1 << 20);
            var page = new PageCache.Key(Shelf.RELEASED, new DocumentId("a".repeat(64)), 1, "bare", PageSize.PAGE);
            var failed = desk.picture(page, () -> {
                throw new IllegalStateException("nobody foresaw it");
            });
            var heard = assertThrows(ExecutionException.class, () -> failed.get(10, TimeUnit.SECONDS));
            assertEquals("nobody foresaw it", heard.getCause().getMessage());
            var image = new PageImage("image/webp", 1, 1, new byte[] {1, 2, 3});
            assertArrayEquals(new byte[] {1, 2, 3}, desk.picture(page, () -> CompletableFuture.completedFuture(image)).get(10, TimeUnit.SECONDS).bytes());
        }
    }
}
