package conclave.appliance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What lies in a server's store of documents: how many files of one sort, and how many bytes. */
record Store(long files, long bytes) {

    static Store originals(Path data) throws IOException {
        return of(data.resolve("store"), "originals");
    }

    static Store pages(Path data) throws IOException {
        return of(data.resolve("store"), "pages");
    }

    private static Store of(Path store, String sort) throws IOException {
        if (!Files.isDirectory(store)) return new Store(0, 0);
        long files = 0;
        long bytes = 0;
        try (var meetings = Files.list(store)) {
            for (var meeting : meetings.toList()) {
                if (!Files.isDirectory(meeting.resolve(sort))) continue;
                try (var walk = Files.walk(meeting.resolve(sort))) {
                    for (var file : walk.filter(Files::isRegularFile).toList()) {
                        bytes += size(file);
                        files++;
                    }
                } catch (UncheckedIOException renamedMeanwhile) {
                    return new Store(0, 0);
                }
            }
        }
        return new Store(files, bytes);
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException renamedMeanwhile) {
            return 0;
        }
    }
}
