package conclave.seal.container;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few slots used in turn keep both processors busy, the chunks in order and memory flat. A small package needs only its first. */
final class Ring implements AutoCloseable {

    static final int SLOTS = 16;
    private static final int WORKERS = 2;

    private final int chunkSize;
    private final Suite suite;
    private final byte[] chunkKey;
    private final Slot[] slots = new Slot[SLOTS];
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, Thread.ofPlatform().daemon().name("package-chunk-", 0).factory());

    Ring(int chunkSize, Suite suite, byte[] chunkKey) {
        this.chunkSize = chunkSize;
        this.suite = suite;
        this.chunkKey = chunkKey;
    }

    Slot at(long chunk) {
        int place = (int) (chunk % SLOTS);
        if (slots[place] == null) slots[place] = new Slot(chunkSize, suite.cipher(chunkKey));
        return slots[place];
    }

    /** Whether the slot of this chunk waits to be looked at. */
    boolean busy(long chunk) {
        var slot = slots[(int) (chunk % SLOTS)];
        return slot != null && slot.busy();
    }

    void start(Slot slot, Callable<Boolean> task) {
        slot.work(workers.submit(task));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
