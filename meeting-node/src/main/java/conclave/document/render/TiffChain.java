package conclave.document.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;

/** The pages of a TIFF name each other, one after the other; a decoder follows them for ever where they turn in a circle. */
final class TiffChain {

    private static final int ENTRY = 12;

    private TiffChain() {
    }

    static void check(ByteBuffer file, int mostPages) throws Troubled {
        var bytes = file.slice(0, file.limit()).order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var met = new HashSet<Integer>();
        try {
            for (int at = bytes.getInt(4); at != 0; at = next(bytes, at)) {
                if (!met.add(at)) throw new Troubled(Trouble.DAMAGED);
                if (met.size() > mostPages) throw new Troubled(Trouble.TOO_MANY_PAGES);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    private static int next(ByteBuffer bytes, int at) {
        return bytes.getInt(at + 2 + ENTRY * (bytes.getShort(at) & 0xffff));
    }
}
