package conclave.seal;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Base 32 for people: no I, L, O or U, and what they type instead of 1 and 0 is understood. */
final class Crockford {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int FULL_WIDTH_SHIFT = 0xFF01 - '!';

    private Crockford() {
    }

    /** The whole number that the bytes write, in as many digits as they can need. */
    static String lower(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        var text = new char[(bytes.length * 8 + 4) / 5];
        for (int i = text.length - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(number.intValue() & 31);
            number = number.shiftRight(5);
        }
        return new String(text).toLowerCase(Locale.ROOT);
    }

    static char digit(int value) {
        return DIGITS.charAt(value & 31);
    }

    static int value(char digit) {
        return DIGITS.indexOf(digit);
    }

    /** Digits alone, upper case, from what somebody typed; empty where a sign cannot be meant for one. */
    static Optional<String> digitsOf(CharSequence typed) {
        var digits = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = narrow(typed.charAt(i));
            if (separates(c)) continue;
            char digit = meant(c);
            if (DIGITS.indexOf(digit) < 0) return Optional.empty();
            digits.append(digit);
        }
        return Optional.of(digits.toString());
    }

    private static char meant(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    /** Chinese input methods write full-width letters, digits and dashes. */
    private static char narrow(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - FULL_WIDTH_SHIFT) : c;
    }

    private static boolean separates(char c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION, Character.SPACE_SEPARATOR, Character.CONTROL, Character.FORMAT,
                 Character.CONNECTOR_PUNCTUATION -> true;
            default -> c == '.' || c == '\u2212' || c == '\u30FC' || c == '\u00B7';
        };
    }
}
