package conclave.document.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;

/**
 * A picture as indices into a few colours. Greys become sixteen steps; other colours keep five bits each. Empty when
 * there are more than 256: then the page carries photographs.
 *
 * @param bits 4 or 8 for each index
 */
record Palette(int[] colours, byte[] indices, int bits) {

    private static final int GREYS = 16;

    static Optional<Palette> of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) return Optional.of(greys(image));
        if (image.getType() != BufferedImage.TYPE_INT_RGB) return Optional.empty();
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var indices = new byte[pixels.length];
        var numbers = new short[1 << 15];
        Arrays.fill(numbers, (short) -1);
        var colours = Arrays.copyOf(sixteenGreys(), 256);
        int count = GREYS;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int red = pixel >> 16 & 255;
            int green = pixel >> 8 & 255;
            int blue = pixel & 255;
            if (red == green && green == blue) {
                indices[i] = (byte) ((red * 15 + 127) / 255);
                continue;
            }
            int key = red >> 3 << 10 | green >> 3 << 5 | blue >> 3;
            if (numbers[key] < 0) {
                if (count == 256) return Optional.empty();
                numbers[key] = (short) count;
                colours[count++] = widen(red) << 16 | widen(green) << 8 | widen(blue);
            }
            indices[i] = (byte) numbers[key];
        }
        return Optional.of(new Palette(Arrays.copyOf(colours, count), indices, count == GREYS ? 4 : 8));
    }

    /** The colours themselves again, as they are shown. */
    int[] pixels() {
        var pixels = new int[indices.length];
        for (int i = 0; i < pixels.length; i++) pixels[i] = colours[indices[i] & 255];
        return pixels;
    }

    private static Palette greys(BufferedImage image) {
        var tones = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var indices = new byte[tones.length];
        for (int i = 0; i < tones.length; i++) indices[i] = (byte) (((tones[i] & 255) * 15 + 127) / 255);
        return new Palette(sixteenGreys(), indices, 4);
    }

    private static int[] sixteenGreys() {
        var greys = new int[GREYS];
        for (int i = 0; i < GREYS; i++) greys[i] = i * 0x111111;
        return greys;
    }

    /** Five bits over the whole range again, so that white stays white. */
    private static int widen(int channel) {
        int five = channel >> 3;
        return five << 3 | five >> 2;
    }
}
