package conclave.document.render;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A page as bare pixels, three bytes each: whoever reads scans needs no decoder for what came out of a child that may be hostile. */
final class PixelWire {

    static final byte SCAN = 4;
    static final byte SCANNED = 15;
    private static final int COLOURS = 3;
    private static final int MOST_A_SIDE = 10_000;

    private PixelWire() {
    }

    static void write(DataOutputStream out, DrawnPage drawn) throws IOException {
        var image = drawn.image();
        out.writeByte(SCANNED);
        out.writeBoolean(drawn.complete());
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        var row = new byte[COLOURS * image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            var pixels = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            for (int x = 0; x < pixels.length; x++) {
                for (int c = 0; c < COLOURS; c++) row[COLOURS * x + c] = (byte) (pixels[x] >> 8 * (COLOURS - 1 - c));
            }
            out.write(row);
        }
    }

    /** @param mostPixels what the child was told to draw at most, lying or upright */
    static PlainPage read(DataInputStream in, int mostPixels) throws IOException {
        boolean complete = in.readBoolean();
        int width = Wire.bounded(in.readInt(), 1, MOST_A_SIDE);
        int height = Wire.bounded(in.readInt(), 1, Math.min(MOST_A_SIDE, mostPixels / width));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var row = new byte[COLOURS * width];
        var pixels = new int[width];
        for (int y = 0; y < height; y++) {
            in.readFully(row);
            for (int x = 0; x < width; x++) {
                pixels[x] = (row[COLOURS * x] & 255) << 16 | (row[COLOURS * x + 1] & 255) << 8 | row[COLOURS * x + 2] & 255;
            }
            image.setRGB(0, y, width, 1, pixels, 0, width);
        }
        return new PlainPage(complete, image);
    }
}
