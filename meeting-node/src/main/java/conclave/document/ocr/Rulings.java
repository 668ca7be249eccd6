package conclave.document.ocr;

/**
 * Takes the lines of forms and frames out: long, straight and thin. A piece of one between two cells makes Tesseract believe in
 * characters three times as high as they are, and it is no ink that somebody would have to read. Where a stroke crosses, the
 * stroke stays.
 */
final class Rulings {

    private static final int INK = 150;
    private static final int MOST_THICK = 8;
    /** Seven millimetres: shorter than the cells of forms are high. */
    private static final int SHORTEST = 56;
    /** The strokes of a heading are as long, but not so thin. */
    private static final int TIMES_ITS_THICKNESS = 14;
    private static final int LIGHT_GAP = 2;

    private final Grey page;
    private final byte[] out;

    private Rulings(Grey page) {
        this.page = page;
        this.out = page.pixels().clone();
    }

    static Grey takeOut(Grey page) {
        var rulings = new Rulings(page);
        for (int y = 0; y < page.height(); y++) rulings.along(y, true);
        for (int x = 0; x < page.width(); x++) rulings.along(x, false);
        return new Grey(page.width(), page.height(), rulings.out);
    }

    private void along(int line, boolean across) {
        int length = across ? page.width() : page.height();
        int start = -1;
        int lastInk = -1;
        for (int i = 0; i <= length; i++) {
            boolean ink = i < length && isNearInk(i, line, across);
            if (ink) {
                if (start < 0) start = i;
                lastInk = i;
            } else if (start >= 0 && (i == length || i - lastInk > LIGHT_GAP)) {
                if (lastInk - start >= SHORTEST) wipe(start, lastInk, line, across);
                start = -1;
            }
        }
    }

    /** A thin line wavers with the grain of the paper. */
    private boolean isNearInk(int i, int line, boolean across) {
        return isInk(i, line, across) || isInk(i, line - 1, across) || isInk(i, line + 1, across);
    }

    private void wipe(int start, int end, int line, boolean across) {
        int most = Math.min(MOST_THICK, (end - start) / TIMES_ITS_THICKNESS);
        for (int i = start; i <= end; i++) {
            int before = reach(i, line, across, -1);
            int behind = reach(i, line, across, 1);
            if (before + behind + 1 > most) continue;
            for (int k = line - before - 1; k <= line + behind + 1; k++) whiten(i, k, across);
        }
    }

    /** How far the ink goes on, square to the line. */
    private int reach(int i, int line, boolean across, int step) {
        int reach = 0;
        while (reach <= MOST_THICK && isInk(i, line + (reach + 1) * step, across)) reach++;
        return reach;
    }

    private boolean isInk(int i, int line, boolean across) {
        int x = across ? i : line;
        int y = across ? line : i;
        return x >= 0 && y >= 0 && x < page.width() && y < page.height() && (out[y * page.width() + x] & 255) < INK;
    }

    private void whiten(int i, int line, boolean across) {
        int x = across ? i : line;
        int y = across ? line : i;
        if (x >= 0 && y >= 0 && x < page.width() && y < page.height()) out[y * page.width() + x] = (byte) Grey.PAPER;
    }
}
