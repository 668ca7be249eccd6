package conclave.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Files and pages of one meeting: AES-256-GCM in chunks, each chunk bound to its number, to being the last or not,
 * and to the name it was sealed under. Not one byte of a chunk comes out before its seal was checked; that the
 * whole is complete is known at the end of the stream and not before.
 */
public final class SealedBlobs {

    static final int FILE_CHUNK = 64 << 10;
    /** A page is one chunk: one pass over memory, nothing copied twice. */
    static final int PAGE_CHUNK = BlobHeader.LARGEST_CHUNK;

    private volatile byte[] key;
    private final String meeting;

    SealedBlobs(byte[] key, String meeting) {
        this.key = key;
        this.meeting = meeting;
    }

    /** How large a file of so many bytes is at most when it is sealed. */
    public static long sealedAtMost(long clear) {
        return BlobHeader.SIZE + clear + (clear / FILE_CHUNK + 1) * Aes.TAG_BYTES;
    }

    /** Seals a file of any size; returns how many bytes were written. Closes neither stream. */
    public long seal(String name, InputStream in, OutputStream out) throws IOException {
        var header = BlobHeader.fresh(key(), bound(name), FILE_CHUNK);
        out.write(header.bytes());
        return BlobHeader.SIZE + new ChunkSealer(header).seal(in, out);
    }

    /** A stream over the contents; reading it throws {@link Damaged} and gives nothing of the chunk concerned. */
    public InputStream open(String name, InputStream sealed) throws IOException {
        var header = BlobHeader.read(key(), bound(name), sealed.readNBytes(BlobHeader.SIZE));
        return new OpenedBlob(header, sealed);
    }

    /** The fast way for what is in memory anyway: pages of some 300 KB. */
    public byte[] sealWhole(String name, byte[] contents) {
        var header = BlobHeader.fresh(key(), bound(name), PAGE_CHUNK);
        int chunks = Math.max(1, (contents.length + PAGE_CHUNK - 1) / PAGE_CHUNK);
        var sealed = Arrays.copyOf(header.bytes(), BlobHeader.SIZE + contents.length + chunks * Aes.TAG_BYTES);
        var aes = new Aes(header.blobKey());
        int to = BlobHeader.SIZE;
        for (int chunk = 0; chunk < chunks; chunk++) {
            int from = chunk * PAGE_CHUNK;
            int length = Math.min(PAGE_CHUNK, contents.length - from);
            var nonce = BlobHeader.nonce(chunk, chunk == chunks - 1);
            to += aes.seal(nonce, header.bytes(), contents, from, length, sealed, to);
        }
        return sealed;
    }

    /** Opens either form; all of it was checked when it returns. */
    public byte[] openWhole(String name, byte[] sealed) {
        var header = BlobHeader.read(key(), bound(name), sealed);
        int body = sealed.length - BlobHeader.SIZE;
        if (body >= Aes.TAG_BYTES && body <= header.chunkSize() + Aes.TAG_BYTES) {
            var contents = new byte[body - Aes.TAG_BYTES];
            if (new Aes(header.blobKey()).open(BlobHeader.nonce(0, true), header.bytes(),
                    sealed, BlobHeader.SIZE, body, contents, 0)) return contents;
        }
        return openChunks(header, sealed, body);
    }

    /**
     * The same for whoever opens one after the other and brings the memory along: of {@code sealed} the first so many bytes are read, the
     * contents stand at the beginning of {@code contents}, which is no smaller than what was sealed. @return how many bytes they are
     */
    public int openInto(String name, byte[] sealed, int length, byte[] contents) {
        if (length < BlobHeader.SIZE) throw Damaged.header();
        var header = BlobHeader.read(key(), bound(name), sealed);
        int body = length - BlobHeader.SIZE;
        boolean oneChunk = body >= Aes.TAG_BYTES && body <= header.chunkSize() + Aes.TAG_BYTES;
        if (oneChunk && new Aes(header.blobKey()).open(BlobHeader.nonce(0, true), header.bytes(), sealed, BlobHeader.SIZE, body, contents, 0)) {
            return body - Aes.TAG_BYTES;
        }
        var several = openChunks(header, sealed, body);
        System.arraycopy(several, 0, contents, 0, several.length);
        return several.length;
    }

    /** Several chunks; or one that did not open, of which the stream will say why. */
    private static byte[] openChunks(BlobHeader header, byte[] sealed, int body) {
        try (var stream = new OpenedBlob(header, new ByteArrayInputStream(sealed, BlobHeader.SIZE, body))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private String bound(String name) {
        return meeting + "\0" + name;
    }

    /** From here on nothing is sealed or opened; least of all under a key of zeros. */
    void forget() {
        key = null;
    }

    private byte[] key() {
        var present = key;
        if (present == null) throw new IllegalStateException("the key of " + meeting + " was forgotten");
        return present;
    }
}
