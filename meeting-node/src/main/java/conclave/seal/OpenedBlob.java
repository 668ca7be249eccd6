package conclave.seal;

import java.io.IOException;
import java.io.InputStream;

/** Opens chunk after chunk. Holds one sealed chunk more than it gives out, to know which is the last. */
final class OpenedBlob extends InputStream {

    private final BlobHeader header;
    private final Aes aes;
    private final InputStream source;
    private byte[] current;
    private byte[] ahead;
    private final byte[] plain;
    private int currentLength;
    private long chunk;
    private int position;
    private int available;
    private boolean ended;
    private Damaged damaged;

    OpenedBlob(BlobHeader header, InputStream source) throws IOException {
        this.header = header;
        this.aes = new Aes(header.blobKey());
        this.source = source;
        this.current = new byte[header.chunkSize() + Aes.TAG_BYTES];
        this.ahead = new byte[header.chunkSize() + Aes.TAG_BYTES];
        this.plain = new byte[header.chunkSize()];
        this.currentLength = source.readNBytes(current, 0, current.length);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (damaged != null) throw damaged;
        if (length == 0) return 0;
        while (position == available) {
            if (ended) return -1;
            openNext();
        }
        int count = Math.min(length, available - position);
        System.arraycopy(plain, position, into, offset, count);
        position += count;
        return count;
    }

    private void openNext() throws IOException {
        int next = currentLength < current.length ? 0 : source.readNBytes(ahead, 0, ahead.length);
        boolean last = next == 0;
        if (!opens(last)) throw refuse(last);
        position = 0;
        available = currentLength - Aes.TAG_BYTES;
        ended = last;
        chunk++;
        var swapped = current;
        current = ahead;
        ahead = swapped;
        currentLength = next;
    }

    private boolean opens(boolean last) {
        return currentLength >= Aes.TAG_BYTES
                && aes.open(BlobHeader.nonce(chunk, last), header.bytes(), current, 0, currentLength, plain, 0);
    }

    /** A chunk that would open in the other role was not changed: what stands behind it was. */
    private Damaged refuse(boolean last) {
        boolean holdsOtherwise = opens(!last);
        available = 0;
        position = 0;
        if (holdsOtherwise) damaged = last ? Damaged.cutAfter(chunk) : Damaged.grownAfter(chunk);
        else damaged = Damaged.chunk(chunk);
        return damaged;
    }

    @Override
    public int available() {
        return damaged == null ? available - position : 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
