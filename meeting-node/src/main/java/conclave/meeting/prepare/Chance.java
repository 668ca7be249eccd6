package conclave.meeting.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers that nobody can foresee before the seed is shown and everybody can recompute after: SHA-256 over a key and a
 * counter. The key binds seed, roster, purpose and stratum; docs/formats/draw.md says it byte by byte.
 */
final class Chance {

    private static final long WORDS = 1L << 32;

    private final byte[] key;
    private byte[] block = {};
    private long counter;
    private int read;

    private Chance(byte[] key) {
        this.key = key;
    }

    static Chance of(Seed seed, String rosterDigest, String purpose, String stratum) {
        var text = new StringBuilder("conclave-draw/1\n");
        for (var share : seed.shares()) text.append("seed ").append(share).append('\n');
        text.append("roster ").append(rosterDigest).append("\npurpose ").append(purpose).append("\nstratum ").append(stratum).append('\n');
        return new Chance(Sha256.of(text.toString()));
    }

    /** From 0 to n − 1, each equally likely: what lies beyond the last whole multiple of n is drawn again. */
    int below(int n) {
        long fair = WORDS / n * n;
        long word = word();
        while (word >= fair) word = word();
        return (int) (word % n);
    }

    /** Fisher and Yates, from the end. */
    <T> List<T> shuffled(List<T> items) {
        var order = new ArrayList<>(items);
        for (int i = order.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            var kept = order.get(i);
            order.set(i, order.get(j));
            order.set(j, kept);
        }
        return order;
    }

    /** The next four bytes, the highest first. */
    private long word() {
        if (read == block.length) {
            block = Sha256.of(numbered());
            counter++;
            read = 0;
        }
        long word = 0;
        for (int i = 0; i < 4; i++) word = word << 8 | block[read++] & 0xff;
        return word;
    }

    private byte[] numbered() {
        var bytes = Arrays.copyOf(key, key.length + 8);
        for (int i = 0; i < 8; i++) bytes[key.length + i] = (byte) (counter >>> (56 - 8 * i));
        return bytes;
    }
}
