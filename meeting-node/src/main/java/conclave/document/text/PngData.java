package conclave.document.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The chunks of a PNG that hold words. */
final class PngData {

    private static final int MOST_CHUNKS = 100_000;
    private static final int MOST_UNPACKED = 1 << 20;

    private PngData() {
    }

    static int read(ByteBuffer bytes, int page, Gathering to) {
        int at = 8;
        for (int count = 0; count < MOST_CHUNKS && at + 8 <= bytes.limit(); count++) {
            int length = bytes.getInt(at);
            var name = new byte[4];
            bytes.get(at + 4, name);
            var type = new String(name, StandardCharsets.ISO_8859_1);
            var content = bytes.slice(at + 8, length);
            switch (type) {
                case "tEXt", "zTXt", "iTXt" -> words(type, content, page, to);
                case "eXIf" -> PictureData.exif(content, page, to);
                case "IEND" -> {
                    PictureData.behindTheEnd(bytes, at + 12, to);
                    return 1;
                }
                default -> { }
            }
            at += 12 + length;
        }
        to.missing(Unread.DAMAGED);
        return 1;
    }

    /** A key, a zero, and then by type: the words, or a method and packed words, or flags, a language and a translation before them. */
    private static void words(String type, ByteBuffer content, int page, Gathering to) {
        int key = zero(content, 0);
        int start = key + 1;
        boolean packed = type.equals("zTXt");
        if (packed) start++;
        if (type.equals("iTXt")) {
            packed = content.get(key + 1) != 0;
            start = zero(content, zero(content, key + 3) + 1) + 1;
        }
        var said = bytesOf(content, start, content.limit());
        var plain = packed ? unpacked(said, to) : said;
        var label = new String(bytesOf(content, 0, key), StandardCharsets.ISO_8859_1);
        if (label.equals("XML:com.adobe.xmp")) XmlText.xmp(plain, HidingPlace.XMP, page, to);
        else to.hidden(HidingPlace.PICTURE_DATA, page, label + ": " + PlainText.guessed(plain));
    }

    private static int zero(ByteBuffer content, int from) {
        int at = from;
        while (content.get(at) != 0) at++;
        return at;
    }

    private static byte[] bytesOf(ByteBuffer content, int from, int to) {
        var bytes = new byte[Math.max(0, to - from)];
        content.get(from, bytes);
        return bytes;
    }

    private static byte[] unpacked(byte[] packed, Gathering to) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var plain = new ByteArrayOutputStream();
            var piece = new byte[4096];
            while (!inflater.finished() && plain.size() < MOST_UNPACKED) {
                int length = inflater.inflate(piece);
                if (length == 0) break;
                plain.write(piece, 0, length);
            }
            if (!inflater.finished()) to.missing(plain.size() < MOST_UNPACKED ? Unread.DAMAGED : Unread.TOO_LARGE);
            return plain.toByteArray();
        } catch (DataFormatException e) {
            to.missing(Unread.DAMAGED);
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
