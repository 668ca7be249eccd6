package conclave.seal;

import conclave.seal.KeyStick.Content;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What opens a box, in three shares on paper, of which any two are enough and one tells nothing (Shamir, over the 256 elements
 * of AES' field). Each share is sixteen groups of four signs, says which box it is for, and notices a mistyped sign.
 */
public final class KeyShares {

    private static final int COUNT = 3;
    private static final int BOX_BYTES = 3;
    private static final int CHECK_BYTES = 4;
    private static final int LENGTH = 1 + BOX_BYTES + Secret.BYTES + CHECK_BYTES;
    private static final int SIGNS = LENGTH * 8 / 5;
    private static final int GROUP = 4;

    private KeyShares() {
    }

    public static List<String> split(Content content) {
        return split(content, RandomIds.bytes(Secret.BYTES));
    }

    static List<String> split(Content content, byte[] slope) {
        var shares = new ArrayList<String>();
        for (int x = 1; x <= COUNT; x++) {
            var y = new byte[Secret.BYTES];
            for (int i = 0; i < y.length; i++) y[i] = (byte) (content.key()[i] ^ times(slope[i] & 0xff, x));
            shares.add(text(x, box(content.box()), y));
        }
        return shares;
    }

    /** {@link Unusable} for a mistyped share, one of another box, or one that was given twice. */
    public static byte[] join(String box, String one, String other) {
        var first = bytes(box, one);
        var second = bytes(box, other);
        int x = first[0];
        int z = second[0];
        if (x == z) throw wrong("key.share-twice", "The same share was given twice.");
        var key = new byte[Secret.BYTES];
        int scale = inverse(x ^ z);
        for (int i = 0; i < key.length; i++) {
            int a = times(first[1 + BOX_BYTES + i] & 0xff, z);
            int b = times(second[1 + BOX_BYTES + i] & 0xff, x);
            key[i] = (byte) times(a ^ b, scale);
        }
        return key;
    }

    private static String text(int x, byte[] box, byte[] y) {
        var bytes = new byte[LENGTH];
        bytes[0] = (byte) x;
        System.arraycopy(box, 0, bytes, 1, BOX_BYTES);
        System.arraycopy(y, 0, bytes, 1 + BOX_BYTES, y.length);
        System.arraycopy(check(bytes), 0, bytes, LENGTH - CHECK_BYTES, CHECK_BYTES);
        var signs = Crockford.lower(bytes).toUpperCase(Locale.ROOT);
        var groups = new ArrayList<String>();
        for (int i = 0; i < SIGNS; i += GROUP) groups.add(signs.substring(i, i + GROUP));
        return String.join("-", groups);
    }

    private static byte[] bytes(String box, String typed) {
        var signs = Crockford.digitsOf(typed).orElse("");
        if (signs.length() != SIGNS) throw wrong("key.share-mistyped", "A share has sixteen groups of four signs.");
        var number = BigInteger.ZERO;
        for (char sign : signs.toCharArray()) number = number.shiftLeft(5).or(BigInteger.valueOf(Crockford.value(sign)));
        var bytes = new byte[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--, number = number.shiftRight(8)) bytes[i] = (byte) number.intValue();
        var sound = bytes[0] >= 1 && bytes[0] <= COUNT && Arrays.equals(check(bytes), Arrays.copyOfRange(bytes, LENGTH - CHECK_BYTES, LENGTH));
        if (!sound) throw wrong("key.share-mistyped", "A sign of the share is mistyped.");
        if (!Arrays.equals(box(box), Arrays.copyOfRange(bytes, 1, 1 + BOX_BYTES))) throw wrong("key.share-other", "The share is for another box.");
        return bytes;
    }

    private static byte[] check(byte[] bytes) {
        var label = "conclave key share 1\0".getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(Digests.sha256(label, Arrays.copyOf(bytes, LENGTH - CHECK_BYTES)), CHECK_BYTES);
    }

    private static byte[] box(String id) {
        return Arrays.copyOf(Digests.sha256(id.getBytes(StandardCharsets.US_ASCII)), BOX_BYTES);
    }

    private static Unusable wrong(String code, String sentence) {
        return new Unusable(code, sentence);
    }

    /** In the field of 256 elements with x⁸ + x⁴ + x³ + x + 1. */
    private static int times(int a, int b) {
        int product = 0;
        for (int left = a, right = b; right != 0; right >>= 1) {
            if ((right & 1) != 0) product ^= left;
            left = left << 1 ^ ((left & 0x80) != 0 ? 0x11b : 0);
        }
        return product;
    }

    /** The 254th power: 255 elements but nought form a group. */
    private static int inverse(int a) {
        int power = 1;
        for (int i = 0; i < 254; i++) power = times(power, a);
        return power;
    }
}
