package conclave.exchange.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several values in one cell: each on a line of its own, or between semicolons; in quotes where one holds a semicolon. */
final class Choices {

    private static final String SEPARATORS = "；;\n";

    private Choices() {
    }

    static String write(List<String> choices) {
        return choices.stream().map(Choices::quoted).collect(Collectors.joining("；"));
    }

    private static String quoted(String choice) {
        var plain = !choice.isEmpty() && choice.equals(Figures.tidy(choice)) && choice.indexOf('"') < 0 && choice.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0);
        return plain ? choice : '"' + choice.replace("\"", "\"\"") + '"';
    }

    /** Empty where quotes do not come in pairs. */
    static Optional<List<String>> read(String text) {
        var choices = new ArrayList<String>();
        for (int at = 0; at < text.length(); at++) {
            var end = end(text, at);
            if (end < 0) return Optional.empty();
            var choice = Figures.tidy(text.substring(at, end));
            if (choice.startsWith("\"")) {
                if (choice.length() < 2 || !choice.endsWith("\"")) return Optional.empty();
                choices.add(choice.substring(1, choice.length() - 1).replace("\"\"", "\""));
            } else if (!choice.isEmpty()) {
                choices.add(choice);
            }
            at = end;
        }
        return Optional.of(choices);
    }

    /** Where the value ends that begins here; below zero where its quotes never close. */
    private static int end(String text, int from) {
        var quoted = false;
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '"') quoted = !quoted;
            else if (!quoted && SEPARATORS.indexOf(text.charAt(at)) >= 0) return at;
        }
        return quoted ? -1 : text.length();
    }
}
