package conclave.document.ocr;

import java.util.Arrays;

/**
 * Lights a picture evenly: what the paper looks like is taken from squares of it, and everything is made lighter by as much as
 * the paper there is darker than white. Shadows of a book's fold and yellow paper go, strokes stay; nothing is made black or white.
 */
final class Daylight {

    private static final int SQUARE = 48;
    /** A square that is darker than this share of the page's paper is a picture, not a shadow. */
    private static final double DARKEST_SHADOW = 0.45;
    private static final double PAPER_SHARE = 0.8;

    private Daylight() {
    }

    static Grey even(Grey from) {
        int across = (from.width() + SQUARE - 1) / SQUARE;
        int down = (from.height() + SQUARE - 1) / SQUARE;
        var paper = smoothed(papers(from, across, down), across, down);
        var out = new byte[from.pixels().length];
        var factors = new float[from.width()];
        for (int y = 0; y < from.height(); y++) {
            double v = Math.clamp((y + 0.5) / SQUARE - 0.5, 0, down - 1.0);
            int top = (int) v;
            int below = Math.min(top + 1, down - 1);
            for (int x = 0; x < factors.length; x++) {
                double u = Math.clamp((x + 0.5) / SQUARE - 0.5, 0, across - 1.0);
                int left = (int) u;
                int right = Math.min(left + 1, across - 1);
                double upper = paper[top * across + left] * (1 - u + left) + paper[top * across + right] * (u - left);
                double lower = paper[below * across + left] * (1 - u + left) + paper[below * across + right] * (u - left);
                factors[x] = (float) (Grey.PAPER / (upper * (1 - v + top) + lower * (v - top)));
            }
            for (int x = 0, at = y * from.width(); x < factors.length; x++, at++) {
                out[at] = (byte) Math.min(Grey.PAPER, (int) ((from.pixels()[at] & 255) * factors[x]));
            }
        }
        return new Grey(from.width(), from.height(), out);
    }

    /** The lightness that four of five pixels of each square do not exceed. */
    private static double[] papers(Grey from, int across, int down) {
        var papers = new double[across * down];
        var counts = new int[256];
        double lightest = 1;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                Arrays.fill(counts, 0);
                int all = 0;
                int bottom = Math.min(from.height(), (row + 1) * SQUARE);
                int right = Math.min(from.width(), (column + 1) * SQUARE);
                for (int y = row * SQUARE; y < bottom; y += 2) {
                    for (int x = column * SQUARE; x < right; x += 2, all++) counts[from.at(x, y)]++;
                }
                int value = 0;
                for (int seen = counts[0]; value < 255 && seen < all * PAPER_SHARE; ) seen += counts[++value];
                papers[row * across + column] = value;
                lightest = Math.max(lightest, value);
            }
        }
        for (int i = 0; i < papers.length; i++) papers[i] = Math.max(papers[i], lightest * DARKEST_SHADOW);
        return papers;
    }

    private static double[] smoothed(double[] papers, int across, int down) {
        var out = new double[papers.length];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                double best = 0;
                for (int v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++) {
                    for (int u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++) best += papers[v * across + u];
                }
                int squares = (Math.min(down - 1, y + 1) - Math.max(0, y - 1) + 1) * (Math.min(across - 1, x + 1) - Math.max(0, x - 1) + 1);
                out[y * across + x] = best / squares;
            }
        }
        return out;
    }
}
