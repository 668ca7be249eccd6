package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name across the page: everywhere, light enough to read through, in every script that people here write their names in. */
class WaterMarkTest {

    private static final String NAMED = "王建国 · A-03 · 2026-11-23 09:30";

    @Test
    void itIsInEveryNinthOfPagesOfEverySizeAndReadThroughEasily() {
        for (var size : List.of(List.of(1600, 2262), List.of(2400, 3393), List.of(200, 283), List.of(1240, 877))) {
            var page = marked(size.get(0), size.get(1), Color.WHITE, NAMED);
            for (int field = 0; field < 9; field++) {
                var tones = tones(page, field);
                assertTrue(Arrays.stream(tones).filter(tone -> tone < 245).count() > 10, size + " field " + field + " bears nothing");
                assertTrue(Arrays.stream(tones).min().orElseThrow() > 190, size + " hides what is under it");
            }
        }
    }

    @Test
    void onADarkPageItShowsToo() {
        var page = marked(1600, 1200, Color.BLACK, NAMED);
        for (int field = 0; field < 9; field++) assertTrue(Arrays.stream(tones(page, field)).max().orElseThrow() > 25, "field " + field);
    }

    @Test
    void lettersThatJoinAreJoinedAndNoneIsMissing() {
        var joined = pixels("ئالىم");
        assertFalse(Arrays.equals(joined, pixels("ئ\u200Cا\u200Cل\u200Cى\u200Cم")), "letter by letter is no Uyghur");
        assertFalse(Arrays.equals(joined, pixels("\u3013".repeat(5))));
        assertFalse(Arrays.equals(pixels("ۇ"), pixels("\u3013")), "this machine's fonts lack Uyghur letters");
        assertFalse(Arrays.equals(pixels("\uD840\uDC89"), pixels("")), "a character beyond the BMP leaves its mark, be it 〓");
    }

    /** Seat and time stand behind the name, whichever way the name is read. */
    @Test
    void aNameFromRightToLeftTurnsNothingElseRound() {
        assertFalse(Arrays.equals(pixels("ئالىم · A-03"), pixels("A-03 · ئالىم")));
        assertTrue(Arrays.equals(pixels("ئالىم · A-03"), pixels("\u200Eئالىم · A-03")), "as in a line that begins at the left");
    }

    private static int[] pixels(String text) {
        var page = marked(900, 700, Color.WHITE, text);
        return page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    }

    private static BufferedImage marked(int width, int height, Color paper, String text) {
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = page.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        WaterMark.over(page, text);
        assertEquals(width, page.getWidth());
        return page;
    }

    private static int[] tones(BufferedImage page, int field) {
        int wide = page.getWidth() / 3;
        int high = page.getHeight() / 3;
        var part = page.getRGB(field % 3 * wide, field / 3 * high, wide, high, null, 0, wide);
        return Arrays.stream(part).map(pixel -> pixel & 255).toArray();
    }
}
