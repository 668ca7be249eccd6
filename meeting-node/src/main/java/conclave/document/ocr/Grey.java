package conclave.document.ocr;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A picture without colour: 0 is ink, 255 is paper. The pixels are shared, never changed once somebody else has them. */
record Grey(int width, int height, byte[] pixels) {

    static final int PAPER = 255;

    Grey {
        if (width < 1 || height < 1 || pixels.length != width * height) throw new IllegalArgumentException("no picture");
    }

    static Grey paper(int width, int height) {
        var pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) PAPER);
        return new Grey(width, height, pixels);
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 255;
    }

    /** Each pixel the mean of a square of them; a rest at the right and below falls away. */
    Grey shrunkBy(int times) {
        int w = Math.max(1, width / times);
        int h = Math.max(1, height / times);
        if (w * times > width || h * times > height) return this;
        var out = new byte[w * h];
        var sums = new int[w];
        for (int y = 0; y < h; y++) {
            Arrays.fill(sums, 0);
            for (int line = y * times; line < (y + 1) * times; line++) {
                for (int x = 0, from = line * width; x < w; x++) {
                    for (int k = 0; k < times; k++) sums[x] += pixels[from++] & 255;
                }
            }
            for (int x = 0; x < w; x++) out[y * w + x] = (byte) (sums[x] / (times * times));
        }
        return new Grey(w, h, out);
    }

    /** As a portable grey map, the plainest form that Tesseract takes on its standard input. */
    void writeTo(OutputStream out) throws IOException {
        out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(pixels);
    }
}
