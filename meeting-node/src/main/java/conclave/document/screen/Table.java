package conclave.document.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables that came with the program: lines of text, those that begin with # are said to people. */
final class Table {

    private Table() {
    }

    static List<String> lines(String name) {
        try (var in = Table.class.getResourceAsStream("/conclave/screen/" + name)) {
            if (in == null) throw new IllegalStateException("the table is not in the program: " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words(String name) {
        return lines(name).stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
    }
}
