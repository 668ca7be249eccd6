package conclave.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration file as a technician writes it: {@code name = value} a line, {@code #} begins a comment line. */
record ConfigLines(Map<String, String> settings, List<Finding> findings) {

    private static final long LARGEST_FILE = 64 << 10;

    static ConfigLines read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) return failed("config.file.large", file);
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException absent) {
            return failed("config.file.absent", file);
        } catch (CharacterCodingException notText) {
            return failed("config.file.encoding", file);
        } catch (IOException unreadable) {
            return failed("config.file.unreadable", file);
        }
    }

    private static ConfigLines parse(Path file, String text) {
        var settings = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        int number = 0;
        for (var raw : text.split("\\R", -1)) {
            number++;
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            int at = line.indexOf('=');
            var name = at < 0 ? "" : line.substring(0, at).strip();
            if (name.isEmpty()) {
                findings.add(lineError("config.line.form", file, number, line));
            } else if (settings.putIfAbsent(name, line.substring(at + 1).strip()) != null) {
                findings.add(lineError("config.line.twice", file, number, name));
            }
        }
        return new ConfigLines(settings, findings);
    }

    private static Finding lineError(String what, Path file, int number, String text) {
        return Finding.error(what, "file", file.toString(), "line", Integer.toString(number), "text", text);
    }

    private static ConfigLines failed(String what, Path file) {
        return new ConfigLines(Map.of(), List.of(Finding.error(what, "file", file.toString())));
    }
}
