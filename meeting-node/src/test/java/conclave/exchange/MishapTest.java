package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the machine says of a disk, in whichever of its languages, people are told a sentence that says what to do. */
class MishapTest {

    @TempDir
    private Path place;

    @Test
    void theMachinesWordsAreKnownInChineseAndInEnglish() {
        Map.of("No space left on device", Mishap.SPACE, "设备上没有空间", Mishap.SPACE, "只读文件系统", Mishap.READ_ONLY, "Input/output error", Mishap.BROKEN,
                "输入/输出错误", Mishap.BROKEN, "权限不够", Mishap.FORBIDDEN, "文件过大", Mishap.FILE_TOO_LARGE, "something new", Mishap.OTHER)
                .forEach((said, mishap) -> {
                    assertEquals(mishap, Mishap.of(new IOException(said)), said);
                    assertEquals(mishap, Mishap.of(new FileSystemException("/media/stick/a", null, said)), said);
                });
    }

    @Test
    void whatJavaTellsByItsKindOfExceptionIsKnownAsWell() {
        assertEquals(Mishap.MISSING, Mishap.of(new NoSuchFileException("a")));
        assertEquals(Mishap.MISSING, Mishap.of(new FileNotFoundException("a (No such file or directory)")));
        assertEquals(Mishap.FORBIDDEN, Mishap.of(new FileNotFoundException("a (权限不够)")));
        assertEquals(Mishap.FORBIDDEN, Mishap.of(new AccessDeniedException("a")));
        assertEquals(Mishap.CUT_SHORT, Mishap.of(new EOFException()));
        assertEquals(Mishap.SPACE, Mishap.of(new UncheckedIOException(new IOException("not written", new IOException("No space left on device")))));
        assertEquals(Mishap.OTHER, Mishap.of(new IllegalStateException("No space left on device")));
    }

    /** A file may be called whatever somebody likes. */
    @Test
    void aPathIsNoWordOfTheMachine() {
        assertEquals(Mishap.OTHER, Mishap.of(new FileSystemException("设备上没有空间", null, "something new")));
        assertEquals(Mishap.MISSING, Mishap.of(new NoSuchFileException("Permission denied")));
    }

    @Test
    void thisMachineIsUnderstood() throws IOException {
        var file = Files.writeString(place.resolve("file"), "");
        assertEquals(Mishap.NO_FOLDER, mishap(file.resolve("below")));
        assertEquals(Mishap.MISSING, mishap(place.resolve("none")));
        assertEquals(Mishap.NO_FILE, mishap(place));
        assertEquals(Mishap.NAME_TOO_LONG, mishap(place.resolve("长".repeat(100))));
    }

    @Test
    void eachSaysWhatToDoNextInTwoLanguages() {
        for (var one : Mishap.values()) {
            assertTrue(one.chinese().endsWith("。") && one.english().endsWith("."), one.chinese());
            assertTrue(one.chinese().contains("请"), one.chinese());
            assertFalse(one.english().contains("Exception"), one.english());
        }
    }

    private static Mishap mishap(Path file) {
        try {
            Files.readAllBytes(file);
            return null;
        } catch (IOException e) {
            return Mishap.of(e);
        }
    }
}
