package conclave.seal.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/** Opens a container. Not one byte of a chunk comes out before its tag was checked; an end that is none is refused and never looks like an end. */
public final class ContainerReader implements AutoCloseable {

    private final VolumesIn volumes;
    private final Profile profile;
    private final Ring ring;
    private final InputStream payload = new Payload();
    private long read;
    private long given;
    private boolean allRead;

    private ContainerReader(VolumesIn volumes, Profile profile, Ring ring) {
        this.volumes = volumes;
        this.profile = profile;
        this.ring = ring;
    }

    public static ContainerReader open(List<Path> files, Unwrapping unwrapping, Suites suites) throws IOException {
        var volumes = new VolumesIn(files);
        try {
            var head = Head.read(volumes);
            var commitment = Head.exactly(volumes, ChunkKeys.COMMITMENT_BYTES);
            var suite = suites.of(head.profile());
            var keys = ChunkKeys.of(suite, unwrapping.contentKey(head.kind(), head.profile(), head.envelope()), head);
            if (!MessageDigest.isEqual(commitment, keys.commitment())) throw Refused.because(Reason.COMMITMENT);
            return new ContainerReader(volumes, head.profile(), new Ring(head.chunkSize(), suite, keys.chunkKey()));
        } catch (IOException | RuntimeException e) {
            volumes.close();
            throw e;
        }
    }

    /** How a package is opened, without opening it. */
    public static Outside outside(List<Path> files) throws IOException {
        try (var volumes = new VolumesIn(files)) {
            var head = Head.read(volumes);
            return new Outside(head.profile(), head.kind(), head.chunkSize());
        }
    }

    /** What everybody can see of a container. */
    public record Outside(Profile profile, Envelope.Kind envelope, int chunkSize) {
    }

    public Profile profile() {
        return profile;
    }

    /** The clear bytes; reading throws {@link Refused} from the first chunk on that does not hold. */
    public InputStream payload() {
        return payload;
    }

    private void readAhead() throws IOException {
        while (!allRead && read < given + Ring.SLOTS) {
            var slot = ring.at(read);
            slot.chunk = read;
            slot.at = volumes.position();
            slot.last = volumes.remaining() <= slot.sealed.length;
            slot.length = volumes.readNBytes(slot.sealed, 0, slot.sealed.length);
            allRead = slot.last;
            read++;
            ring.start(slot, () -> opens(slot, slot.last));
        }
    }

    /** Of the chunks only an only one may be empty: so each payload has one form. */
    private static boolean opens(Slot slot, boolean last) {
        boolean enough = slot.length > ChunkCipher.TAG_BYTES || slot.length == ChunkCipher.TAG_BYTES && slot.chunk == 0;
        return enough && slot.cipher.open(ChunkKeys.nonce(slot.chunk, last), slot.sealed, slot.length, slot.plain);
    }

    /** A chunk that would open in the other role was not changed: what stands behind it was. */
    private Refused refuse(Slot slot) {
        if (slot.last && slot.length < ChunkCipher.TAG_BYTES) return volumes.refuse(Reason.CUT, slot.chunk, slot.at);
        if (!opens(slot, !slot.last)) return volumes.refuse(Reason.CHUNK, slot.chunk, slot.at);
        return volumes.refuse(slot.last ? Reason.CUT : Reason.GROWN, slot.chunk, slot.at);
    }

    @Override
    public void close() throws IOException {
        ring.close();
        volumes.close();
    }

    private final class Payload extends InputStream {

        private Slot open;
        private int position;
        private int available;
        private IOException failed;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (failed != null) throw failed;
            if (length == 0) return 0;
            while (position == available) {
                if (open != null && open.last) return -1;
                next();
            }
            int count = Math.min(length, available - position);
            System.arraycopy(open.plain, position, into, offset, count);
            position += count;
            return count;
        }

        private void next() throws IOException {
            try {
                if (open != null) given++;
                readAhead();
                var slot = ring.at(given);
                if (!slot.await()) throw refuse(slot);
                open = slot;
                position = 0;
                available = slot.length - ChunkCipher.TAG_BYTES;
            } catch (IOException e) {
                failed = e;
                position = 0;
                available = 0;
                throw e;
            }
        }

        @Override
        public int available() {
            return available - position;
        }
    }
}
