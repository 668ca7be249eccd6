package conclave.document.ocr;

import java.util.Arrays;
import java.util.List;

/** How much of the ink on a page lies where nothing was read. Looked at from a distance, so that specks of dust are no ink. */
final class Ink {

    private static final int DISTANCE = 4;
    private static final int DARK = 175;
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
        int missed = 0;
        for (int i = 0; i < read.length; i++) {
            if ((small.pixels()[i] & 255) >= DARK) continue;
            ink++;
            if (!read[i]) missed++;
        }
        return new Shares((double) ink / read.length, (double) missed / read.length);
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
