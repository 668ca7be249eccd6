package conclave.document;

import conclave.document.screen.Kind;
import conclave.document.text.Box;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * 提示: where on a page something was found, was like it, or could not be read for certain, and how sure the machine is. For the eyes of whoever
 * screens, never what stands there ({@code docs/formats/mask.md}).
 *
 * @param confidence of 100; of what was not read for certain, how sure the reader was
 * @param place of what was found or like it as it would be covered; its kind is empty where nobody knows what stands there
 */
public record Hint(int page, Sort sort, int confidence, Spot place) {

    /** Covered; like it and not covered; letters that were hardly read. */
    public enum Sort { FOUND, NEAR, UNCLEAR }

    static final Comparator<Hint> ORDER = Comparator.comparingInt(Hint::page).thenComparing(Hint::sort).thenComparingInt((Hint hint) -> hint.place.top())
            .thenComparingInt(hint -> hint.place.left()).thenComparing(Hint::line);
    private static final Pattern LINE = Pattern.compile("[1-9][0-9]{0,4} [A-Z]+ [1-9][0-9]{0,2} ([A-Z_]+|-)( (0|[1-9][0-9]{0,4})){4}");
    private static final String NOBODY_KNOWS = "-";

    public Hint {
        new Box(place.left(), place.top(), place.right(), place.bottom());
        boolean known = !place.kind().isEmpty();
        if (known) Kind.valueOf(place.kind());
        if (known != (sort != Sort.UNCLEAR) || page < 1 || confidence < 1 || confidence > 100) throw new IllegalArgumentException("no hint");
    }

    /** {@code 2 NEAR 62 NAME 1200 300 2400 420} */
    String line() {
        var kind = place.kind().isEmpty() ? NOBODY_KNOWS : place.kind();
        return page + " " + sort + " " + confidence + " " + kind + " " + place.left() + " " + place.top() + " " + place.right() + " " + place.bottom();
    }

    /** @throws IllegalArgumentException where it is none */
    static Hint read(String line) {
        if (!LINE.matcher(line).matches()) throw new IllegalArgumentException("no hint");
        var words = line.split(" ");
        var kind = words[3].equals(NOBODY_KNOWS) ? "" : words[3];
        return new Hint(Integer.parseInt(words[0]), Sort.valueOf(words[1]), Integer.parseInt(words[2]),
                new Spot(kind, Integer.parseInt(words[4]), Integer.parseInt(words[5]), Integer.parseInt(words[6]), Integer.parseInt(words[7])));
    }
}
