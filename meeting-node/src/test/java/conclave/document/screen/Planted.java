package conclave.document.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A text with something in it, as the page of planted texts writes it. */
record Planted(String line, Kind kind, boolean near, String text, int start, int end) {

    static List<Planted> all() throws IOException {
        try (var in = Planted.class.getResourceAsStream("/screen/planted.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(Planted::of).toList();
        }
    }

    private static Planted of(String line) {
        int tab = line.indexOf('\t');
        var kind = line.substring(0, tab);
        var marked = line.substring(tab + 1).replace("\\n", "\n").replace("\\r", "\r").replace("\\u200b", "\u200b").replace("\\u00a0", "\u00a0");
        int from = marked.indexOf('⟦');
        int to = marked.indexOf('⟧');
        var text = marked.substring(0, from) + marked.substring(from + 1, to) + marked.substring(to + 1);
        int start = text.codePointCount(0, from);
        return new Planted(line, Kind.valueOf(kind.replace("~", "").toUpperCase(Locale.ROOT)), kind.endsWith("~"), text, start, start + text.codePointCount(from, to - 1));
    }

    boolean isIn(List<Hit> hits) {
        return hits.stream().anyMatch(hit -> hit.kind() == kind && hit.near() == near && hit.start() == start && hit.end() == end);
    }
}
