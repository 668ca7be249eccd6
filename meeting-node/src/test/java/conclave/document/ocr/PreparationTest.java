package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261122);

    @Test
    void aTiltIsFoundAndTakenOut() {
        var page = new PrintedPage().bars(25);
        for (double degrees : new double[] {-3, -1.7, -0.6, 0, 0.9, 2.4}) {
            var prepared = Preparation.prepare(page.tilted(degrees));
            assertEquals(degrees, prepared.placing().degrees(), 0.13, "tilted by " + degrees);
            assertEquals(0, Skew.of(prepared.page()), 0.13, "left of " + degrees);
        }
    }

    @Test
    void aPlaceOnTheSheetThatIsReadIsThePlaceOnThePage() {
        var chance = new Random(SEED);
        for (int n = 0; n < 300; n++) {
            var said = "seed " + SEED + ", turn " + n;
            double degrees = chance.nextDouble(-3.5, 3.5);
            var placing = Placing.turned(chance.nextInt(50, 3000), chance.nextInt(50, 3000), degrees);
            double pageX = chance.nextDouble(placing.width());
            double pageY = chance.nextDouble(placing.height());
            double angle = Math.toRadians(degrees);
            double x = (pageX - placing.width() / 2.0) * Math.cos(angle) + (pageY - placing.height() / 2.0) * Math.sin(angle) + placing.sheetWidth() / 2.0;
            double y = (pageY - placing.height() / 2.0) * Math.cos(angle) - (pageX - placing.width() / 2.0) * Math.sin(angle) + placing.sheetHeight() / 2.0;
            assertTrue(x >= -1 && y >= -1 && x <= placing.sheetWidth() + 1 && y <= placing.sheetHeight() + 1, said + ": a corner was lost");
            var box = placing.box(x - 1, y - 1, x + 1, y + 1);
            assertTrue(box.left() <= pageX * 10_000 / placing.width() && box.right() >= Math.floor(pageX * 10_000 / placing.width()), said + " " + box);
            assertTrue(box.top() <= pageY * 10_000 / placing.height() && box.bottom() >= Math.floor(pageY * 10_000 / placing.height()), said + " " + box);
        }
    }

    @Test
    void redInkVanishesAndBlackUnderItStays() {
        var page = new PrintedPage().bars(20).seal(800, 900, 160);
        var prepared = Preparation.prepare(page.image());
        assertTrue(prepared.sealed());
        var bare = Preparation.prepare(new PrintedPage().bars(20).image()).full();
        assertEquals(255, prepared.full().at(800 - 160, 900 + 12), 12, "the ring is still there");
        assertEquals(bare.at(500, 310), prepared.full().at(500, 310), 6);
    }

    @Test
    void aRedFrameIsNoSealAndGreyScansHaveNone() {
        assertFalse(RedInk.takeOut(new PrintedPage().bars(8).frame(60, 60, 1530, 2200).image()).sealed());
        var grey = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        assertFalse(RedInk.takeOut(grey).sealed());
    }

    @Test
    void shadowsGoAndWordsStay() {
        var page = new PrintedPage().bars(25).image();
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int value = (int) ((page.getRGB(x, y) & 255) * (1 - 0.45 * x / page.getWidth()));
                page.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        var even = Daylight.even(RedInk.takeOut(page).grey());
        for (int x : new int[] {20, 820, 1640}) assertTrue(even.at(x, 1000) > 245, "shadow at " + x + ": " + even.at(x, 1000));
        for (int x : new int[] {210, 810, 1410}) assertTrue(even.at(x, 310) < 90, "word at " + x + ": " + even.at(x, 310));
    }

    @Test
    void linesOfFormsGoAndStrokesThatCrossThemStay() {
        var page = Grey.paper(600, 600);
        for (int x = 50; x < 550; x++) for (int y = 300; y < 303; y++) page.pixels()[y * 600 + x] = 20;
        for (int y = 280; y < 325; y++) for (int x = 200; x < 204; x++) page.pixels()[y * 600 + x] = 20;
        for (int x = 400; x < 440; x++) for (int y = 100; y < 104; y++) page.pixels()[y * 600 + x] = 20;
        var without = Rulings.takeOut(page);
        assertEquals(255, without.at(100, 301));
        assertEquals(20, without.at(202, 290));
        assertEquals(20, without.at(202, 301));
        assertEquals(20, without.at(420, 102), "a stroke is no ruling");
    }

    @Test
    void largeScansShrinkSmallOnesGrowAndNearlyRightOnesStay() {
        assertEquals(2339, Preparation.prepare(new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY)).page().height());
        assertEquals(2339, Preparation.prepare(new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY)).page().height());
        assertEquals(2263, Preparation.prepare(new BufferedImage(1600, 2263, BufferedImage.TYPE_INT_RGB)).page().height());
    }

    @Test
    void noPictureIsTooOddToBePrepared() {
        var chance = new Random(SEED);
        int[] types = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_USHORT_GRAY};
        for (int n = 0; n < 40; n++) {
            int width = n % 3 == 0 ? 1 + chance.nextInt(3) : 1 + chance.nextInt(300);
            int height = n % 4 == 0 ? 1 + chance.nextInt(3) : 1 + chance.nextInt(300);
            var picture = new BufferedImage(width, height, types[n % types.length]);
            for (int k = 0; k < width * height; k++) picture.setRGB(chance.nextInt(width), chance.nextInt(height), chance.nextInt());
            var prepared = Preparation.prepare(picture.getSubimage(0, 0, width, Math.max(1, height / 2)));
            assertTrue(prepared.page().width() >= 1, "seed " + SEED + ", turn " + n);
            Codes.find(1, prepared.full(), prepared.placing());
        }
    }
}
