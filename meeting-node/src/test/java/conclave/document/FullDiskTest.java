package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.document.render.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full in the middle: nothing is half there, nobody is blamed, and with room the work goes on where it was. */
class FullDiskTest {

    private static final int PAGES = 12;

    @TempDir
    Path folder;
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=16m", "conclave-test", disk.toString()), "a small disk needs root and mount");
    }

    @AfterEach
    void unmount() throws Exception {
        ran("umount", disk.toString());
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void theWorkStopsAndGoesOnWhenThereIsRoom() throws Exception {
        try (var desk = new DrawingDesk(disk, Limits.usual())) {
            var document = desk.add(PdfFixtures.text(PAGES), PAGES);
            fill();
            desk.rendering.enqueue(List.of(document));
            assertNotNull(desk.faults.poll(30, TimeUnit.SECONDS), "somebody is told");
            assertTrue(desk.rendering.progress().fault().isPresent());
            assertEquals(List.of(), desk.rendering.findings(document), "the disk's fault is no finding about the applicant");
            assertNothingHalf();
            assertTrue(ran("mount", "-o", "remount,size=64m", disk.toString()));
            desk.rendering.goOn();
            assertNotNull(desk.done.poll(30, TimeUnit.SECONDS));
            assertEquals(List.of(), desk.rendering.findings(document));
            assertTrue(desk.rendering.progress().fault().isEmpty());
            assertEquals(1600, desk.page(document, PAGES).width());
        }
    }

    /** All but the room for a few pages. */
    private void fill() throws IOException {
        long left = Files.getFileStore(disk).getUsableSpace() - (1 << 20);
        Files.write(disk.resolve("others"), new byte[(int) left]);
    }

    private void assertNothingHalf() throws IOException {
        try (var all = Files.walk(disk)) {
            assertEquals(List.of(), all.filter(path -> path.toString().endsWith(".part")).toList());
        }
    }
}
