package conclave.exchange.workbook;

import conclave.codec.RuleBookFiles;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Score sheets to start from, each with an applicant to try it on. Their numbers are examples; a meeting brings its own. */
public final class Examples {

    public static final List<String> NAMES = List.of("engineering", "medicine");

    private Examples() {
    }

    public static Sheet sheet(String name) {
        return RuleBookFiles.sheet(file(name, ".json"));
    }

    public static Facts facts(String name) {
        return RuleBookFiles.facts(file(name, "-facts.json"));
    }

    private static byte[] file(String name, String end) {
        if (!NAMES.contains(name)) throw new IllegalArgumentException("no example of that name");
        try (var file = Examples.class.getResourceAsStream("/conclave/sheets/" + name + end)) {
            if (file == null) throw new IllegalStateException("an example is missing: " + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
