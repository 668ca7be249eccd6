package conclave.seal.bouncycastle;

/**
 * Whether bytes are one DER element and nothing else, with definite lengths written in their shortest form and not nested too deep. Looked
 * at before a parser sees a stranger's bytes: recursion and lengths are where parsers break.
 */
final class DerShape {

    private static final int DEEPEST = 24;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;

    private final byte[] bytes;

    private DerShape(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean holds(byte[] bytes) {
        return new DerShape(bytes).end(0, bytes.length, 0) == bytes.length;
    }

    /** Where the element that begins here ends; -1 where it is none. */
    private int end(int from, int limit, int depth) {
        if (depth > DEEPEST || limit - from < 2 || (bytes[from] & LONG_TAG) == LONG_TAG) return -1;
        int first = bytes[from + 1] & 0xff;
        int lengthBytes = first < 0x80 ? 0 : first - 0x80;
        int begin = from + 2 + lengthBytes;
        if (lengthBytes > 3 || first == 0x80 || begin > limit) return -1;
        int length = lengthBytes == 0 ? first : 0;
        for (int i = 0; i < lengthBytes; i++) length = length << 8 | bytes[from + 2 + i] & 0xff;
        boolean shortest = lengthBytes == 0 || length >= 0x80 && length >> 8 * (lengthBytes - 1) != 0;
        if (!shortest || length > limit - begin) return -1;
        int end = begin + length;
        if ((bytes[from] & CONSTRUCTED) == 0) return end;
        int at = begin;
        while (at >= 0 && at < end) at = end(at, end, depth + 1);
        return at;
    }
}
