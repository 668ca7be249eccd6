package conclave.document.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a PNG of few colours, four or eight bits a pixel, rows unfiltered: the JDK's writer takes twice as long. */
final class PalettePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 6;

    private PalettePng() {
    }

    static byte[] write(Palette palette, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream(200_000);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(width, height, palette.bits()));
        chunk(out, "PLTE", colours(palette.colours()));
        chunk(out, "IDAT", rows(palette, width, height));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(int width, int height, int bits) throws IOException {
        var bytes = new ByteArrayOutputStream(13);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {(byte) bits, 3, 0, 0, 0});
        }
        return bytes.toByteArray();
    }

    private static byte[] colours(int[] colours) {
        var bytes = new byte[colours.length * 3];
        for (int i = 0; i < colours.length; i++) {
            bytes[3 * i] = (byte) (colours[i] >> 16);
            bytes[3 * i + 1] = (byte) (colours[i] >> 8);
            bytes[3 * i + 2] = (byte) colours[i];
        }
        return bytes;
    }

    private static byte[] rows(Palette palette, int width, int height) throws IOException {
        var deflater = new Deflater(LEVEL);
        var bytes = new ByteArrayOutputStream(200_000);
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            var row = new byte[1 + (palette.bits() == 4 ? (width + 1) / 2 : width)];
            for (int y = 0; y < height; y++) {
                if (palette.bits() == 4) pack(palette.indices(), y * width, width, row);
                else System.arraycopy(palette.indices(), y * width, row, 1, width);
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void pack(byte[] indices, int from, int width, byte[] row) {
        for (int x = 0; x < width; x += 2) {
            int right = x + 1 < width ? indices[from + x + 1] : 0;
            row[1 + x / 2] = (byte) (indices[from + x] << 4 | right);
        }
    }

    private static void chunk(ByteArrayOutputStream to, String type, byte[] contents) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(contents);
        var out = new DataOutputStream(to);
        out.writeInt(contents.length);
        out.write(name);
        out.write(contents);
        out.writeInt((int) sum.getValue());
        out.flush();
    }
}
