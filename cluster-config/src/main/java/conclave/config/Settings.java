package conclave.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes typed values out of named texts, remembers which names were asked for, and collects all that was wrong. */
final class Settings {

    private final Map<String, String> texts;
    private final Set<String> known = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    Settings(Map<String, String> texts) {
        this.texts = texts;
    }

    List<Finding> findings() {
        var all = new ArrayList<>(findings);
        texts.keySet().stream().filter(name -> !known.contains(name)).sorted()
                .forEach(name -> all.add(Finding.error("config.name.unknown", "name", name)));
        return all;
    }

    Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(texts.get(name)).map(String::strip).filter(t -> !t.isEmpty());
    }

    long number(String name, long least, long most, long otherwise) {
        return text(name).map(t -> {
            var value = whole(t).filter(n -> n >= least && n <= most);
            if (value.isEmpty()) {
                findings.add(Finding.error("config.number", "name", name, "value", t,
                        "least", Long.toString(least), "most", Long.toString(most)));
            }
            return value.orElse(otherwise);
        }).orElse(otherwise);
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    int whole(String name, int least, int most, int otherwise) {
        return Math.toIntExact(number(name, least, most, otherwise));
    }

    boolean flag(String name, boolean otherwise) {
        return parsed(name, "config.flag", t -> switch (t) {
            case "yes", "true", "on" -> Optional.of(true);
            case "no", "false", "off" -> Optional.of(false);
            default -> Optional.empty();
        }).orElse(otherwise);
    }

    Optional<Path> path(String name) {
        return parsed(name, "config.path", t -> {
            try {
                return Optional.of(Path.of(t).toAbsolutePath().normalize());
            } catch (InvalidPathException notAPath) {
                return Optional.empty();
            }
        });
    }

    List<String> list(String name) {
        return text(name).map(t -> Arrays.stream(t.split("[,，\\s]+")).filter(s -> !s.isEmpty()).distinct().toList())
                .orElse(List.of());
    }

    <T> Optional<T> parsed(String name, String what, Function<String, Optional<T>> parse) {
        return text(name).flatMap(t -> {
            var value = parse.apply(t);
            if (value.isEmpty()) findings.add(Finding.error(what, "name", name, "value", t));
            return value;
        });
    }

    void add(Finding finding) {
        findings.add(finding);
    }
}
