package conclave.appliance.rule;

import conclave.codec.BadJson;
import conclave.codec.RuleBookFiles;
import conclave.meeting.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A file of the rule book, read whole or not at all; what is wrong with it is one finding. */
record RuleFile<T>(Optional<T> value, Optional<Finding> trouble) {

    /** A workbook may be larger than JSON; each reader knows what is too large for it. */
    private static final int LARGEST = 2 * RuleBookFiles.LARGEST;

    static <T> RuleFile<T> read(Path file, Function<byte[], T> read) {
        if (!Files.exists(file)) return trouble("file-absent", file, "");
        if (Files.isDirectory(file)) return trouble("file-is-folder", file, "");
        if (!Files.isRegularFile(file)) return trouble("file-no-file", file, "");
        try (var bytes = Files.newInputStream(file)) {
            // A file that grows while it is read ends here.
            return of(file, bytes.readNBytes(LARGEST + 1), read);
        } catch (IOException e) {
            return trouble("file-unreadable", file, "");
        }
    }

    static <T> RuleFile<T> of(Path file, byte[] bytes, Function<byte[], T> read) {
        try {
            return new RuleFile<>(Optional.of(read.apply(bytes)), Optional.empty());
        } catch (BadJson e) {
            return trouble("json-" + e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), file, e.path(),
                    "line", Integer.toString(e.line()), "expected", e.expected());
        }
    }

    private static <T> RuleFile<T> trouble(String code, Path file, String at, String... more) {
        var facts = new String[more.length + 2];
        facts[0] = "file";
        facts[1] = file.toString();
        System.arraycopy(more, 0, facts, 2, more.length);
        return new RuleFile<>(Optional.empty(), Optional.of(Finding.error(code, at, facts)));
    }
}
