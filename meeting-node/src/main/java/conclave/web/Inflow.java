package conclave.web;

import conclave.node.Uploads.CutOff;
import conclave.node.Uploads.TooSlow;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A body as it arrives, for a thread that may wait: one piece is asked for when the last is read, so that none lie about in memory. Whoever
 * sends holds a place that others wait for, so there is an end to it: nobody stands still for long, and nobody trickles.
 */
final class Inflow extends InputStream {

    private static final long PATIENCE_S = 30;
    /** Anybody may take so long to begin with; from then on it has to have been so much a second, which is a bad Wi-Fi shared by many. */
    static final long GRACE_MS = 60_000;
    static final long LEAST_A_MS = 64;
    /** Even so: a file as large as they may be takes a third of it at what a Wi-Fi of ours carries. */
    static final long LONGEST_MS = 900_000;
    private static final Buffer END = Buffer.buffer();
    private static final Buffer GONE = Buffer.buffer();

    private final BlockingQueue<Buffer> arrived = new LinkedBlockingQueue<>();
    private final HttpServerRequest request;
    private final Context home;
    private Buffer piece = Buffer.buffer();
    private int read;
    private final LongSupplier clock;
    private final long begun;
    private long came;

    /** Made where the request came in, before anything of its body is looked at. */
    Inflow(HttpServerRequest request, Context home) {
        this(request, home, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /** @param clock milliseconds that never go back */
    Inflow(HttpServerRequest request, Context home, LongSupplier clock) {
        this.request = request;
        this.home = home;
        this.clock = clock;
        this.begun = clock.getAsLong();
        request.pause();
        request.handler(arrived::add);
        request.endHandler(_ -> arrived.add(END));
        request.exceptionHandler(_ -> arrived.add(GONE));
        request.connection().closeHandler(_ -> arrived.add(GONE));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (read == piece.length()) {
            if (piece == END) return -1;
            piece = next();
            read = 0;
            if (piece == GONE) throw new CutOff();
            if (piece == END) return -1;
        }
        int count = Math.min(length, piece.length() - read);
        piece.getBytes(read, read + count, bytes, from);
        read += count;
        return count;
    }

    private boolean trickles() {
        var passed = clock.getAsLong() - begun;
        return passed > LONGEST_MS || passed > GRACE_MS && came < (passed - GRACE_MS) * LEAST_A_MS;
    }

    private Buffer next() throws IOException {
        try {
            home.runOnContext(_ -> request.fetch(1));
            var given = arrived.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (given == null) return GONE;
            came += given.length();
            if (given != END && given != GONE && trickles()) throw new TooSlow();
            return given;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutOff();
        }
    }
}
