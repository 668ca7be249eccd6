package conclave.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes the chunks of one blob; reads one chunk ahead, because only then it is known which is the last. */
final class ChunkSealer {

    private final BlobHeader header;
    private final Aes aes;
    private final byte[] sealed;

    ChunkSealer(BlobHeader header) {
        this.header = header;
        this.aes = new Aes(header.blobKey());
        this.sealed = new byte[header.chunkSize() + Aes.TAG_BYTES];
    }

    long seal(InputStream in, OutputStream out) throws IOException {
        var current = new byte[header.chunkSize()];
        var ahead = new byte[header.chunkSize()];
        int length = in.readNBytes(current, 0, current.length);
        long written = 0;
        for (long chunk = 0; ; chunk++) {
            int next = length < current.length ? 0 : in.readNBytes(ahead, 0, ahead.length);
            int size = aes.seal(BlobHeader.nonce(chunk, next == 0), header.bytes(), current, 0, length, sealed, 0);
            out.write(sealed, 0, size);
            written += size;
            if (next == 0) return written;
            var swapped = current;
            current = ahead;
            ahead = swapped;
            length = next;
        }
    }
}
