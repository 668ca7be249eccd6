package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PdfFixtures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    /** As it is stored: getRGB bends greys. */
    private static int tone(BufferedImage image, int x, int y) {
        boolean bilevel = image.getType() == BufferedImage.TYPE_BYTE_BINARY;
        return image.getRaster().getSample(x, y, 0) * (bilevel ? 255 : 1);
    }

    private static double meanTone(BufferedImage image) {
        long sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) sum += tone(image, x, y);
        }
        return 1.0 * sum / image.getWidth() / image.getHeight();
    }

    @Test
    void aStrokeOnePixelThinSurvivesBeingShrunk() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR}) {
            var image = new BufferedImage(2480, 700, type);
            var graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 2480, 700);
            graphics.setColor(Color.BLACK);
            for (int x = 50; x < 2480; x += 100) graphics.drawLine(x, 100, x, 600);
            graphics.dispose();
            var small = AreaScaler.shrink(image, 1600, 452);
            for (int n = 0; n < 24; n++) {
                int at = (50 + n * 100) * 1600 / 2480;
                int darkest = Math.min(tone(small, at, 226), tone(small, Math.min(1599, at + 1), 226));
                assertTrue(darkest < 190, "stroke " + n + " is gone in type " + type);
            }
            assertEquals(meanTone(image), meanTone(small), 1.0, "no tone is lost in type " + type);
            assertEquals(255, tone(small, 0, 0), "white stays white");
        }
    }

    @Test
    void coloursStayWhereTheyAre() {
        var image = new BufferedImage(100, 100, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 100; i++) {
            for (int k = 0; k < 100; k++) image.setRGB(i, k, 0x102030);
        }
        assertEquals(0x102030, AreaScaler.shrink(image, 33, 47).getRGB(5, 5) & 0xffffff);
    }

    /** The quick way for scans must show what the ordinary way shows, whichever way the page is turned. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aScanIsNotTurnedTheWrongWay(int degrees) throws Exception {
        byte[] turned;
        BufferedImage expected;
        try (var pdf = Loader.loadPDF(PdfFixtures.scan(1, 827, 1169, true))) {
            pdf.getPage(0).setRotation(degrees);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            turned = out.toByteArray();
            expected = new PDFRenderer(pdf).renderImageWithDPI(0, 100);
        }
        try (var file = PdfFile.open(ByteBuffer.wrap(turned), Limits.usual())) {
            assertEquals(1, file.pages());
            var shown = file.draw(PageOrder.reading(1)).image();
            assertEquals(expected.getWidth(), shown.getWidth(), 2);
            assertEquals(expected.getHeight(), shown.getHeight(), 2);
            assertTrue(difference(expected, shown) < 12, "the pictures differ by " + difference(expected, shown));
        }
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        int w = Math.min(a.getWidth(), b.getWidth());
        int h = Math.min(a.getHeight(), b.getHeight());
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
        }
        return 1.0 * sum / w / h;
    }
}
