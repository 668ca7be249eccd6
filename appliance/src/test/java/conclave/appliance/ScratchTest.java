package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that lie in clear for a moment do not outlive the command that put them there. */
class ScratchTest {

    @TempDir
    Path place;

    @Test
    void whenTheWorkIsOverNothingIsLeft() throws IOException {
        Path folder;
        try (var scratch = Scratch.beside(place.resolve("meeting"), "work")) {
            folder = scratch.folder();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
            Files.writeString(Files.createDirectories(folder.resolve("data/deep")).resolve("names"), "张三");
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void whenSomebodyEndsTheCommandNothingIsLeftEither() throws IOException {
        try (var scratch = Scratch.beside(place.resolve("meeting"), "work")) {
            Files.writeString(scratch.folder().resolve("names"), "张三");
            assertTrue(Files.exists(scratch.folder()));
            scratch.ended(0);
            assertFalse(Files.exists(scratch.folder()));
        }
    }
}
