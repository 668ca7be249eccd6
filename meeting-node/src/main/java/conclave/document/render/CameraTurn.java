package conclave.document.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a telephone was held when it took the picture: the one thing of EXIF that matters. Whatever is odd in it means upright. */
final class CameraTurn {

    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 200;

    private CameraTurn() {
    }

    /** Quarter turns to the right that make it upright. */
    static int of(ByteBuffer jpeg) {
        var bytes = jpeg.duplicate().order(ByteOrder.BIG_ENDIAN);
        int at = 2;
        while (at + 10 < bytes.limit()) {
            int marker = bytes.getShort(at) & 0xffff;
            int length = bytes.getShort(at + 2) & 0xffff;
            if (marker < 0xff00 || marker == START_OF_SCAN || length < 2) return 0;
            if (marker == APP1 && bytes.getInt(at + 4) == EXIF) return turns(bytes, at + 10, Math.min(bytes.limit(), at + 2 + length));
            at += 2 + length;
        }
        return 0;
    }

    private static int turns(ByteBuffer bytes, int start, int end) {
        if (start + 8 > end) return 0;
        var exif = bytes.slice(start, end - start).order(bytes.get(start) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int list = exif.getInt(4);
        if (list < 8 || list > exif.limit() - 2) return 0;
        int entries = Math.min(MOST_ENTRIES, exif.getShort(list) & 0xffff);
        for (int i = 0; i < entries && list + 14 + 12 * i <= exif.limit(); i++) {
            int entry = list + 2 + 12 * i;
            if ((exif.getShort(entry) & 0xffff) != ORIENTATION) continue;
            return switch (exif.getShort(entry + 8)) {
                case 6 -> 1;
                case 3 -> 2;
                case 8 -> 3;
                default -> 0;
            };
        }
        return 0;
    }
}
