package conclave.document.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in the body of an office file and not on the pages made of it, paragraph by paragraph and cell by cell. */
final class Unprinted {

    /** Characters looked through in all; beyond that the rest is taken for unprinted, which is the safe side. */
    private static final long MOST_WORK = 4_000_000_000L;

    private Unprinted() {
    }

    static Optional<String> of(List<PageText> body, List<PageText> printed) {
        var shown = printed.stream().map(PageText::text).map(Unprinted::close).collect(Collectors.joining("\n"));
        var unprinted = new LinkedHashSet<String>();
        long work = 0;
        for (var text : body) {
            for (var piece : text.text().split("[\n\t]")) {
                if (piece.isBlank()) continue;
                work += shown.length();
                if (work > MOST_WORK || !shown.contains(close(piece))) unprinted.add(piece.strip());
            }
        }
        return unprinted.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", unprinted));
    }

    /** Lines break elsewhere on paper. */
    private static String close(String text) {
        var close = new StringBuilder(text.length());
        text.codePoints().filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point) && !Character.isISOControl(point))
                .forEach(close::appendCodePoint);
        return close.toString();
    }
}
