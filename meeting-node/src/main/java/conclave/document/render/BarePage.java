package conclave.document.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A page as it is shown, uncoded, for whoever reads it: the parent opens no picture that a hostile file could have shaped.
 *
 * @param complete false when something on the page could not be drawn
 * @param colours red, green and blue of each pixel, line by line
 */
public record BarePage(boolean complete, int width, int height, byte[] colours) {

    /** A4 at 200 dots to the inch: OCR reads smaller worse and larger no better. */
    static final int LONG_SIDE = 2339;

    public BarePage {
        if (width < 1 || height < 1 || width > LONG_SIDE || height > LONG_SIDE || colours.length != 3 * width * height) throw new IllegalArgumentException("no page");
    }

    static BarePage of(DrawnPage drawn) {
        var image = drawn.image();
        double scale = Math.min(1, 1.0 * LONG_SIDE / Math.max(image.getWidth(), image.getHeight()));
        var shown = AreaScaler.shrink(image, side(image.getWidth() * scale), side(image.getHeight() * scale));
        int width = shown.getWidth();
        var colours = new byte[3 * width * shown.getHeight()];
        var line = new int[width];
        for (int y = 0, at = 0; y < shown.getHeight(); y++) {
            shown.getRGB(0, y, width, 1, line, 0, width);
            for (int pixel : line) {
                colours[at++] = (byte) (pixel >> 16);
                colours[at++] = (byte) (pixel >> 8);
                colours[at++] = (byte) pixel;
            }
        }
        return new BarePage(drawn.complete(), width, shown.getHeight(), colours);
    }

    private static int side(double length) {
        return Math.clamp(Math.round(length), 1, LONG_SIDE);
    }

    public BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (colours[3 * i] & 255) << 16 | (colours[3 * i + 1] & 255) << 8 | colours[3 * i + 2] & 255;
        }
        return image;
    }
}
