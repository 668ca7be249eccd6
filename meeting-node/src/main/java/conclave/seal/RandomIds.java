package conclave.seal;

import java.security.SecureRandom;

/** Bodies of ids that nobody guesses and that tell nothing, not even which came first. */
public final class RandomIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    private RandomIds() {
    }

    /** 128 random bits as 26 lower-case letters and digits. */
    public static String next() {
        return Crockford.lower(bytes(ID_BYTES));
    }

    /** With the prefix that names the type: {@code next("mtg")} gives {@code mtg-…}. */
    public static String next(String prefix) {
        return prefix + "-" + next();
    }

    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
