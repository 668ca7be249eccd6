package conclave.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where each 64th line of a file begins: 125 KB for a million lines. */
final class LineIndex {

    private static final int STRIDE = 64;

    private long[] begins = new long[256];
    private int known;
    private long lines;

    /** The next line begins here. */
    void add(long offset) {
        if (lines++ % STRIDE != 0) return;
        if (known == begins.length) begins = Arrays.copyOf(begins, known * 2);
        begins[known++] = offset;
    }

    long lines() {
        return lines;
    }

    /** Lines number first to first + count - 1 (the first line of the file is number 1), without their line feeds. */
    List<byte[]> read(GrowingFile file, long first, int count) {
        if (first < 1 || first + count - 1 > lines) throw new IllegalArgumentException("no such lines: " + first + " + " + count);
        file.flush();
        int block = (int) ((first - 1) / STRIDE);
        int after = (int) ((first + count - 2) / STRIDE) + 1;
        long end = after < known ? begins[after] : file.length();
        var bytes = file.read(begins[block], Math.toIntExact(end - begins[block]));
        var found = new ArrayList<byte[]>(count);
        long number = (long) block * STRIDE + 1;
        for (int from = 0, i = 0; i < bytes.length && found.size() < count; i++) {
            if (bytes[i] != '\n') continue;
            if (number++ >= first) found.add(Arrays.copyOfRange(bytes, from, i));
            from = i + 1;
        }
        if (found.size() != count) throw new Broken("lines are missing in " + file.path() + " from line " + number);
        return found;
    }
}
