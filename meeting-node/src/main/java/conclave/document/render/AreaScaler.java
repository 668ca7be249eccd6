package conclave.document.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Shrinks a picture so that every pixel of the original weighs in by its area. Point sampling and bilinear scaling
 * drop thin strokes of Chinese characters in black-and-white scans.
 */
final class AreaScaler {

    private static final int ONE = 1 << 12;

    private AreaScaler() {
    }

    /** Grey stays grey, everything else becomes RGB. Never enlarges. */
    static BufferedImage shrink(BufferedImage from, int width, int height) {
        int w = Math.min(width, from.getWidth());
        int h = Math.min(height, from.getHeight());
        var plain = plain(from);
        boolean grey = plain.getType() == BufferedImage.TYPE_BYTE_GRAY;
        boolean asItIs = w == from.getWidth() && h == from.getHeight();
        if (grey) return asItIs ? plain : grey(plain, w, h);
        return asItIs ? as(plain, BufferedImage.TYPE_INT_RGB) : colour(plain, w, h);
    }

    /** In tones of grey or of three colours, eight bits each, whatever it was. */
    static BufferedImage plain(BufferedImage from) {
        boolean grey = from.getRaster().getNumBands() == 1 && from.getColorModel().getNumColorComponents() == 1 || bilevelGrey(from);
        if (grey) return as(from, BufferedImage.TYPE_BYTE_GRAY);
        // What the JPEG decoder gives stays where it lies: a copy of a large scan would not fit beside it.
        return from.getType() == BufferedImage.TYPE_3BYTE_BGR ? from : as(from, BufferedImage.TYPE_INT_RGB);
    }

    private static boolean bilevelGrey(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_BINARY && image.getColorModel().getPixelSize() == 1
                && isGrey(image.getColorModel().getRGB(0)) && isGrey(image.getColorModel().getRGB(1));
    }

    private static boolean isGrey(int rgb) {
        return (rgb & 255) == (rgb >> 8 & 255) && (rgb & 255) == (rgb >> 16 & 255);
    }

