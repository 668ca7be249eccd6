package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** What a file is, by its first bytes and never by its name. */
enum Format {
    JPEG("ffd8ff"),
    PNG("89504e470d0a1a0a"),
    TIFF("49492a00"),
    TIFF_BIG_ENDIAN("4d4d002a"),
    /** Office files of today, and other folders in a zip. */
    ZIP("504b0304"),
    /** Office files of the years before 2007, and WPS. */
    OLD_OFFICE("d0cf11e0a1b11ae1"),
    PDF(""),
    TEXT("");

    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RICH_TEXT = "{\\rtf".getBytes(StandardCharsets.US_ASCII);
    /** Within so many bytes readers look for the beginning of a PDF. */
    private static final int HEAD = 1024;

    private final byte[] start;

    Format(String start) {
        this.start = HexFormat.of().parseHex(start);
    }

    /** @throws Unreadable what is a PDF to one program and something else to another is neither */
    static Format of(ByteBuffer bytes) throws Unreadable {
        boolean pdf = holdsPdf(bytes);
        for (var format : values()) {
            if (format.start.length == 0 || !at(bytes, 0, format.start)) continue;
            if (pdf) throw new Unreadable(Unreadable.Reason.DAMAGED);
            return format;
        }
        if (pdf) return PDF;
        boolean text = bytes.limit() > 0 && !at(bytes, 0, RICH_TEXT) && PlainText.of(bytes).isPresent();
        if (!text) throw new Unreadable(Unreadable.Reason.UNKNOWN_FORMAT);
        return TEXT;
    }

    static Optional<Format> pictureOf(ByteBuffer bytes) {
        for (var format : new Format[] {JPEG, PNG, TIFF, TIFF_BIG_ENDIAN}) {
            if (at(bytes, 0, format.start)) return Optional.of(format);
        }
        return Optional.empty();
    }

    private static boolean holdsPdf(ByteBuffer bytes) {
        for (int at = 0; at < Math.min(HEAD, bytes.limit()); at++) {
            if (at(bytes, at, PDF_BEGINS)) return true;
        }
        return false;
    }

    private static boolean at(ByteBuffer bytes, int place, byte[] wanted) {
        return bytes.limit() - place >= wanted.length && bytes.slice(place, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
