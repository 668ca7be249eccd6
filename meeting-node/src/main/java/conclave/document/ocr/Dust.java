package conclave.document.ocr;

/** Takes specks out: ink of a few pixels that touches no other. A middle dot between two parts of a name is larger. */
final class Dust {

    private static final int INK = 150;
    private static final int MOST = 5;

    private Dust() {
    }

    /** Changes the picture, which nobody else has yet. */
    static void wipeOff(Grey page) {
        int width = page.width();
        var speck = new int[MOST + 1];
        for (int y = 1; y < page.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                // The first pixel of a speck, in order of reading, has nothing before it.
                if (!isInk(page, at) || isInk(page, at - 1) || isInk(page, at - width) || isInk(page, at - width - 1)) continue;
                int count = spread(page, at, speck);
                for (int k = 0; k < count && count <= MOST; k++) brighten(page, speck[k]);
            }
        }
    }

    /** Collects what touches a pixel, one pixel more than a speck may have at most. */
    private static int spread(Grey page, int first, int[] speck) {
        int count = 1;
        speck[0] = first;
        for (int k = 0; k < count && count <= MOST; k++) {
            for (int step = 0; step < 9 && count <= MOST; step++) {
                int next = speck[k] + (step / 3 - 1) * page.width() + step % 3 - 1;
                if (next < 0 || next >= page.pixels().length || !isInk(page, next) || holds(speck, count, next)) continue;
                speck[count++] = next;
            }
        }
        return count;
    }

    private static boolean holds(int[] speck, int count, int at) {
        for (int k = 0; k < count; k++) if (speck[k] == at) return true;
        return false;
    }

    private static void brighten(Grey page, int at) {
        for (int step = 0; step < 9; step++) {
            int next = at + (step / 3 - 1) * page.width() + step % 3 - 1;
            if (next >= 0 && next < page.pixels().length) page.pixels()[next] = (byte) Grey.PAPER;
        }
    }

    private static boolean isInk(Grey page, int at) {
        return (page.pixels()[at] & 255) < INK;
    }
}
