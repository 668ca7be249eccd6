package conclave.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The hints of one document as lines, in one order, and back. */
final class Hints {

    static final int MOST = 20_000;
    private static final String FIRST = "conclave hints 1";

    private Hints() {
    }

    static byte[] bytes(List<Hint> hints) {
        var text = new StringBuilder(FIRST).append('\n');
        for (var hint : hints) text.append(hint.line()).append('\n');
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static List<Hint> read(byte[] bytes, int pages) throws IOException {
        var lines = List.of(new String(bytes, StandardCharsets.US_ASCII).split("\n"));
        if (!lines.getFirst().equals(FIRST)) throw new IOException("hints of another form");
        try {
            return of(lines.subList(1, lines.size()), pages);
        } catch (IllegalArgumentException e) {
            throw new IOException("hints that are none", e);
        }
    }

    /** @throws IllegalArgumentException where they are none, or in another order */
    static List<Hint> of(List<String> lines, int pages) {
        if (lines.size() > MOST) throw new IllegalArgumentException("too many hints");
        var hints = new ArrayList<Hint>();
        for (var line : lines) {
            var hint = Hint.read(line);
            if (hint.page() > pages || !hints.isEmpty() && Hint.ORDER.compare(hints.getLast(), hint) >= 0) throw new IllegalArgumentException("no such hint");
            hints.add(hint);
        }
        return List.copyOf(hints);
    }
}
