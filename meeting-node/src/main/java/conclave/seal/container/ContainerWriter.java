package conclave.seal.container;

import conclave.seal.RandomIds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Seals one stream of any length into volumes. What was not finished leaves nothing behind. */
public final class ContainerWriter implements AutoCloseable {

    private final VolumesOut volumes;
    private final Ring ring;
    private final OutputStream payload = new Payload();
    private long chunk;
    private boolean finished;

    private ContainerWriter(VolumesOut volumes, Ring ring) {
        this.volumes = volumes;
        this.ring = ring;
    }

    public static ContainerWriter create(Path folder, String name, Envelope envelope, Suite suite, long volumeSize) throws IOException {
        return create(folder, name, envelope, suite, volumeSize, Head.USUAL_CHUNK, RandomIds.bytes(Head.SALT_BYTES));
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
            return new ContainerWriter(volumes, new Ring(chunkSize, suite, keys.chunkKey()));
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
        for (int i = 1; i <= Ring.SLOTS; i++) drain(chunk + i);
        return volumes.finish();
    }

    private Slot current() {
        return ring.at(chunk);
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
        drain(chunk);
    }

    private void seal(boolean last) {
        var slot = current();
        var nonce = ChunkKeys.nonce(chunk, last);
        ring.start(slot, () -> {
            slot.cipher.seal(nonce, slot.plain, slot.length, slot.sealed);
            return true;
        });
    }

    /** What was sealed in the slot that this chunk will have is written first. */
    private void drain(long chunk) throws IOException {
        if (!ring.busy(chunk)) return;
        var slot = ring.at(chunk);
        slot.await();
        volumes.write(slot.sealed, slot.length + ChunkCipher.TAG_BYTES);
        slot.length = 0;
    }

    @Override
    public void close() throws IOException {
        finished = true;
        ring.close();
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
