package conclave.document;

import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream that goes on behind them; fewer where it ends before. To close it closes nothing. */
final class Portion extends InputStream {

    private final InputStream in;
    private long left;

    Portion(InputStream in, long bytes) {
        this.in = in;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) return -1;
        int one = in.read();
        if (one >= 0) left--;
        return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (left <= 0) return length == 0 ? 0 : -1;
        int read = in.read(into, at, (int) Math.min(length, left));
        if (read > 0) left -= read;
        return read;
    }
}
