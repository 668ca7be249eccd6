package conclave.web;

import conclave.document.PageImage;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sends a picture as it lies in memory, slice by slice: nothing is copied before it is encrypted, each slice is handed to the kernel while the
 * processor still has it at hand, and of a picture that a laptop takes slowly no more than a slice or two lies encrypted beside it. What is
 * left waits as a mere promise of bytes that all readers share.
 */
final class InSlices {

    /** Pieces of 64 KB: most pages go in one go or two. */
    private static final int AT_ONCE = 4;

    private InSlices() {
    }

    /**
     * Completes when the laptop's side has taken the last of it, fails when it has gone. Only what was taken to the end is given back: of
     * what was cut off a piece may still lie on its way, and must not become a piece of another picture there.
     */
    static Future<Void> send(HttpServerResponse response, PageImage image) {
        response.putHeader("Content-Type", image.mediaType()).putHeader("Content-Length", Integer.toString(image.length()));
        int from = 0;
        for (; from + AT_ONCE < image.slices(); from += AT_ONCE) response.write(slices(image, from, AT_ONCE));
        return response.end(slices(image, from, image.slices() - from)).onSuccess(_ -> image.giveBack());
    }

    /** Never written to: see {@link PageImage}. */
    private static Buffer slices(PageImage image, int from, int count) {
        var slices = new ByteBuffer[count];
        Arrays.setAll(slices, i -> image.slice(from + i));
        return BufferInternal.buffer(Unpooled.wrappedBuffer(slices));
    }
}
