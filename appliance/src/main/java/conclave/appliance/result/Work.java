package conclave.appliance.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** A place for what is only in the making. */
final class Work {

    private Work() {
    }

    static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : new TreeSet<>(all.toList()).descendingSet()) Files.delete(path);
        }
    }
}
