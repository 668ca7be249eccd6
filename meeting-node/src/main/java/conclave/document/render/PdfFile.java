package conclave.document.render;

import conclave.document.text.Documents;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;

/** One PDF, opened in the rendering process. Nothing in it is ever run: pages are drawn, and that is all. */
final class PdfFile implements Paper {

    private static final int TAIL = 4096;
    private static final long DECODED_BYTES = 256L << 20;
    /** Narrower than this a page is a strip nobody can read. */
    private static final int LEAST_WIDTH = 64;

    private final PDDocument pdf;
    private final ByteBuffer bytes;
    private final Limits limits;

    private PdfFile(PDDocument pdf, ByteBuffer bytes, Limits limits) {
        this.pdf = pdf;
        this.bytes = bytes;
        this.limits = limits;
    }

    static PdfFile open(ByteBuffer bytes, Limits limits) throws Troubled {
        if (!holds(bytes, 0, 1024, "%PDF-")) throw new Troubled(Trouble.NOT_A_PDF);
        if (!Documents.isPdf(bytes)) throw new Troubled(Trouble.DAMAGED);
        // A file without its end was cut off; PDFBox would mend it silently and show the pages it still finds.
        if (!holds(bytes, bytes.limit() - TAIL, bytes.limit(), "%%EOF")) throw new Troubled(Trouble.DAMAGED);
        try {
            var cache = MemoryUsageSetting.setupMainMemoryOnly(DECODED_BYTES).streamCache;
            return new PdfFile(Loader.loadPDF(new RandomAccessReadBuffer(bytes.duplicate()), "", cache), bytes, limits);
        } catch (InvalidPasswordException e) {
            throw new Troubled(Trouble.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    @Override
    public int pages() throws Troubled {
        try {
            int pages = pdf.getNumberOfPages();
            if (pages < 1) throw new Troubled(Trouble.DAMAGED);
            if (pages > limits.pages()) throw new Troubled(Trouble.TOO_MANY_PAGES);
            return pages;
        } catch (RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    /** What nothing here can read, another program may; where there is none, it stays a finding. */
    @Override
    public DrawnPage draw(PageOrder order) throws Troubled {
        try {
            return drawHere(order);
        } catch (Troubled e) {
            if (e.trouble() != Trouble.UNSUPPORTED || !Poppler.isHere()) throw e;
            var page = pdf.getPage(order.page() - 1);
            var drawn = Poppler.draw(bytes, order.page(), limits.width(order.level()), limits.height(order.level()), !isBilevel(page)).orElseThrow(() -> e);
            return new DrawnPage(MaskPainter.painted(drawn.image(), order.masks(), 0), drawn.photographed(), drawn.complete());
        }
    }

    private DrawnPage drawHere(PageOrder order) throws Troubled {
        try {
            int complaints = Complaints.heardSoFar();
            var page = pdf.getPage(order.page() - 1);
            refuseLostContents(page);
            var scan = FullPageScan.of(page);
            var shown = scan.isPresent() ? scanned(scan.get(), page, order) : drawn(page, order);
            boolean complete = complaints == Complaints.heardSoFar();
            if (scan.isPresent() && !complete) throw new Troubled(Trouble.DAMAGED);
            boolean photographed = scan.isPresent() && (ScanDecoder.isJpeg2000(scan.get()) || scan.get().getBitsPerComponent() > 1);
            return new DrawnPage(shown, photographed, complete);
        } catch (org.apache.pdfbox.filter.MissingImageReaderException e) {
            throw new Troubled(Trouble.UNSUPPORTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    /** A page whose contents are named and not there would come out white. */
    private static void refuseLostContents(PDPage page) throws Troubled {
        var dictionary = page.getCOSObject();
        if (dictionary.getItem(COSName.CONTENTS) != null && dictionary.getDictionaryObject(COSName.CONTENTS) == null) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    private static boolean isBilevel(PDPage page) throws Troubled {
        try {
            var scan = FullPageScan.of(page);
            return scan.isPresent() && !ScanDecoder.isJpeg2000(scan.get()) && scan.get().getBitsPerComponent() == 1;
        } catch (IOException | RuntimeException e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    private BufferedImage scanned(PDImageXObject scan, PDPage page, PageOrder order) throws IOException, Troubled {
        int quarters = Math.floorMod(page.getRotation() / 90, 4);
        var masked = MaskPainter.painted(ScanDecoder.decode(scan), order.masks(), quarters);
        return turned(shrunk(masked, page, order.level()), quarters);
    }

    private double width(PDPage page, Level level) {
        var box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        return lying ? (double) limits.width(level) * box.getWidth() / box.getHeight() : limits.width(level);
    }

    private BufferedImage drawn(PDPage page, PageOrder order) throws IOException, Troubled {
        var box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        float width = lying ? box.getHeight() : box.getWidth();
        float height = lying ? box.getWidth() : box.getHeight();
        float scale = Math.min(limits.width(order.level()) / width, limits.height(order.level()) / height);
        if (!(width > 0 && height > 0) || width * scale < LEAST_WIDTH || height * scale < 1) throw new Troubled(Trouble.TOO_LARGE);
        var drawing = new CarefulRenderer(pdf);
        var image = drawing.renderImage(order.page() - 1, scale, ImageType.RGB);
        drawing.throwWhatWentWrong();
        return MaskPainter.painted(image, order.masks(), 0);
    }

    /** The shape of the page rules, not that of the picture: a fax has pixels that are not square. */
    private BufferedImage shrunk(BufferedImage image, PDPage page, Level level) throws Troubled {
        var box = page.getCropBox();
        double scale = Math.min(1, Math.min(width(page, level) / image.getWidth(), 1.0 * limits.height(level) / image.getHeight()));
        int w = (int) Math.round(image.getWidth() * scale);
        int h = (int) Math.round(w * (double) box.getHeight() / box.getWidth());
        if (w < LEAST_WIDTH || h < 1) throw new Troubled(Trouble.TOO_LARGE);
        return AreaScaler.shrink(image, w, h);
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        if (quarters == 0) return image;
        boolean lying = quarters % 2 == 1;
        int w = lying ? image.getHeight() : image.getWidth();
        int h = lying ? image.getWidth() : image.getHeight();
        var turn = new AffineTransform();
        turn.translate(w / 2.0, h / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        var to = new BufferedImage(w, h, image.getType());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, to);
    }

    private static boolean holds(ByteBuffer bytes, int from, int to, String word) {
        var wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int at = Math.max(0, from); at <= Math.min(to, bytes.limit()) - wanted.length; at++) {
            if (bytes.slice(at, wanted.length).equals(ByteBuffer.wrap(wanted))) return true;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
