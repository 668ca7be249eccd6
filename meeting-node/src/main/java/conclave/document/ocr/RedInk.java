package conclave.document.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/**
 * Takes red ink out of a picture and says whether a seal is on it. Red reads almost as white in the red channel, so the words
 * under a seal come out; how red each page's own ink is, is counted first, and what is darker than that ink alone is a word.
 */
final class RedInk {

    /** How much more red than green and blue a pixel is that counts as red ink. */
    private static final int REDDISH = 55;
    /** The word under a seal is darker than the seal on paper; below this share of it, it is as good as black. */
    private static final double BLACK_UNDER_INK = 0.5;
    private static final int WORTH_UNMIXING = 2_000;
    /** JPEG keeps colour at half the resolution of light, so the rim of a stroke is less red than it is dark. */
    private static final int RIM = 3;

    private RedInk() {
    }

    /** @param sealed something as broad as a seal is red, not only a line or a heading */
    record Cleaned(Grey grey, boolean sealed) {
    }

    static Cleaned takeOut(BufferedImage page) {
        var rows = Rows.of(page);
        if (rows.grey) return new Cleaned(rows.channel(), false);
        var census = new Census(rows);
        return new Cleaned(census.count < WORTH_UNMIXING ? rows.channel() : census.unmixed(), census.cells.holdASeal());
    }

    /** How red the ink of this page is. */
    private static final class Census {
        private final Rows rows;
        private final RedCells cells;
        private int count;
        private double red;
        private double excess;

        Census(Rows rows) {
            this.rows = rows;
            this.cells = new RedCells(rows.width, rows.height);
            var reds = new int[256];
            var excesses = new int[256];
            var line = new int[rows.width];
            for (int y = 0; y < rows.height; y++) {
                rows.read(y, line);
                for (int x = 0; x < line.length; x++) {
                    int excess = excess(line[x]);
                    if (excess < REDDISH) continue;
                    cells.add(x, y);
                    reds[line[x] >> 16 & 255]++;
                    excesses[excess]++;
                    count++;
                }
            }
            // Words under the ink and its blurred edges are the lesser part: what most of the ink looks like lies above the middle.
            red = atShare(reds, count, 0.6);
            excess = Math.max(REDDISH, atShare(excesses, count, 0.5));
        }

        /** Where ink lies, its own lightness becomes white and half of it black; beside it nothing changes. */
        Grey unmixed() {
            var out = new byte[rows.width * rows.height];
            var excesses = new byte[out.length];
            var line = new int[rows.width];
            for (int y = 0; y < rows.height; y++) {
                rows.read(y, line);
                for (int x = 0, at = y * rows.width; x < line.length; x++, at++) {
                    out[at] = (byte) (line[x] >> 16);
                    excesses[at] = (byte) excess(line[x]);
                }
            }
            widen(excesses, 1, rows.width, rows.height, rows.width);
            widen(excesses, rows.width, 1, rows.width, rows.height);
            for (int y = 0; y < rows.height; y++) {
                for (int x = 0, at = y * rows.width; x < line.length; x++, at++) {
                    double value = out[at] & 255;
                    double share = Math.clamp((excesses[at] & 255) / excess, 0, 1);
                    if (share > 0.1) {
                        double white = Grey.PAPER + (red - Grey.PAPER) * share;
                        double black = red * BLACK_UNDER_INK * share;
                        value = (value - black) * Grey.PAPER / (white - black);
                    }
                    out[at] = (byte) Math.clamp((int) value, 0, Grey.PAPER);
                }
            }
            return new Grey(rows.width, rows.height, out);
        }

        /** Each value becomes the largest within the rim, along lines whose values lie {@code step} apart. */
        private static void widen(byte[] values, int step, int nextLine, int lines, int length) {
            var line = new int[length];
            for (int n = 0; n < lines; n++) {
                for (int i = 0; i < length; i++) line[i] = values[n * nextLine + i * step] & 255;
                for (int i = 0; i < length; i++) {
                    int most = line[i];
                    for (int k = Math.max(0, i - RIM); k <= Math.min(length - 1, i + RIM); k++) most = Math.max(most, line[k]);
                    values[n * nextLine + i * step] = (byte) most;
                }
            }
        }
    }

    private static int excess(int rgb) {
        int red = rgb >> 16 & 255;
        return Math.max(0, red - Math.max(rgb >> 8 & 255, rgb & 255));
    }

    private static int atShare(int[] counts, int all, double share) {
        int seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen >= all * share && seen > 0) return value;
        }
        return counts.length - 1;
    }

    /** Lines of pixels as RGB, read where they lie for the two kinds that decoders make. */
    private static final class Rows {
        private final BufferedImage page;
        private final int width;
        private final int height;
        private final boolean grey;

        private Rows(BufferedImage page, boolean grey) {
            this.page = page;
            this.width = page.getWidth();
            this.height = page.getHeight();
            this.grey = grey;
        }

        static Rows of(BufferedImage page) {
            return new Rows(page, page.getType() == BufferedImage.TYPE_BYTE_GRAY);
        }

        void read(int y, int[] line) {
            if (page.getType() == BufferedImage.TYPE_INT_RGB && whole()) {
                System.arraycopy(((DataBufferInt) page.getRaster().getDataBuffer()).getData(), y * width, line, 0, width);
            } else if (page.getType() == BufferedImage.TYPE_3BYTE_BGR && whole()) {
                var bytes = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
                for (int x = 0, at = y * width * 3; x < width; x++, at += 3) {
                    line[x] = (bytes[at + 2] & 255) << 16 | (bytes[at + 1] & 255) << 8 | bytes[at] & 255;
                }
            } else {
                page.getRGB(0, y, width, 1, line, 0, width);
                if (page.getColorModel().hasAlpha()) for (int x = 0; x < width; x++) line[x] = onPaper(line[x]);
            }
        }

        private boolean whole() {
            return page.getRaster().getParent() == null;
        }

        private static int onPaper(int argb) {
            int alpha = argb >>> 24;
            int rest = 255 - alpha;
            int red = ((argb >> 16 & 255) * alpha + 255 * rest) / 255;
            int green = ((argb >> 8 & 255) * alpha + 255 * rest) / 255;
            return red << 16 | green << 8 | ((argb & 255) * alpha + 255 * rest) / 255;
        }

        Grey channel() {
            var out = new byte[width * height];
            if (grey) {
                var line = new int[width];
                for (int y = 0; y < height; y++) {
                    page.getRaster().getSamples(0, y, width, 1, 0, line);
                    for (int x = 0; x < width; x++) out[y * width + x] = (byte) line[x];
                }
                return new Grey(width, height, out);
            }
            var line = new int[width];
            for (int y = 0; y < height; y++) {
                read(y, line);
                for (int x = 0; x < width; x++) out[y * width + x] = (byte) (line[x] >> 16);
            }
            return new Grey(width, height, out);
        }
    }
}