    /** Copied pixel by pixel: drawing grey into grey through Graphics2D would bend the tones. */
    private static BufferedImage as(BufferedImage from, int type) {
        if (from.getType() == type) return from;
        var to = new BufferedImage(from.getWidth(), from.getHeight(), type);
        if (type == BufferedImage.TYPE_INT_RGB) {
            var graphics = to.createGraphics();
            graphics.drawImage(from, 0, 0, Color.WHITE, null);
            graphics.dispose();
            return to;
        }
        var line = new int[from.getWidth()];
        int deeper = Math.max(0, from.getSampleModel().getSampleSize(0) - 8);
        var bytes = ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < from.getHeight(); y++) {
            if (from.getType() == BufferedImage.TYPE_BYTE_BINARY) {
                from.getRGB(0, y, line.length, 1, line, 0, line.length);
            } else {
                from.getRaster().getSamples(0, y, line.length, 1, 0, line);
            }
            for (int x = 0; x < line.length; x++) bytes[y * line.length + x] = (byte) (line[x] >> deeper);
        }
        return to;
    }

    private static BufferedImage grey(BufferedImage from, int width, int height) {
        var pixels = ((DataBufferByte) from.getRaster().getDataBuffer()).getData();
        var to = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var target = ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
        var across = new Spans(from.getWidth(), width);
        var down = new Spans(from.getHeight(), height);
        var row = new int[width];
        var sum = new long[width];
        int loaded = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < down.taps(y); k++) {
                int line = down.first(y) + k;
                if (line != loaded) greyRow(pixels, line * from.getWidth(), across, row);
                loaded = line;
                int weight = down.weight(y, k);
                for (int x = 0; x < width; x++) sum[x] += (long) row[x] * weight;
            }
            for (int x = 0; x < width; x++) target[y * width + x] = (byte) (sum[x] + (1 << 23) >> 24);
        }
        return to;
    }

    private static void greyRow(byte[] pixels, int at, Spans across, int[] row) {
        for (int x = 0; x < row.length; x++) {
            int from = at + across.first(x);
            int sum = 0;
            for (int k = 0; k < across.taps(x); k++) sum += (pixels[from + k] & 255) * across.weight(x, k);
            row[x] = sum;
        }
    }

    private static BufferedImage colour(BufferedImage from, int width, int height) {
        var buffer = from.getRaster().getDataBuffer();
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var target = ((DataBufferInt) to.getRaster().getDataBuffer()).getData();
        var across = new Spans(from.getWidth(), width);
        var down = new Spans(from.getHeight(), height);
        var row = new int[width * 3];
        var sum = new long[width * 3];
        int loaded = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 1 << 23);
            for (int k = 0; k < down.taps(y); k++) {
                int line = down.first(y) + k;
                if (line != loaded) colourRow(buffer, line * from.getWidth(), across, row);
                loaded = line;
                int weight = down.weight(y, k);
                for (int x = 0; x < row.length; x++) sum[x] += (long) row[x] * weight;
            }
            for (int x = 0; x < width; x++) {
                target[y * width + x] = (int) (sum[3 * x] >> 24) << 16 | (int) (sum[3 * x + 1] >> 24) << 8 | (int) (sum[3 * x + 2] >> 24);
            }
        }
        return to;
    }

    private static void colourRow(DataBuffer buffer, int at, Spans across, int[] row) {
        if (buffer instanceof DataBufferByte bytes) bgrRow(bytes.getData(), at, across, row);
        else rgbRow(((DataBufferInt) buffer).getData(), at, across, row);
    }

    private static void bgrRow(byte[] bytes, int at, Spans across, int[] row) {
        for (int x = 0, to = 0; to < row.length; x++) {
            int from = 3 * (at + across.first(x));
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int k = 0; k < across.taps(x); k++, from += 3) {
                int weight = across.weight(x, k);
                blue += (bytes[from] & 255) * weight;
                green += (bytes[from + 1] & 255) * weight;
                red += (bytes[from + 2] & 255) * weight;
            }
            row[to++] = red;
            row[to++] = green;
            row[to++] = blue;
        }
    }

    private static void rgbRow(int[] pixels, int at, Spans across, int[] row) {
        for (int x = 0, to = 0; to < row.length; x++) {
            int from = at + across.first(x);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int k = 0; k < across.taps(x); k++) {
                int pixel = pixels[from + k];
                int weight = across.weight(x, k);
                red += (pixel >> 16 & 255) * weight;
                green += (pixel >> 8 & 255) * weight;
                blue += (pixel & 255) * weight;
            }
            row[to++] = red;
            row[to++] = green;
            row[to++] = blue;
        }
    }

    /** For each new pixel, which old ones it covers and by how much; the weights of one add up to {@link #ONE}. */
    private static final class Spans {
        private final int[] first;
        private final int[][] weights;

        Spans(int from, int to) {
            first = new int[to];
            weights = new int[to][];
            for (int i = 0; i < to; i++) {
                long start = (long) i * from;
                long end = start + from;
                first[i] = (int) (start / to);
                int last = (int) ((end - 1) / to);
                weights[i] = new int[last - first[i] + 1];
                int given = 0;
                for (int k = 0; k < weights[i].length; k++) {
                    long covered = Math.min(end, (long) (first[i] + k + 1) * to) - Math.max(start, (long) (first[i] + k) * to);
                    weights[i][k] = (int) (covered * ONE / from);
                    given += weights[i][k];
                }
                weights[i][weights[i].length / 2] += ONE - given;
            }
        }

        int first(int i) {
            return first[i];
        }

        int taps(int i) {
            return weights[i].length;
        }

        int weight(int i, int k) {
            return weights[i][k];
        }
    }
}
