package conclave.document.render;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Decodes the picture of a scanned page: a JPEG by libjpeg-turbo or the JDK, JPEG 2000 by OpenJPEG, everything else by PDFBox. */
final class ScanDecoder {

    /** A3 in colour at 600 dpi has 70 million; more than this does not fit the process and is no scan of a page. */
    private static final long MOST_PIXELS = 80_000_000;
    private static final int MOST_CODED = 64 << 20;

    private static final Set<COSName> UNPACKING = Set.of(COSName.FLATE_DECODE, COSName.LZW_DECODE, COSName.RUN_LENGTH_DECODE);

    private ScanDecoder() {
    }

    static BufferedImage decode(PDImageXObject image) throws IOException, Troubled {
        if (isJpeg2000(image)) return readJpeg2000(image);
        check(image.getWidth(), image.getHeight());
        if (Jbig2.isCodingOf(image)) return decode(Jbig2.asFax(image).orElseThrow(() -> new Troubled(Trouble.UNSUPPORTED)));
        if (isPlainJpeg(image)) {
            try (var jpeg = image.getStream().createInputStream(List.of("DCTDecode", "DCT"))) {
                var decoded = readJpeg(jpeg.readAllBytes());
                int bands = decoded.getRaster().getNumBands();
                if (bands == 1 || bands == 3) return decoded;
            }
        }
        refuseCutShort(image);
        // A part that is the whole: PDFBox keeps whole pictures for the next time, and this one is painted upon.
        return image.getImage(new Rectangle(image.getWidth(), image.getHeight()), 1);
    }

    /** A picture with fewer bytes than pixels would be shown half and otherwise white, without a word from PDFBox. */
    static void refuseCutShort(PDImageXObject image) throws IOException, Troubled {
        var filters = image.getStream().getFilters();
        if (!filters.isEmpty() && !UNPACKING.contains(filters.getLast())) return;
        long bitsPerRow = (long) image.getWidth() * image.getBitsPerComponent() * image.getColorSpace().getNumberOfComponents();
        long needed = (bitsPerRow + 7) / 8 * image.getHeight();
        try (var unpacked = image.getStream().createInputStream()) {
            if (unpacked.transferTo(OutputStream.nullOutputStream()) < needed) throw new Troubled(Trouble.DAMAGED);
        }
    }

    static void check(long width, long height) throws Troubled {
        if (width < 1 || height < 1) throw new Troubled(Trouble.DAMAGED);
        if (width * height > MOST_PIXELS) throw new Troubled(Trouble.TOO_LARGE);
    }

    /** The decoder makes the rest up and goes on: what was cut off, and what ends in the middle though its end is there. */
    static boolean tellsOfLoss(String warning) {
        var small = warning.toLowerCase(Locale.ROOT);
        return small.contains("premature") || small.contains("huffman");
    }

    /** The size stands in the JPEG too, and may be another than the PDF says. */
    private static BufferedImage readJpeg(byte[] coded) throws IOException, Troubled {
        var quick = TurboJpeg.here().isPresent() ? TurboJpeg.here().get().decode(coded) : Optional.<BufferedImage>empty();
        if (quick.isPresent()) return quick.get();
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(coded))) {
            reader.setInput(in, true, true);
            check(reader.getWidth(0), reader.getHeight(0));
            var warnings = new ArrayList<String>();
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            var decoded = reader.read(0);
            if (warnings.stream().anyMatch(ScanDecoder::tellsOfLoss)) throw new Troubled(Trouble.DAMAGED);
            return decoded;
        } finally {
            reader.dispose();
        }
    }

    /** What is asked of such a picture through PDFBox has it decoded, in vain. */
    static boolean isJpeg2000(PDImageXObject image) throws IOException {
        var filters = image.getStream().getFilters();
        return !filters.isEmpty() && COSName.JPX_DECODE.equals(filters.getLast());
    }

    /** What OpenJPEG does not read, or complains of, is left to a program that can say what it misses. */
    private static BufferedImage readJpeg2000(PDImageXObject image) throws IOException, Troubled {
        var space = image.getCOSObject().getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        boolean plain = (space == null || isPlain(PDColorSpace.create(space))) && image.getCOSObject().getInt(COSName.SMASK_IN_DATA, 0) == 0
                && image.getCOSObject().getDictionaryObject(COSName.DECODE, COSName.D) == null;
        if (!plain || OpenJpeg.here().isEmpty()) throw new Troubled(Trouble.UNSUPPORTED);
        try (var coded = image.getStream().createInputStream(List.of(COSName.JPX_DECODE.getName()))) {
            return OpenJpeg.here().get().decode(coded.readNBytes(MOST_CODED));
        } catch (IOException e) {
            throw new Troubled(Trouble.UNSUPPORTED);
        }
    }

    private static boolean isPlainJpeg(PDImageXObject image) throws IOException {
        var filters = image.getStream().getFilters();
        return !filters.isEmpty() && COSName.DCT_DECODE.equals(filters.getLast())
                && image.getDecode() == null && isPlain(image.getColorSpace());
    }

    private static boolean isPlain(PDColorSpace space) {
        return space instanceof PDDeviceGray || space instanceof PDDeviceRGB
                || space instanceof PDICCBased icc && icc.getNumberOfComponents() != 4;
    }
}
