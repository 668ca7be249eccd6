package conclave.document.render;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** The pictures that scanners and cameras make, by their first bytes; how each ends says whether it was cut off. */
enum ImageKind {
    JPEG("jpeg", "ffd8ff", "ffd9"),
    PNG("png", "89504e470d0a1a0a", "49454e44ae426082"),
    TIFF("tiff", "49492a00", ""),
    TIFF_BIG_ENDIAN("tiff", "4d4d002a", "");

    /** Cameras put a little behind the end. */
    private static final int TAIL = 64 << 10;

    private final String reader;
    private final byte[] start;
    private final byte[] end;

    ImageKind(String reader, String start, String end) {
        this.reader = reader;
        this.start = HexFormat.of().parseHex(start);
        this.end = HexFormat.of().parseHex(end);
    }

    static Optional<ImageKind> of(ByteBuffer bytes) {
        for (var kind : values()) {
            if (at(bytes, 0, kind.start)) return Optional.of(kind);
        }
        return Optional.empty();
    }

    String reader() {
        return reader;
    }

    boolean ends(ByteBuffer bytes) {
        if (end.length == 0) return true;
        for (int at = bytes.limit() - end.length; at >= Math.max(0, bytes.limit() - TAIL); at--) {
            if (at(bytes, at, end)) return true;
        }
        return false;
    }

    static boolean at(ByteBuffer bytes, int place, byte[] wanted) {
        return place >= 0 && bytes.limit() - place >= wanted.length && bytes.slice(place, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
