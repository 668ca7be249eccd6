package conclave.document;

import conclave.document.render.Picture.Coding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How large a picture says that it is, told from its first bytes as each coding has them; nothing is decoded. Empty where the bytes are
 * none of that coding, or are cut or longer than they say.
 */
record PictureShape(int width, int height) {

    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    static Optional<PictureShape> of(Coding coding, byte[] bytes) {
        return switch (coding) {
            case WEBP -> webp(bytes);
            case PNG -> png(bytes);
            case JPEG -> jpeg(bytes);
        };
    }

    private static Optional<PictureShape> webp(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < RIFF_HEAD + CHUNK_HEAD + 10 || !tag(bytes, 0).equals("RIFF") || !tag(bytes, 8).equals("WEBP")) return Optional.empty();
        long said = CHUNK_HEAD + Integer.toUnsignedLong(in.getInt(4));
        long first = Integer.toUnsignedLong(in.getInt(RIFF_HEAD + 4));
        if (said != bytes.length || RIFF_HEAD + CHUNK_HEAD + first > bytes.length) return Optional.empty();
        int at = RIFF_HEAD + CHUNK_HEAD;
        return switch (tag(bytes, RIFF_HEAD)) {
            case "VP8 " -> in.get(at + 3) == (byte) 0x9d && in.get(at + 4) == 1 && in.get(at + 5) == 0x2a
                    ? shape(in.getShort(at + 6) & 0x3fff, in.getShort(at + 8) & 0x3fff) : Optional.empty();
            case "VP8L" -> in.get(at) == 0x2f ? shape((in.getInt(at + 1) & 0x3fff) + 1, (in.getInt(at + 1) >>> 14 & 0x3fff) + 1) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<PictureShape> png(byte[] bytes) {
        int end = bytes.length - PNG_END.length;
        boolean so = end > PNG.length + CHUNK_HEAD && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length) && Arrays.equals(bytes, end, bytes.length, PNG_END, 0, PNG_END.length);
        return so ? shape(ByteBuffer.wrap(bytes).getInt(PNG.length), ByteBuffer.wrap(bytes).getInt(PNG.length + 4)) : Optional.empty();
    }

    /** From marker to marker until the frame. */
    private static Optional<PictureShape> jpeg(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || in.getShort(0) != (short) 0xffd8 || in.getShort(bytes.length - 2) != (short) 0xffd9) return Optional.empty();
        for (int at = 2; at + 9 < bytes.length && bytes[at] == (byte) 0xff; at += 2 + (in.getShort(at + 2) & 0xffff)) {
            int marker = bytes[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) return shape(in.getShort(at + 7) & 0xffff, in.getShort(at + 5) & 0xffff);
        }
        return Optional.empty();
    }

    private static Optional<PictureShape> shape(int width, int height) {
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new PictureShape(width, height));
    }

    private static String tag(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }
}
