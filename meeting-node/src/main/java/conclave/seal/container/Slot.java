package conclave.seal.container;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Room for one chunk on its way, clear and sealed, with a cipher of its own. */
final class Slot {

    final byte[] plain;
    final byte[] sealed;
    final ChunkCipher cipher;
    int length;
    long chunk;
    boolean last;
    long at;
    private Future<Boolean> work;

    Slot(int chunkSize, ChunkCipher cipher) {
        plain = new byte[chunkSize];
        sealed = new byte[chunkSize + ChunkCipher.TAG_BYTES];
        this.cipher = cipher;
    }

    void work(Future<Boolean> begun) {
        work = begun;
    }

    boolean busy() {
        return work != null;
    }

    boolean await() throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted at chunk " + chunk).initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chunk could not be worked on", e.getCause());
        } finally {
            work = null;
        }
    }
}
