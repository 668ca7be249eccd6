package conclave.seal.container;

import conclave.seal.RandomIds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;

/** Seals one stream of any length into volumes. What was not finished leaves nothing behind. */
public final class ContainerWriter implements AutoCloseable {

    private final VolumesOut volumes;
    private final Slot[] ring;
    private final ExecutorService workers = Slot.workers();
    private final OutputStream payload = new Payload();
    private long chunk;
    private boolean finished;

    private ContainerWriter(VolumesOut volumes, Slot[] ring) {
        this.volumes = volumes;
        this.ring = ring;
    }

    public static ContainerWriter create(Path folder, String name, Envelope envelope, Suite suite, long volumeSize) throws IOException {
        return create(folder, name, envelope, suite, volumeSize, Head.LARGEST_CHUNK, RandomIds.bytes(Head.SALT_BYTES));
    }

    /** With salt and chunk size given, for test vectors. */
    static ContainerWriter create(Path folder, String name, Envelope envelope, Suite suite, long volumeSize, int chunkSize, byte[] salt)
            throws IOException {
        var head = Head.of(suite.profile(), envelope, chunkSize, salt);
        var keys = ChunkKeys.of(suite, envelope.contentKey(), head);
        var volumes = new VolumesOut(folder, name, suite, volumeSize);
        try {
            volumes.write(head.bytes(), head.bytes().length);
            volumes.write(keys.commitment(), ChunkKeys.COMMITMENT_BYTES);
            return new ContainerWriter(volumes, Slot.ring(chunkSize, suite, keys.chunkKey()));
        } catch (IOException | RuntimeException e) {
            volumes.close();
            throw e;
        }
    }

    /** Takes the clear bytes. Closing it ends nothing: {@link #finish} does. */
    public OutputStream payload() {
        return payload;
    }

    /** Returns when all volumes are durable under their names. */
    public List<Volume> finish() throws IOException {
        if (finished) throw new IOException("this package was finished or given up before");
        finished = true;
        seal(true);
        for (int i = 1; i <= Slot.RING; i++) drain(ring[(int) ((chunk + i) % Slot.RING)]);
        return volumes.finish();
    }

    private Slot current() {
        return ring[(int) (chunk % Slot.RING)];
    }

    private void add(byte[] bytes, int offset, int length) throws IOException {
        if (finished) throw new IOException("this package was finished or given up before");
        for (int from = offset, left = length; left > 0; ) {
            if (current().length == current().plain.length) next();
            var slot = current();
            int count = Math.min(left, slot.plain.length - slot.length);
            System.arraycopy(bytes, from, slot.plain, slot.length, count);
            slot.length += count;
            from += count;
            left -= count;
        }
    }

    /** A full chunk is sealed only when more comes: then it is not the last. */
    private void next() throws IOException {
        seal(false);
        chunk++;
        drain(current());
    }

    private void seal(boolean last) {
        var slot = current();
        var nonce = ChunkKeys.nonce(chunk, last);
        slot.start(workers, () -> {
            slot.cipher.seal(nonce, slot.plain, slot.length, slot.sealed);
            return true;
        });
    }

    private void drain(Slot slot) throws IOException {
        if (!slot.busy()) return;
        slot.await();
        volumes.write(slot.sealed, slot.length + ChunkCipher.TAG_BYTES);
        slot.length = 0;
    }

    @Override
    public void close() throws IOException {
        finished = true;
        workers.shutdownNow();
        volumes.close();
    }

    private final class Payload extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            add(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            add(bytes, offset, length);
        }
    }
}
