package conclave.ledger.ratis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Goes through the bytes of one segment file: the word RaftLog1, then for each entry its length (a base-128 varint),
 * its bytes, and the CRC-32C of both; zeros to the end where space was set aside. Stops at the first entry that does
 * not hold, and then says whether this is the trace of an unfinished write or damage.
 */
final class SegmentWalk {

    private static final byte[] HEADER = "RaftLog1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 4;
    private static final int SECTOR = 512;
    /** An entry begins with its term, protobuf field 1; the term is never 0 and therefore never left out. */
    private static final byte TERM = 0x08;

    private final ByteBuffer bytes;
    private final int written;
    private long count;
    private int end;

    SegmentWalk(ByteBuffer bytes) {
        this.bytes = bytes;
        this.written = lastByteWritten();
    }

    SegmentWalk walk() {
        if (!headerHolds()) return this;
        end = HEADER.length;
        for (int next; (next = entryEnd(end, lengthAt(end))) > 0; count++) end = next;
        return this;
    }

    /** Entries that hold. */
    long count() {
        return count;
    }

    /** Where the last entry that holds ends. */
    int end() {
        return end;
    }

    /** Only zeros follow, so nothing was meant to. */
    boolean sound() {
        return end >= HEADER.length && written <= end;
    }

    /**
     * A write that was cut short leaves the front part of an entry and zeros (or nothing) behind it. If an entry that
     * holds is found further on, or the bytes that are there make an entry of another length, then it was whole once.
     */
    boolean torn() {
        if (end == 0) return written < HEADER.length && headerBegins();
        var length = lengthAt(end);
        if (length == 0 ? written - end >= 5 : !stopsAtSector(end, length)) return false;
        return !wholeWithAnotherLength() && !anotherEntryBehind();
    }

    private boolean headerHolds() {
        return bytes.limit() >= HEADER.length && written >= HEADER.length && headerBegins();
    }

    private boolean headerBegins() {
        for (int i = 0; i < Math.min(written, HEADER.length); i++) {
            if (bytes.get(i) != HEADER[i]) return false;
        }
        return true;
    }

    private int lastByteWritten() {
        int i = bytes.limit();
        while (i > 0 && bytes.get(i - 1) == 0) i--;
        return i;
    }

    /** Disks and kernels stop between sectors, not between bytes: a sector of this entry was never written. */
    private boolean stopsAtSector(int start, int length) {
        long stop = start + (long) varintSize(length) + length + CHECKSUM;
        long untouched = (written + SECTOR - 1L) / SECTOR * SECTOR;
        return bytes.limit() < stop || untouched < stop;
    }

    private boolean wholeWithAnotherLength() {
        for (int width = 1; width <= 4; width++) {
            for (int zeros = 0; zeros <= CHECKSUM; zeros++) {
                int length = written + zeros - end - width - CHECKSUM;
                if (length > 0 && varintSize(length) == width && holds(end, length)) return true;
            }
        }
        return false;
    }

    private boolean anotherEntryBehind() {
        for (int start = end + 1; start < written; start++) {
            int length = lengthAt(start);
            if (length > 0 && start + varintSize(length) < written && bytes.get(start + varintSize(length)) == TERM
                    && entryEnd(start, length) > 0) return true;
        }
        return false;
    }

    private int entryEnd(int start, int length) {
        return length > 0 && holds(start, length) ? start + varintSize(length) + length + CHECKSUM : -1;
    }

    /** Whether the checksum holds for an entry of this length at this place, whatever length is written there. */
    private boolean holds(int start, int length) {
        int size = varintSize(length);
        long stop = (long) start + size + length;
        if (stop + CHECKSUM > bytes.limit()) return false;
        var crc = new CRC32C();
        crc.update(varint(length));
        crc.update(bytes.slice(start + size, length));
        return bytes.getInt((int) stop) == (int) crc.getValue();
    }

    /** The varint at this place; 0 where there is none. */
    private int lengthAt(int start) {
        int value = 0;
        for (int i = 0; i < 5 && start + i < bytes.limit(); i++) {
            var b = bytes.get(start + i);
            value |= (b & 0x7f) << (7 * i);
            if (b >= 0) return value <= RatisSettings.LARGEST_ENTRY.getSizeInt() && value > 0 && varintSize(value) == i + 1 ? value : 0;
        }
        return 0;
    }

    private static int varintSize(int value) {
        return Math.max(1, (38 - Integer.numberOfLeadingZeros(value)) / 7);
    }

    private static byte[] varint(int value) {
        var out = new byte[varintSize(value)];
        for (int i = 0; i < out.length; i++, value >>>= 7) {
            out[i] = (byte) (i + 1 < out.length ? value & 0x7f | 0x80 : value);
        }
        return out;
    }
}
