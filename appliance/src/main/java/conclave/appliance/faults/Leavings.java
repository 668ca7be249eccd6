package conclave.appliance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What lies in a folder after somebody was interrupted there. */
final class Leavings {

    private Leavings() {
    }

    static List<String> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var one : all.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
