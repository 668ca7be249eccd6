package conclave.web;

import conclave.node.Uploads.CutOff;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A body as it arrives, for a thread that may wait: one piece is asked for when the last is read, so that none lie about in memory. */
final class Inflow extends InputStream {

    private static final long PATIENCE_S = 30;
    private static final Buffer END = Buffer.buffer();
    private static final Buffer GONE = Buffer.buffer();

    private final BlockingQueue<Buffer> arrived = new LinkedBlockingQueue<>();
    private final HttpServerRequest request;
    private final Context home;
    private Buffer piece = Buffer.buffer();
    private int read;

    /** Made where the request came in, before anything of its body is looked at. */
    Inflow(HttpServerRequest request, Context home) {
        this.request = request;
        this.home = home;
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

    private Buffer next() throws IOException {
        try {
            home.runOnContext(_ -> request.fetch(1));
            var given = arrived.poll(PATIENCE_S, TimeUnit.SECONDS);
            return given == null ? GONE : given;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutOff();
        }
    }
}
