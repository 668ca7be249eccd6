package conclave.document.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Optional;

/**
 * Chooses how a page is written: born-digital and black-and-white pages with few colours and no loss (small, and
 * strokes stay sharp), grey and colour scans and pages full of photographs with some; in doubt the smaller of both.
 * WebP where this machine can write it; a picture that it fails at is a JPEG or PNG.
 */
final class PageCoder {

    /** So many pixels a byte, and a picture without loss is small enough for the other not to be tried; dense text has eleven. */
    private static final int PIXELS_A_BYTE = 7;

    private final Optional<WebP> webp;
    private final int thumbnail;

    PageCoder(Optional<WebP> webp, int thumbnail) {
        this.webp = webp;
        this.thumbnail = thumbnail;
    }

    RenderedPage page(DrawnPage drawn, Level level) throws IOException {
        var image = drawn.image();
        var picture = drawn.photographed() ? photographed(image) : drawn(image);
        Optional<Picture> small = level == Level.READING ? Optional.of(photographed(small(image))) : Optional.empty();
        return new RenderedPage(drawn.complete(), picture, small);
    }

    private BufferedImage small(BufferedImage shown) {
        int height = Math.max(1, (int) Math.round(1.0 * shown.getHeight() * thumbnail / shown.getWidth()));
        return AreaScaler.shrink(shown, thumbnail, Math.min(height, thumbnail * 3));
    }

    Picture drawn(BufferedImage image) throws IOException {
        var palette = Palette.of(image);
        if (palette.isEmpty()) return photographed(image);
        var lossless = lossless(palette.get(), image.getWidth(), image.getHeight());
        if ((long) lossless.bytes().length * PIXELS_A_BYTE <= (long) image.getWidth() * image.getHeight()) return lossless;
        var lossy = photographed(image);
        return lossy.bytes().length < lossless.bytes().length ? lossy : lossless;
    }

    Picture photographed(BufferedImage image) throws IOException {
        if (webp.isPresent()) {
            try {
                return picture(Picture.Coding.WEBP, image.getWidth(), image.getHeight(),
                        webp.get().lossy(pixels(image), image.getWidth(), image.getHeight()));
            } catch (IOException failed) {
                return picture(Picture.Coding.JPEG, image.getWidth(), image.getHeight(), Jpeg.write(image));
            }
        }
        return picture(Picture.Coding.JPEG, image.getWidth(), image.getHeight(), Jpeg.write(image));
    }

    private Picture lossless(Palette palette, int width, int height) throws IOException {
        if (webp.isPresent()) {
            try {
                return picture(Picture.Coding.WEBP, width, height, webp.get().lossless(palette.pixels(), width, height));
            } catch (IOException failed) {
                return picture(Picture.Coding.PNG, width, height, PalettePng.write(palette, width, height));
            }
        }
        return picture(Picture.Coding.PNG, width, height, PalettePng.write(palette, width, height));
    }

    private static Picture picture(Picture.Coding coding, int width, int height, byte[] bytes) {
        return new Picture(coding, width, height, bytes);
    }

    private static int[] pixels(BufferedImage image) {
        var buffer = image.getRaster().getDataBuffer();
        if (image.getType() == BufferedImage.TYPE_INT_RGB) return ((DataBufferInt) buffer).getData();
        var plain = AreaScaler.plain(image);
        if (plain.getType() != BufferedImage.TYPE_BYTE_GRAY) return plain.getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0, plain.getWidth());
        var tones = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        var pixels = new int[tones.length];
        for (int i = 0; i < tones.length; i++) pixels[i] = (tones[i] & 255) * 0x010101;
        return pixels;
    }
}
