package conclave.document.ocr;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/** How much of the ink on a page lies where nothing was read. Looked at from a distance, so that specks of dust are no ink. */
final class Ink {

    private static final int DISTANCE = 4;
    private static final int DARK = 175;
    /** A millimetre and a half. */
    private static final int THICK = 3;
    /** Tesseract's boxes are loose and sometimes cut a stroke: so much of a character's height around each still counts as read. */
    private static final double AROUND = 0.5;

    private Ink() {
    }

    /**
     * @param all share of the page that is ink
     * @param unread share of the page that is ink and was not read
     */
    record Shares(double all, double unread) {
    }

    static Shares shares(Grey page, List<Hocr.Mark> marks) {
        var small = page.shrunkBy(DISTANCE);
        var read = new boolean[small.pixels().length];
        for (var mark : marks) cover(read, small, mark);
        int ink = 0;
        for (int i = 0; i < read.length; i++) if (isInk(small, i)) ink++;
        int missed = 0;
        for (int i = 0; i < read.length; i++) if (!read[i] && isInk(small, i)) missed += blot(small, read, i);
        return new Shares((double) ink / read.length, (double) missed / read.length);
    }

    /** How much ink hangs together here, marked as seen; none where it is but a rest of a ruling. */
    private static int blot(Grey small, boolean[] read, int first) {
        var next = new ArrayDeque<>(List.of(first));
        read[first] = true;
        int count = 0;
        int left = small.width();
        int right = 0;
        int top = small.height();
        int bottom = 0;
        while (!next.isEmpty()) {
            int at = next.pop();
            int x = at % small.width();
            int y = at / small.width();
            count++;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int step = 0; step < 9; step++) {
                int u = x + step % 3 - 1;
                int v = y + step / 3 - 1;
                int beside = v * small.width() + u;
                if (u < 0 || v < 0 || u >= small.width() || v >= small.height() || read[beside] || !isInk(small, beside)) continue;
                read[beside] = true;
                next.push(beside);
            }
        }
        return Math.min(right - left, bottom - top) + 1 < THICK ? 0 : count;
    }

    private static boolean isInk(Grey small, int at) {
        return (small.pixels()[at] & 255) < DARK;
    }

    private static void cover(boolean[] read, Grey small, Hocr.Mark mark) {
        int around = (int) (mark.height() * AROUND);
        int left = Math.clamp((mark.left() - around) / DISTANCE, 0, small.width());
        int right = Math.clamp((mark.right() + around) / DISTANCE + 1, left, small.width());
        int bottom = Math.clamp((mark.bottom() + around) / DISTANCE + 1, 0, small.height());
        for (int y = Math.max(0, (mark.top() - around) / DISTANCE); y < bottom; y++) {
            Arrays.fill(read, y * small.width() + left, y * small.width() + right, true);
        }
    }
}
