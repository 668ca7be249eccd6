package conclave.exchange.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What one entry of a zip holds: as many bytes as its directory says, with the checksum that it says, or an error at the end. */
final class ZipContent extends FilterInputStream {

    record Place(long local, long packed, long plain, long crc, int method) {
    }

    private final Place place;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long read;

    private ZipContent(InputStream in, Place place, Inflater inflater) {
        super(in);
        this.place = place;
        this.inflater = inflater;
    }

    static InputStream open(FileChannel channel, long from, Place place) {
        var inflater = new Inflater(true);
        var raw = new Slice(channel, from, place.packed());
        return new ZipContent(place.method() == 0 ? raw : new InflaterInputStream(raw, inflater, 1 << 16), place, inflater);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
        int got = super.read(into, at, count);
        if (got > 0) {
            crc.update(into, at, got);
            read += got;
        }
        if (read > place.plain()) throw new IOException("more than its directory says");
        if (got < 0 && (read < place.plain() || crc.getValue() != place.crc())) throw new IOException("not what its directory says");
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** A part of the file; the file stays open. */
    private static final class Slice extends InputStream {

        private final FileChannel channel;
        private final long end;
        private long at;

        Slice(FileChannel channel, long from, long length) {
            this.channel = channel;
            this.at = from;
            this.end = from + length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (at >= end) return -1;
            int got = channel.read(ByteBuffer.wrap(into, from, (int) Math.min(count, end - at)), at);
            if (got > 0) at += got;
            return got;
        }
    }
}
