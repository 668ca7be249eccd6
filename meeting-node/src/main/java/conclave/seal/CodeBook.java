package conclave.seal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Personal codes of seat cards: 60 random bits, written XXXX-XXXX-XXXX. Only a hash is kept, keyed with this
 * installation's pepper: who steals the records cannot try codes, and 400 people still sign in within seconds.
 */
public final class CodeBook {

    private static final int DIGITS = 12;
    private static final int GROUP = 4;

    private final Keyed keyed;

    public CodeBook(Secret pepper) {
        keyed = new Keyed(pepper.derive("conclave personal codes 1"));
    }

    /** A new code as it is printed on a card. */
    public static String fresh() {
        var digits = new StringBuilder();
        for (byte b : RandomIds.bytes(DIGITS)) digits.append(Crockford.digit(b));
        return grouped(digits.toString());
    }

    /** The code somebody meant: any case, full-width signs, O for 0, I and L for 1, dashes missing or anywhere. */
    public static Optional<String> normalise(CharSequence typed) {
        if (typed.length() > 64) return Optional.empty();
        return Crockford.digitsOf(typed).filter(d -> d.length() == DIGITS).map(CodeBook::grouped);
    }

    /** What is kept of a code, in hex; empty where the typed text cannot be one. */
    public Optional<String> hash(CharSequence typed) {
        return normalise(typed).map(code -> Digests.hex(keyed.of(code.getBytes(StandardCharsets.US_ASCII))));
    }

    private static String grouped(String digits) {
        return digits.substring(0, GROUP) + "-" + digits.substring(GROUP, 2 * GROUP) + "-" + digits.substring(2 * GROUP);
    }
}
