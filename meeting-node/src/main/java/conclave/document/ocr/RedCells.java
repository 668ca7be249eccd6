package conclave.document.ocr;

/** Red ink counted in squares of a fortieth of the long side: seven millimetres of an A4 page. */
final class RedCells {

    private static final int ALONG = 40;
    /** A ring with a star and a name along its arc leaves at least so much in each square it goes through. */
    private static final double TOUCHED = 0.03;
    private static final int OF_NINE = 7;
    /** No seal is as long as nine squares: what goes on further and is thin, or turns a corner, is the frame of a certificate. */
    private static final int LONGER_THAN_A_SEAL = 9;
    private static final int THIN = 2;

    private final int size;
    private final int across;
    private final int down;
    private final int[] counts;

    RedCells(int width, int height) {
        size = Math.max(1, (Math.max(width, height) + ALONG - 1) / ALONG);
        across = (width + size - 1) / size;
        down = (height + size - 1) / size;
        counts = new int[across * down];
    }

    void add(int x, int y) {
        counts[y / size * across + x / size]++;
    }

    boolean holdASeal() {
        var touched = withoutFrames();
        for (int y = 0; y + 2 < down; y++) {
            for (int x = 0; x + 2 < across; x++) {
                int together = 0;
                for (int k = 0; k < 9; k++) if (touched[(y + k / 3) * across + x + k % 3]) together++;
                if (together >= OF_NINE) return true;
            }
        }
        return false;
    }

    private boolean[] withoutFrames() {
        var left = new boolean[counts.length];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int broad = 1 + reach(x, y, -1, 0) + reach(x, y, 1, 0);
                int high = 1 + reach(x, y, 0, -1) + reach(x, y, 0, 1);
                left[y * across + x] = isTouched(x, y) && !isFrame(broad, high) && !isFrame(high, broad);
            }
        }
        return left;
    }

    private static boolean isFrame(int along, int over) {
        return along >= LONGER_THAN_A_SEAL && (over <= THIN || over >= LONGER_THAN_A_SEAL);
    }

    private int reach(int x, int y, int stepX, int stepY) {
        int reach = 0;
        while (isTouched(x + (reach + 1) * stepX, y + (reach + 1) * stepY)) reach++;
        return reach;
    }

    private boolean isTouched(int x, int y) {
        return x >= 0 && y >= 0 && x < across && y < down && counts[y * across + x] > TOUCHED * size * size;
    }
}
