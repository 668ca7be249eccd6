package conclave.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One side writes, the other reads, and what the writer could not finish is no end of the file. */
final class Piped {

    private static final int BUFFER = 1 << 18;

    private Piped() {
    }

    interface Writer {
        void to(OutputStream out) throws IOException;
    }

    interface Reader {
        void from(InputStream in) throws IOException;
    }

    static void through(Writer writer, Reader reader) throws IOException {
        var in = new PipedInputStream(BUFFER);
        var out = new PipedOutputStream(in);
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().name("binding").start(() -> {
            try (out) {
                writer.to(out);
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try (in) {
            reader.from(in);
        } finally {
            // Whatever became of the reading: what the writer works with is not given to another before it has ended.
            done.handle((_, _) -> null).join();
        }
        try {
            done.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }
}
