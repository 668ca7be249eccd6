package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to be on a stick was read from it; what could not be written leaves nothing there. */
final class StickTest {

    private static final int ODD = 3 * (1 << 20) + 77;

    @TempDir
    Path place;
    Path stick;
    Path one;
    Path other;

    @BeforeEach
    void twoFilesAndAStick() throws IOException {
        stick = Files.createDirectory(place.resolve("stick"));
        one = file("result.mpkg", ODD);
        other = file("result.mpkg.p7s", 900);
    }

    private Path file(String name, int bytes) throws IOException {
        var content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(place.resolve(name), content);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private StickTrouble.Kind trouble() {
        return assertThrows(StickTrouble.class, () -> Stick.write(List.of(one, other), stick)).kind();
    }

    @Test
    void whatIsWrittenIsReadBackAndBearsItsName() throws IOException {
        var written = Stick.write(List.of(one, other), stick);
        written.readBack();
        assertEquals(List.of("result.mpkg", "result.mpkg.p7s"), names(stick));
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(stick.resolve("result.mpkg")));
        assertEquals(ODD, written.files().getFirst().bytes());
    }

    @Test
    void whatReadsBackDifferentlyIsNeverCalledSafe() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var written = Stick.write(List.of(one, other), stick);
            try (var second = new RandomAccessFile(stick.resolve("result.mpkg").toFile(), "rw")) {
                int at = random.nextInt(ODD);
                second.seek(at);
                int was = second.read();
                second.seek(at);
                second.write(was ^ 1 << random.nextInt(8));
            }
            assertEquals(StickTrouble.Kind.DIFFERS, assertThrows(StickTrouble.class, written::readBack).kind());
            Files.delete(stick.resolve("result.mpkg"));
            Files.delete(stick.resolve("result.mpkg.p7s"));
        }
    }

    @Test
    void whatWasCutOrPulledOutIsSaid() throws IOException {
        var written = Stick.write(List.of(one, other), stick);
        Files.write(stick.resolve("result.mpkg"), new byte[5]);
        assertEquals(StickTrouble.Kind.DIFFERS, assertThrows(StickTrouble.class, written::readBack).kind());
        Files.delete(stick.resolve("result.mpkg"));
        Files.delete(stick.resolve("result.mpkg.p7s"));
        Files.delete(stick);
        assertEquals(StickTrouble.Kind.GONE, assertThrows(StickTrouble.class, written::readBack).kind());
        assertEquals(StickTrouble.Kind.GONE, trouble());
    }

    /** Whoever presses Ctrl-C finds nothing there, at whatever byte it was. */
    @Test
    void whoIsStoppedLeavesNothing() throws IOException {
        for (int piece = 1; piece < 8; piece++) {
            var left = new int[] {piece};
            Stick.Watcher watcher = _ -> {
                if (--left[0] == 0) throw new IOException("stopped");
            };
            var stopped = assertThrows(IOException.class, () -> Stick.write(List.of(one, other), stick, watcher).readBack(watcher));
            assertEquals("stopped", stopped.getMessage());
            assertEquals(List.of(), names(stick), "stopped at piece " + piece);
        }
    }

    @Test
    void whatAKilledRunLeftHalfWrittenGoesAndNothingElse() throws IOException {
        for (var name : List.of("result.mpkg.part", "result.mpkg.002.part", "result.mpkg.p7s.part", "result.mpkg", "other.mpkg.part", "照片.jpg")) {
            Files.writeString(stick.resolve(name), "x");
        }
        Stick.clear(stick, "result", _ -> false);
        assertEquals(List.of("other.mpkg.part", "result.mpkg", "照片.jpg"), names(stick));
    }

    /** Killed after the last file had got its name, and before anybody was told: it looks whole, and nobody knows of it. */
    @ParameterizedTest
    @ValueSource(strings = {"result.mpkg.p7s", "result.mpkg.p7s.part"})
    void whatLooksWholeAndWasNeverHandedOverGoesAsWell(String signature) throws IOException {
        var others = List.of("other.mpkg", "other.mpkg.p7s", "result.mpkg.docx", "result2.mpkg");
        for (var name : others) Files.writeString(stick.resolve(name), "x");
        for (var name : List.of("result.mpkg", "result.mpkg.002", signature)) Files.writeString(stick.resolve(name), "x");
        Stick.clear(stick, "result", found -> found.equals(stick.resolve(signature)));
        assertEquals(others, names(stick));
    }

    @Test
    void whatLiesThereIsNotWrittenOver() throws IOException {
        Files.writeString(stick.resolve("result.mpkg.p7s"), "somebody else's");
        assertEquals(StickTrouble.Kind.THERE_ALREADY, trouble());
        assertEquals(List.of("result.mpkg.p7s"), names(stick));
        assertEquals("somebody else's", Files.readString(stick.resolve("result.mpkg.p7s")));
    }

    @Test
    void aFullStickIsSaidBeforeAnythingIsWrittenAndNothingStaysWhereItFillsMeanwhile() throws Exception {
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", stick.toString()), "a file system of its own takes root, and a full stick was not tried");
        try {
            assertEquals(StickTrouble.Kind.FULL, trouble());
            assertEquals(List.of(), names(stick));
            var pipe = place.resolve("pipe");
            assumeTrue(ran("mkfifo", pipe.toString()), "no pipe, and a stick that fills meanwhile was not tried");
            var flood = new ProcessBuilder("sh", "-c", "head -c " + ODD + " /dev/zero > " + pipe).start();
            assertEquals(StickTrouble.Kind.FULL, assertThrows(StickTrouble.class, () -> Stick.write(List.of(other, pipe), stick)).kind());
            flood.destroyForcibly();
            assertEquals(List.of(), names(stick));
        } finally {
            ran("umount", stick.toString());
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
