package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever writes packages reads the document, not the program. */
class FormatDocumentTest {

    private static final Path MODULE = Path.of(System.getProperty("conclave.project"), "meeting-node");

    @Test
    void everyFindingOfTheReaderStandsInTheDocument() throws IOException {
        var inProgram = new TreeSet<String>();
        try (var sources = Files.list(MODULE.resolve("src/main/java/conclave/exchange"))) {
            // The names of presets are no findings.
            for (var source : sources.filter(it -> it.toString().endsWith(".java") && !it.endsWith("Presets.java")).toList()) collect(source, "\"([a-z]+(?:-[a-z0-9]+)+)\"", inProgram);
        }
        var inDocument = new TreeSet<String>();
        collect(MODULE.resolve("docs/formats/meeting-folder.md"), "`([a-z]+(?:-[a-z0-9]+)+)`", inDocument);
        assertEquals(inProgram, inDocument);
    }

    private static void collect(Path file, String pattern, TreeSet<String> into) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(file));
        while (found.find()) into.add(found.group(1));
    }
}
