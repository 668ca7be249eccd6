package conclave.document;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where pictures lie while they are in memory: on leaves of one size that are used again and again. Pictures come and go by hundreds of
 * megabytes a minute and live just long enough to be costly for a collector. Whoever is lent a picture and forgets to give it back costs
 * a leaf that is not used again, and nothing else: bytes are never overwritten while somebody may still read them.
 */
final class PictureMemory {

    static final int LEAF = 64 << 10;

    private final int mostIdle;
    private final ArrayDeque<byte[]> idle = new ArrayDeque<>();

    /** @param mostIdleBytes what is kept for the next pictures when nobody reads */
    PictureMemory(long mostIdleBytes) {
        this.mostIdle = Math.toIntExact(mostIdleBytes / LEAF);
    }

    /** Bytes that lie by themselves and are used for nothing else afterwards. */
    static Held alone(byte[] bytes) {
        return new Held(new byte[][] {bytes}, bytes.length, null);
    }

    /** The first so many of these bytes, held for whoever calls. What is small fills no leaf and lies by itself. */
    Held hold(byte[] bytes, int length) {
        if (length <= LEAF / 2) return alone(Arrays.copyOf(bytes, length));
        var leaves = new byte[(length + LEAF - 1) / LEAF][];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = take();
            System.arraycopy(bytes, i * LEAF, leaves[i], 0, Math.min(LEAF, length - i * LEAF));
        }
        return new Held(leaves, length, this);
    }

    private byte[] take() {
        synchronized (idle) {
            var leaf = idle.poll();
            if (leaf != null) return leaf;
        }
        return new byte[LEAF];
    }

    private void takeBack(byte[][] leaves) {
        synchronized (idle) {
            for (var leaf : leaves) {
                if (idle.size() < mostIdle) idle.push(leaf);
            }
        }
    }

    int idle() {
        synchronized (idle) {
            return idle.size();
        }
    }

    /** A picture's bytes and how many hold them. */
    static final class Held {
        private final byte[][] leaves;
        private final int length;
        /** Nobody's where it lies by itself. */
        private final PictureMemory memory;
        private final AtomicInteger holders = new AtomicInteger(1);

        private Held(byte[][] leaves, int length, PictureMemory memory) {
            this.leaves = leaves;
            this.length = length;
            this.memory = memory;
        }

        /** One more holds it; false where nobody did any more, and its leaves may be another picture's by now. */
        boolean lend() {
            for (int now = holders.get(); now > 0; now = holders.get()) {
                if (holders.compareAndSet(now, now + 1)) return true;
            }
            return false;
        }

        /** Each of those who hold it says so once. */
        void giveBack() {
            int left = holders.decrementAndGet();
            if (left < 0) throw new IllegalStateException("a picture was given back more often than it was lent");
            if (left == 0 && memory != null) memory.takeBack(leaves);
        }

        int length() {
            return length;
        }

        /** What it takes of the memory. */
        long room() {
            return memory == null ? length : (long) leaves.length * LEAF;
        }

        boolean isIn(PictureMemory other) {
            return memory == other;
        }

        ByteBuffer slice(int number) {
            int from = number * LEAF;
            int size = Math.min(LEAF, length - from);
            return memory == null ? ByteBuffer.wrap(leaves[0], from, size).slice() : ByteBuffer.wrap(leaves[number], 0, size);
        }

        byte[] bytes() {
            if (memory == null) return leaves[0];
            var all = new byte[length];
            for (int i = 0; i < leaves.length; i++) slice(i).get(all, i * LEAF, Math.min(LEAF, length - i * LEAF));
            return all;
        }
    }
}
