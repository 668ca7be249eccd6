package conclave.document.screen;

import java.util.List;

/**
 * What is known of a person and must not be read by an expert: one line of a dictionary. A co-author is a NAME, a former
 * unit and a recommending one are UNITs; a BIRTH is written 1985-03-07.
 */
public record Known(Kind kind, String text) {

    /** Longer is no name and no number. */
    public static final int LONGEST = 200;

    /** Empty where it can be looked for; else why not. */
    public enum Flaw { EMPTY, TOO_SHORT, TOO_LONG, NO_DATE }

    public List<Flaw> flaws() {
        if (text.isBlank()) return List.of(Flaw.EMPTY);
        if (text.codePointCount(0, text.length()) > LONGEST) return List.of(Flaw.TOO_LONG);
        if (kind == Kind.BIRTH) return Births.date(text).isPresent() ? List.of() : List.of(Flaw.NO_DATE);
        return Folded.of(text).length() < 2 ? List.of(Flaw.TOO_SHORT) : List.of();
    }
}
