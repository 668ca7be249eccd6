package conclave.document.ocr;

import java.util.Arrays;

/** Makes a picture smaller or larger. Smaller by areas, because point samples drop thin strokes. */
final class Scaling {

    private Scaling() {
    }

    static Grey to(Grey from, int width, int height) {
        if (width == from.width() && height == from.height()) return from;
        if (width > from.width() || height > from.height()) return enlarged(from, width, height);
        var across = new Spans(from.width(), width);
        var down = new Spans(from.height(), height);
        var narrow = new float[width];
        var sums = new float[width];
        var out = new byte[width * height];
        int loaded = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int line = down.first[y]; line <= down.last[y]; line++) {
                if (line != loaded) narrow(from, line, across, narrow);
                loaded = line;
                float weight = down.weight(y, line);
                for (int x = 0; x < width; x++) sums[x] += narrow[x] * weight;
            }
            for (int x = 0; x < width; x++) out[y * width + x] = (byte) Math.clamp(Math.round(sums[x]), 0, Grey.PAPER);
        }
        return new Grey(width, height, out);
    }

    private static void narrow(Grey from, int line, Spans across, float[] narrow) {
        for (int x = 0; x < narrow.length; x++) {
            float sum = 0;
            for (int k = across.first[x]; k <= across.last[x]; k++) sum += from.at(k, line) * across.weight(x, k);
            narrow[x] = sum;
        }
    }

    private static Grey enlarged(Grey from, int width, int height) {
        var out = new byte[width * height];
        double stepX = (double) from.width() / width;
        double stepY = (double) from.height() / height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) out[y * width + x] = (byte) between(from, (x + 0.5) * stepX - 0.5, (y + 0.5) * stepY - 0.5);
        }
        return new Grey(width, height, out);
    }

    /** The value between four pixels; paper where the place is off the picture, its edge where it is hardly off. */
    static int between(Grey from, double x, double y) {
        if (x < -1 || y < -1 || x > from.width() || y > from.height()) return Grey.PAPER;
        double u = Math.clamp(x, 0, from.width() - 1.0);
        double v = Math.clamp(y, 0, from.height() - 1.0);
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, from.width() - 1);
        int below = Math.min(top + 1, from.height() - 1);
        double upper = from.at(left, top) + (u - left) * (from.at(right, top) - from.at(left, top));
        double lower = from.at(left, below) + (u - left) * (from.at(right, below) - from.at(left, below));
        return (int) Math.round(upper + (v - top) * (lower - upper));
    }

    /** Which old pixels each new one covers, and by how much of itself. */
    private static final class Spans {
        private final double size;
        private final int[] first;
        private final int[] last;

        Spans(int from, int to) {
            size = (double) from / to;
            first = new int[to];
            last = new int[to];
            for (int i = 0; i < to; i++) {
                first[i] = Math.min(from - 1, (int) (i * size));
                last[i] = Math.clamp((int) Math.ceil((i + 1) * size - 1e-9) - 1, first[i], from - 1);
            }
        }

        float weight(int i, int old) {
            double covered = Math.min((i + 1) * size, old + 1.0) - Math.max(i * size, old);
            return (float) (Math.max(0, covered) / size);
        }
    }
}
