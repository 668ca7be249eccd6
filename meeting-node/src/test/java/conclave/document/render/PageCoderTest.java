package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageCoderTest {

    /** A machine on which the encoder has given up. */
    private static final WebP BROKEN = new WebP() {
        @Override
        public byte[] lossy(int[] pixels, int width, int height) throws IOException {
            throw new IOException("no memory");
        }

        @Override
        public byte[] lossless(int[] pixels, int width, int height) throws IOException {
            throw new IOException("no memory");
        }
    };

    private static BufferedImage stripes(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) image.setRGB(x, y, x % 16 * 0x111111);
        }
        return image;
    }

    /** What is missing on this machine writes nothing, and the next best does. */
    @ParameterizedTest
    @EnumSource(PictureWriter.class)
    void fewColoursAreWrittenAsTheyWere(PictureWriter writer) throws Exception {
        var coder = new PageCoder(writer.webp(), 200);
        for (int width : new int[] {1, 7, 64}) {
            var image = stripes(width, 20, BufferedImage.TYPE_INT_RGB);
            if (width == 64) image.setRGB(3, 3, 0xff0000);
            var picture = coder.drawn(image);
            var read = Shown.of(picture.bytes());
            assertEquals(width + " x 20", picture.width() + " x " + picture.height());
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < 20; y++) assertEquals(image.getRGB(x, y), read.getRGB(x, y), writer + " at " + x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PictureWriter.class)
    void aScanLooksLikeItselfInGreyAndInColour(PictureWriter writer) throws Exception {
        var coder = new PageCoder(writer.webp(), 200);
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR}) {
            var image = new BufferedImage(301, 173, type);
            for (int x = 0; x < 301; x++) {
                for (int y = 0; y < 173; y++) image.getRaster().setPixel(x, y, new int[] {x / 2 + 60, y + 40, 90});
            }
            var picture = coder.photographed(image);
            var read = Shown.of(picture.bytes());
            for (int x = 5; x < 296; x += 10) {
                int tone = image.getRaster().getSample(x, 80, 0);
                int shown = type == BufferedImage.TYPE_BYTE_GRAY && read.getRaster().getNumBands() == 1 ? read.getRaster().getSample(x, 80, 0)
                        : read.getRGB(x, 80) >> 16 & 255;
                assertEquals(tone, shown, 12, writer + " of type " + type + " at " + x);
            }
        }
    }

    @Test
    void whereTheEncoderGivesUpThePageIsStillShown() throws Exception {
        var coder = new PageCoder(Optional.of(BROKEN), 200);
        var noise = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        var chance = new Random(1);
        for (int i = 0; i < 120_000; i++) noise.setRGB(i % 400, i / 400, chance.nextInt());
        assertEquals(Picture.Coding.PNG, coder.drawn(stripes(64, 20, BufferedImage.TYPE_INT_RGB)).coding());
        var page = coder.page(new DrawnPage(noise, true, true), Level.READING);
        assertEquals(Picture.Coding.JPEG, page.page().coding());
        assertEquals(200, page.thumbnail().orElseThrow().width());
    }

    @Test
    void whoeverLooksCloselyIsSentNoThumbnail() throws Exception {
        var coder = new PageCoder(PictureWriter.best().webp(), 200);
        assertTrue(coder.page(new DrawnPage(stripes(640, 400, BufferedImage.TYPE_INT_RGB), false, true), Level.ZOOM).thumbnail().isEmpty());
    }

    @Test
    void aPictureOfNoOrImmenseSizeIsRefusedBeforeTheLibrarySeesIt() {
        LibWebP.find().ifPresent(webp -> {
            for (int[] size : new int[][] {{0, 5}, {5, 0}, {16_384, 1}, {1, 65_000}, {100, 100}}) {
                assertThrows(IOException.class, () -> webp.lossy(new int[5], size[0], size[1]));
            }
        });
    }
}
