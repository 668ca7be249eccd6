package conclave.document.render;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One picture, or a TIFF of several, opened in the rendering process: each is a page. */
final class ImageFile implements Paper {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** Within so many bytes readers look for the beginning of a PDF. */
    private static final int HEAD = 1024;
    private static final int LEAST_WIDTH = 64;

    private final ByteBuffer bytes;
    private final ImageKind kind;
    private final Limits limits;
    private final ImageReader reader;

    private ImageFile(ImageKind kind, ByteBuffer bytes, Limits limits) {
        this.kind = kind;
        this.bytes = bytes;
        this.limits = limits;
        this.reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        // Never by a file: nothing of any document is written outside of the store.
        reader.setInput(new MemoryCacheImageInputStream(new Bytes(bytes.duplicate())), false, true);
    }

    /** What is a picture to one program and a PDF to another is neither. */
    static ImageFile open(ImageKind kind, ByteBuffer bytes, Limits limits) throws Troubled {
        for (int at = 1; at < Math.min(HEAD, bytes.limit()); at++) {
            if (ImageKind.at(bytes, at, PDF)) throw new Troubled(Trouble.DAMAGED);
        }
        if (!kind.ends(bytes)) throw new Troubled(Trouble.DAMAGED);
        if (kind.reader().equals("tiff")) TiffChain.check(bytes, limits.pages());
        var file = new ImageFile(kind, bytes, limits);
        int pages = file.pages();
        try {
            for (int page = 0; page < pages; page++) {
                ScanDecoder.check(file.reader.getWidth(page), file.reader.getHeight(page));
                if (!file.reader.getImageTypes(page).hasNext()) throw new Troubled(Trouble.UNSUPPORTED);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
        return file;
    }

    @Override
    public int pages() throws Troubled {
        try {
            int pages = kind.reader().equals("tiff") ? reader.getNumImages(true) : 1;
            if (pages < 1) throw new Troubled(Trouble.DAMAGED);
            if (pages > limits.pages()) throw new Troubled(Trouble.TOO_MANY_PAGES);
            return pages;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    @Override
    public DrawnPage draw(PageOrder order) throws Troubled {
        try {
            var decoded = decoded(order.page() - 1);
            boolean photographed = decoded.getColorModel().getPixelSize() > 1;
            int quarters = kind == ImageKind.JPEG ? CameraTurn.of(bytes) : 0;
            var masked = MaskPainter.painted(decoded, order.masks(), quarters);
            return new DrawnPage(turned(shrunk(masked, order.level()), quarters), photographed, true);
        } catch (javax.imageio.IIOException e) {
            throw new Troubled(String.valueOf(e.getMessage()).contains("nsupported") ? Trouble.UNSUPPORTED : Trouble.DAMAGED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    /** What its decoder only warns of is a picture that was cut off. */
    private BufferedImage decoded(int index) throws IOException, Troubled {
        var warned = new AtomicBoolean();
        reader.removeAllIIOReadWarningListeners();
        reader.addIIOReadWarningListener((_, warning) -> warned.set(warned.get() || ScanDecoder.tellsOfLoss(warning)));
        ScanDecoder.check(reader.getWidth(index), reader.getHeight(index));
        var image = reader.read(index);
        if (warned.get()) throw new Troubled(Trouble.DAMAGED);
        return image;
    }

    private BufferedImage shrunk(BufferedImage image, Level level) throws Troubled {
        double scale = Math.min(1, Math.min(1.0 * limits.width(level) / image.getWidth(), 1.0 * limits.height(level) / image.getHeight()));
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        if (width < LEAST_WIDTH || height < 1) throw new Troubled(Trouble.TOO_LARGE);
        return AreaScaler.shrink(image, width, height);
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        if (quarters == 0) return image;
        boolean lying = quarters % 2 == 1;
        int width = lying ? image.getHeight() : image.getWidth();
        int height = lying ? image.getWidth() : image.getHeight();
        var turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, new BufferedImage(width, height, image.getType()));
    }

    @Override
    public void close() {
        reader.dispose();
    }

    /** The file where it lies, outside of the heap. */
    private static final class Bytes extends InputStream {
        private final ByteBuffer bytes;

        Bytes(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int at, int length) {
            if (!bytes.hasRemaining()) return -1;
            int count = Math.min(length, bytes.remaining());
            bytes.get(into, at, count);
            return count;
        }
    }
}
