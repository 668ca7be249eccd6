package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The tags of a TIFF, and of the EXIF inside of other pictures, that hold words. */
final class TiffData {

    private static final int MOST_TAGS = 100_000;
    private static final int MOST_PAGES = 10_000;
    private static final int MOST_SWEPT = 1 << 16;
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    private static final int ASCII = 2;

    private final ByteBuffer bytes;
    private final Set<Integer> visited = new HashSet<>();
    private int tags;

    private TiffData(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static TiffData of(ByteBuffer bytes) {
        var order = bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new TiffData(bytes.slice(0, bytes.limit()).order(order));
    }

    /** Each directory in the chain is a page. @return how many */
    int readAll(int page, Gathering to) {
        int pages = 0;
        for (int at = bytes.getInt(4); at != 0; at = directory(at, page + pages++, to)) {
            if (visited.contains(at) || tags > MOST_TAGS || pages > MOST_PAGES) {
                to.missing(Unread.DAMAGED);
                break;
            }
        }
        return pages;
    }

    /** The second directory of an EXIF is that of a stored thumbnail. */
    void readInside(int page, Gathering to) {
        int second = directory(bytes.getInt(4), page, to);
        if (second != 0) to.missing(Unread.STORED_THUMBNAIL);
        if (second != 0 && !visited.contains(second)) directory(second, page, to);
    }

    /** @return where the next one stands */
    private int directory(int at, int page, Gathering to) {
        if (!visited.add(at)) return 0;
        int count = bytes.getShort(at) & 0xffff;
        for (int i = 0; i < count && ++tags <= MOST_TAGS; i++) tag(at + 2 + 12 * i, page, to);
        return bytes.getInt(at + 2 + 12 * count);
    }

    private void tag(int at, int page, Gathering to) {
        int type = bytes.getShort(at + 2) & 0xffff;
        long length = type >= BYTES_OF_TYPE.length ? 0 : BYTES_OF_TYPE[type] * (bytes.getInt(at + 4) & 0xffff_ffffL);
        if (length < 1) return;
        int start = length <= 4 ? at + 8 : bytes.getInt(at + 8);
        if (start < 0 || length > bytes.limit() - start) {
            to.missing(Unread.DAMAGED);
            return;
        }
        words(bytes.getShort(at) & 0xffff, type, bytes.slice(start, (int) length).order(bytes.order()), page, to);
    }

    private void words(int tag, int type, ByteBuffer content, int page, Gathering to) {
        switch (tag) {
            // EXIF, GPS, interoperability and sub-directories stand elsewhere in the same file.
            case 0x8769, 0x8825, 0xA005, 0x014A -> {
                if (content.limit() >= 4) directory(content.getInt(0), page, to);
            }
            case 0x02BC -> XmlText.xmp(bytesOf(content), HidingPlace.XMP, page, to);
            case 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F -> say(page, new String(bytesOf(content), StandardCharsets.UTF_16LE), to);
            case 0x9286 -> say(page, comment(bytesOf(content)), to);
            // IPTC and Photoshop's own.
            case 0x83BB, 0x8649 -> say(page, Sweep.of(content, MOST_SWEPT), to);
            default -> {
                if (type == ASCII) say(page, PlainText.guessed(bytesOf(content)), to);
                else if (type == 1 || type == 7) say(page, Sweep.amongPixels(content, MOST_SWEPT), to);
            }
        }
    }

    private static void say(int page, String text, Gathering to) {
        to.hidden(HidingPlace.PICTURE_DATA, page, text.replace('\0', ' '));
    }

    private String comment(byte[] content) {
        if (content.length < 8) return "";
        boolean wide = new String(content, 0, 7, StandardCharsets.ISO_8859_1).equals("UNICODE");
        Charset charset = bytes.order() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        var rest = Arrays.copyOfRange(content, 8, content.length);
        return wide ? new String(rest, charset) : PlainText.guessed(rest);
    }

    private static byte[] bytesOf(ByteBuffer content) {
        var bytes = new byte[content.limit()];
        content.get(0, bytes);
        return bytes;
    }
}
