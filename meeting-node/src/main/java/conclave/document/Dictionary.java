package conclave.document;

import conclave.document.screen.Kind;
import conclave.document.screen.Known;
import conclave.document.screen.Sieve;
import conclave.meeting.prepare.FactKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * 词典: what must not be read of one person, made once for all of their documents. What is no name and no number, as a sex, says who
 * somebody is in no text and is not looked for; numbers, addresses and births of anybody are found without being in it.
 */
public final class Dictionary {

    private final List<Known> known;
    private final Sieve typed;
    private final Sieve pictures;

    private Dictionary(List<Known> known) {
        this.known = List.copyOf(known);
        this.typed = Sieve.of(known);
        this.pictures = Sieve.forPictures(known);
    }

    /** @param hidden what an application says that the policy hides */
    public static Dictionary of(Map<FactKey, String> hidden) {
        var known = new ArrayList<Known>();
        for (var fact : FactKey.values()) {
            var kind = kind(fact);
            if (kind == null || !hidden.containsKey(fact)) continue;
            var one = new Known(kind, hidden.get(fact));
            if (one.flaws().isEmpty()) known.add(one);
        }
        return new Dictionary(known);
    }

    private static Kind kind(FactKey fact) {
        return switch (fact) {
            case NAME -> Kind.NAME;
            case UNIT, RECOMMENDER -> Kind.UNIT;
            case ID_NUMBER -> Kind.ID_NUMBER;
            case PHONE -> Kind.PHONE;
            case BIRTH -> Kind.BIRTH;
            case SEX, ETHNICITY, ROUTE, EDUCATION, CURRENT_TITLE, CURRENT_TITLE_DATE, YEARS_IN_POST, SPECIALTY, RANK -> null;
        };
    }

    /** Whether a text that somebody typed, such as a title, says who somebody is, or nearly does. */
    public boolean finds(String text) {
        return !typed.screen(text).isEmpty();
    }

    Sieve typed() {
        return typed;
    }

    Sieve pictures() {
        return pictures;
    }

    /** For a digest under a key: a plain one could be guessed at. */
    byte[] bytes() {
        var text = new StringBuilder();
        for (var one : known) text.append(one.kind()).append('\0').append(one.text()).append('\0');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Dictionary(not shown)";
    }
}
