package conclave.appliance.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file stands whole under its name, or not at all. */
final class Whole {

    private Whole() {
    }

    static void write(Path file, byte[] content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        part.toFile().deleteOnExit();
        Files.write(part, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
