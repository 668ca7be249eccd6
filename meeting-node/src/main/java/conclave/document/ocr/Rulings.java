package conclave.document.ocr;

/**
 * Takes the lines of forms and frames out: long, straight and thin. A piece of one between two cells makes Tesseract believe in
 * characters three times as high as they are, and it is no ink that somebody would have to read. Where a stroke crosses, the
 * stroke stays.
 */
final class Rulings {

    private static final int INK = 150;
    /** What is left of a frame whose red was taken out. */
    private static final int FAINT = 205;
    private static final int FAINT_LENGTH = 240;
    private static final int MOST_THICK = 7;
    /** Seven millimetres: the cells of forms are higher. Strokes of headings are as long, but not so thin. */
    private static final int SHORT = 56;
    private static final int THIN = 4;
    private static final int LONG = 120;
    private static final int LIGHT_GAP = 2;

    private final Grey page;
    private final byte[] out;

    private final int ink;
    private final int shortest;

    private Rulings(Grey page, byte[] out, int ink, int shortest) {
        this.page = page;
        this.out = out;
        this.ink = ink;
        this.shortest = shortest;
    }

    static Grey takeOut(Grey page) {
        var out = page.pixels().clone();
        new Rulings(page, out, FAINT, FAINT_LENGTH).takeOut();
        new Rulings(page, out, INK, SHORT).takeOut();
        return new Grey(page.width(), page.height(), out);
    }

    private void takeOut() {
        for (int y = 0; y < page.height(); y++) along(y, true);
        for (int x = 0; x < page.width(); x++) along(x, false);
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
                if (lastInk - start >= shortest) wipe(start, lastInk, line, across);
                start = -1;
            }
        }
    }

    /** A thin line wavers with the grain of the paper. */
    private boolean isNearInk(int i, int line, boolean across) {
        return isInk(i, line, across) || isInk(i, line - 1, across) || isInk(i, line + 1, across);
    }

    private void wipe(int start, int end, int line, boolean across) {
        int most = end - start < LONG ? THIN : MOST_THICK;
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
        return x >= 0 && y >= 0 && x < page.width() && y < page.height() && (out[y * page.width() + x] & 255) < ink;
    }

    private void whiten(int i, int line, boolean across) {
        int x = across ? i : line;
        int y = across ? line : i;
        if (x >= 0 && y >= 0 && x < page.width() && y < page.height()) out[y * page.width() + x] = (byte) Grey.PAPER;
    }
}
