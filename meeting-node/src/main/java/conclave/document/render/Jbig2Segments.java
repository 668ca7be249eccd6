package conclave.document.render;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The chain of segments that a JBIG2 picture is; of one that was cut off the rest would be white paper that looks fine. */
record Jbig2Segments(List<Segment> all) {

    static final int PAGE = 48;
    private static final List<Integer> GENERIC = List.of(38, 39);
    /** The ends of a page and of a file, and remarks. */
    private static final List<Integer> SHOW_NOTHING = List.of(49, 51, 62);

    private static final int MOST = 20_000;
    private static final int LEAST_HEAD = 11;
    /** Behind the last one stands an end of line at most. */
    private static final int MOST_BEHIND = 3;
    private static final int MOST_REFERRED = 1 << 16;
    private static final int WIDE_PAGE = 0x40;
    private static final int KIND = 0x3f;

    /** @param at where its data begins */
    record Segment(int kind, int at, int length) {

        /** A region of points, that nothing else is made of. */
        boolean isGeneric() {
            return GENERIC.contains(kind);
        }
    }

    /** Those on which it depends what is seen. */
    List<Segment> shown() {
        return all.stream().filter(each -> !SHOW_NOTHING.contains(each.kind())).toList();
    }

    /** Empty unless each of them is there to its end. */
    static Optional<Jbig2Segments> of(byte[] coded) {
        var bytes = ByteBuffer.wrap(coded);
        var all = new ArrayList<Segment>();
        while (bytes.remaining() > MOST_BEHIND) {
            if (all.size() == MOST || bytes.remaining() < LEAST_HEAD) return Optional.empty();
            long number = Integer.toUnsignedLong(bytes.getInt());
            int flags = bytes.get();
            var rest = restOfHead(bytes, number, flags);
            if (rest.isEmpty() || bytes.remaining() < rest.getAsLong()) return Optional.empty();
            bytes.position(bytes.position() + (int) rest.getAsLong() - Integer.BYTES);
            long length = Integer.toUnsignedLong(bytes.getInt());
            if (length > bytes.remaining()) return Optional.empty();
            all.add(new Segment(flags & KIND, bytes.position(), (int) length));
            bytes.position(bytes.position() + (int) length);
        }
        return Optional.of(new Jbig2Segments(all));
    }

    /** The numbers it refers to, the page it belongs to, and its length; counted from the count of the former, which is read here. */
    private static OptionalLong restOfHead(ByteBuffer bytes, long number, int flags) {
        int first = bytes.get() & 0xff;
        long referred = first >> 5;
        long kept = 0;
        if (referred == 7) {
            if (bytes.remaining() < 3) return OptionalLong.empty();
            referred = (first & 0x1f) << 24 | (bytes.get() & 0xff) << 16 | (bytes.get() & 0xff) << 8 | bytes.get() & 0xff;
            kept = (referred + 8) / 8;
        } else if (referred > 4) {
            return OptionalLong.empty();
        }
        if (referred > MOST_REFERRED) return OptionalLong.empty();
        int wide = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
        return OptionalLong.of(kept + referred * wide + ((flags & WIDE_PAGE) == 0 ? 1 : 4) + Integer.BYTES);
    }
}
