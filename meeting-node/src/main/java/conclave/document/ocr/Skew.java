package conclave.document.ocr;

/**
 * By how much the lines of a page are tilted. Along the right angle the ink of each line of text falls into few rows and leaves
 * the rows between empty: the angle is the one at which neighbouring rows differ most.
 */
final class Skew {

    static final double MOST_DEGREES = 3.5;
    private static final double COARSE = 0.25;
    private static final double FINE = 0.05;
    private static final int SHRINK = 4;
    private static final int INK = 60;

    private final int width;
    private final int height;
    private final int[] xs;
    private final int[] ys;

    private Skew(Grey small) {
        width = small.width();
        height = small.height();
        int count = 0;
        var places = new int[width * height];
        for (int i = 0; i < places.length; i++) {
            if (Grey.PAPER - (small.pixels()[i] & 255) > INK) places[count++] = i;
        }
        xs = new int[count];
        ys = new int[count];
        for (int i = 0; i < count; i++) {
            xs[i] = places[i] % width - width / 2;
            ys[i] = places[i] / width;
        }
    }

    /** In degrees, clockwise as the picture shows it; 0 where nothing tells. */
    static double of(Grey page) {
        return new Skew(page.shrunkBy(SHRINK)).sharpest();
    }

    private double sharpest() {
        double coarse = best(0, MOST_DEGREES, COARSE);
        double fine = best(coarse, COARSE, FINE);
        // A tilt that hardly sharpens anything is an accident of a picture without lines.
        return sharpness(fine) > 1.02 * sharpness(0) ? fine : 0;
    }

    private double best(double around, double reach, double step) {
        double best = around;
        double most = sharpness(around);
        for (int k = 1; k * step <= reach + 1e-9; k++) {
            for (double degrees : new double[] {around + k * step, around - k * step}) {
                double sharpness = sharpness(degrees);
                if (sharpness > most) {
                    most = sharpness;
                    best = degrees;
                }
            }
        }
        return best;
    }

    private double sharpness(double degrees) {
        double slope = Math.tan(Math.toRadians(degrees));
        int margin = (int) (width * Math.tan(Math.toRadians(MOST_DEGREES + COARSE))) + 2;
        var rows = new int[height + 2 * margin];
        for (int i = 0; i < xs.length; i++) rows[(int) Math.round(ys[i] - xs[i] * slope) + margin]++;
        double sum = 0;
        for (int i = 1; i < rows.length; i++) sum += Math.pow(rows[i] - rows[i - 1], 2);
        return sum;
    }
}
