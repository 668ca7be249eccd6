package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What stood in a PDF before it was last saved: programs append what is new, and leave what was there. The bytes up
 * to each earlier end are the document as it was then.
 */
final class Revisions {

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINEARIZED = "/Linearized".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 2048;

    private Revisions() {
    }

    static void read(ByteBuffer bytes, Bounds bounds, Gathering to) {
        if (bounds.revisions() < 1) return;
        var ends = ends(bytes);
        if (ends.isEmpty()) {
            to.missing(Unread.DAMAGED);
            return;
        }
        PictureData.behindTheEnd(bytes, ends.removeLast() + END.length, to);
        // A file made for reading over a network has its first page first, with an end of its own.
        if (!ends.isEmpty() && find(bytes, LINEARIZED, 0, HEAD) >= 0) ends.removeFirst();
        if (ends.size() > bounds.revisions()) to.missing(Unread.TOO_MANY_PARTS);
        var latest = ends.subList(Math.max(0, ends.size() - bounds.revisions()), ends.size());
        for (int end : latest.reversed()) readThen(bytes.slice(0, end + END.length), bounds.ofAttachment(), to);
    }

    private static void readThen(ByteBuffer then, Bounds bounds, Gathering to) {
        try {
            PdfReading.read(then, bounds, to.inside(HidingPlace.EARLIER_REVISION));
        } catch (Unreadable | RuntimeException | StackOverflowError e) {
            to.missing(Unread.EARLIER_REVISION);
        }
        to.working();
    }

    private static List<Integer> ends(ByteBuffer bytes) {
        var ends = new ArrayList<Integer>();
        for (int at = find(bytes, END, 0, bytes.limit()); at >= 0; at = find(bytes, END, at + 1, bytes.limit())) ends.add(at);
        return ends;
    }

    private static int find(ByteBuffer bytes, byte[] wanted, int from, int to) {
        int last = Math.min(to, bytes.limit()) - wanted.length;
        for (int at = from; at <= last; at++) {
            if (bytes.get(at) == wanted[0] && bytes.slice(at, wanted.length).equals(ByteBuffer.wrap(wanted))) return at;
        }
        return -1;
    }
}
