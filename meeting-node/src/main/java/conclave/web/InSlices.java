package conclave.web;

import conclave.document.PageImage;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * Sends a picture as it lies in memory, slice by slice: nothing is copied before it is encrypted, and of a picture that a laptop takes
 * slowly no more than a slice or two lies encrypted beside it. What is left waits as a mere promise of bytes that all readers share.
 */
final class InSlices {

    /** Four records of TLS: encrypted and handed to the kernel while the processor still has them at hand. */
    static final int SLICE = 64 << 10;

    private InSlices() {
    }

    /** Completes when the laptop's side has taken the last of it, fails when it has gone. */
    static Future<Void> send(HttpServerResponse response, PageImage image) {
        var bytes = image.bytes();
        response.putHeader("Content-Type", image.mediaType()).putHeader("Content-Length", Integer.toString(bytes.length));
        int from = 0;
        for (; bytes.length - from > SLICE; from += SLICE) response.write(slice(bytes, from, SLICE));
        return response.end(slice(bytes, from, bytes.length - from));
    }

    /** Never written to: see {@link PageImage}. */
    private static Buffer slice(byte[] bytes, int from, int length) {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, from, length));
    }
}
