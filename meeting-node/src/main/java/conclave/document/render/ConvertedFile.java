package conclave.document.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The private folder of one conversion, with the PDF in it. Closing it takes all of it away. */
public record ConvertedFile(Path folder) implements AutoCloseable {

    public Path pdf() {
        return folder.resolve("document.pdf");
    }

    Path office() {
        return folder.resolve("document");
    }

    Path profile() {
        return folder.resolve("profile");
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
