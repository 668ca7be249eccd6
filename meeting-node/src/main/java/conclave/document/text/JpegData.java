package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The segments of a JPEG that hold words. */
final class JpegData {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int COMMENT = 0xFE;
    private static final int PHOTOSHOP = 0xED;
    private static final int MOST_SEGMENTS = 10_000;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    private JpegData() {
    }

    static int read(ByteBuffer bytes, int page, Gathering to) {
        int at = 2;
        for (int count = 0; count < MOST_SEGMENTS; count++) {
            at = nextMarker(bytes, at);
            if (at + 1 >= bytes.limit()) return 1;
            int marker = bytes.get(at + 1) & 0xff;
            if (marker == END) {
                PictureData.behindTheEnd(bytes, at + 2, to);
                return 1;
            }
            int length = Math.max(2, (bytes.get(at + 2) & 0xff) << 8 | bytes.get(at + 3) & 0xff);
            if (marker != START_OF_SCAN) segment(marker, bytes.slice(at + 4, length - 2), page, to);
            at += 2 + length;
        }
        to.missing(Unread.TOO_MANY_PARTS);
        return 1;
    }

    /** Past coded pixels, where 0xFF stands before 0 or a restart only. */
    private static int nextMarker(ByteBuffer bytes, int from) {
        int at = from;
        while (at + 1 < bytes.limit() && !((bytes.get(at) & 0xff) == 0xFF && isMarker(bytes.get(at + 1) & 0xff))) at++;
        return at;
    }

    private static boolean isMarker(int letter) {
        return letter > 0x01 && letter != 0xFF && (letter < 0xD0 || letter > 0xD8);
    }

    private static void segment(int marker, ByteBuffer content, int page, Gathering to) {
        if (marker == COMMENT) {
            to.hidden(HidingPlace.PICTURE_DATA, page, PlainText.guessed(bytesOf(content)));
        } else if (begins(content, EXIF)) {
            PictureData.exif(content.slice(EXIF.length, content.limit() - EXIF.length), page, to);
        } else if (begins(content, XMP)) {
            XmlText.xmp(bytesOf(content.slice(XMP.length, content.limit() - XMP.length)), HidingPlace.XMP, page, to);
        } else if (marker >= 0xE1 && marker <= 0xEF && marker != 0xE2 && marker != 0xEE) {
            to.hidden(HidingPlace.PICTURE_DATA, page, marker == PHOTOSHOP ? Sweep.of(content, 1 << 16) : Sweep.amongPixels(content, 1 << 16));
        }
    }

    private static boolean begins(ByteBuffer bytes, byte[] wanted) {
        return bytes.limit() >= wanted.length && bytes.slice(0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    private static byte[] bytesOf(ByteBuffer content) {
        var bytes = new byte[content.limit()];
        content.get(0, bytes);
        return bytes;
    }
}
