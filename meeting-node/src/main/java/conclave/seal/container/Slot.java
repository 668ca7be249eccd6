package conclave.seal.container;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Room for one chunk on its way, clear and sealed, with a cipher of its own. A few of them in a ring keep both processors busy and memory flat. */
final class Slot {

    static final int RING = 4;
    private static final int WORKERS = 2;

    final byte[] plain;
    final byte[] sealed;
    final ChunkCipher cipher;
    int length;
    long chunk;
    boolean last;
    long at;
    private Future<Boolean> work;

    private Slot(int chunkSize, ChunkCipher cipher) {
        plain = new byte[chunkSize];
        sealed = new byte[chunkSize + ChunkCipher.TAG_BYTES];
        this.cipher = cipher;
    }

    static Slot[] ring(int chunkSize, Suite suite, byte[] chunkKey) {
        var ring = new Slot[RING];
        for (int i = 0; i < RING; i++) ring[i] = new Slot(chunkSize, suite.cipher(chunkKey));
        return ring;
    }

    static ExecutorService workers() {
        return Executors.newFixedThreadPool(WORKERS, Thread.ofPlatform().daemon().name("package-chunk-", 0).factory());
    }

    boolean busy() {
        return work != null;
    }

    void start(ExecutorService workers, Callable<Boolean> task) {
        work = workers.submit(task);
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
