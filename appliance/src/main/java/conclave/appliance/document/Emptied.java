package conclave.appliance.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What a child process left behind goes with it. */
final class Emptied {

    private Emptied() {
    }

    static void folder(Path folder) {
        try {
            for (var file : below(folder)) Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(Emptied.class).info("a folder for work could not be cleared", e);
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
