package conclave.document.text;

import java.awt.geom.Point2D;

/**
 * Counts shapes that may be letters turned into outlines: of the height of a line, and with more corners than a box.
 * One path may hold a whole line of them, each with a few parts.
 */
final class Outlines {

    private static final double LEAST_HEIGHT = 0.004;
    private static final double MOST_HEIGHT = 0.08;
    private static final int CORNERS = 7;
    private static final int PARTS_OF_A_LETTER = 4;

    private final ShownPage page;
    private final PageSigns signs;
    private double left;
    private double right;
    private double bottom;
    private double top;
    private int corners;
    private int parts;
    private Point2D start;
    private Point2D current;

    Outlines(ShownPage page, PageSigns signs) {
        this.page = page;
        this.signs = signs;
    }

    void begin(double x, double y) {
        if (parts++ == 0) {
            left = right = x;
            bottom = top = y;
        }
        start = new Point2D.Double(x, y);
        reach(x, y);
    }

    void go(double x, double y) {
        corners++;
        reach(x, y);
    }

    private void reach(double x, double y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
        current = new Point2D.Double(x, y);
    }

    Point2D current() {
        return current;
    }

    void close() {
        current = start;
    }

    void fill() {
        double size = Math.min(right - left, top - bottom) / page.height();
        if (corners >= CORNERS && size > LEAST_HEIGHT && size < MOST_HEIGHT) signs.outlines(Math.max(1, parts / PARTS_OF_A_LETTER));
        end();
    }

    void end() {
        corners = 0;
        parts = 0;
        current = null;
    }
}
