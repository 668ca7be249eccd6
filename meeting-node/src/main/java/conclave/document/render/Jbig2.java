package conclave.document.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Scans in JBIG2 that are one region in the coding of fax machines, as many scanners write them: what lies in the region is a
 * fax, and is decoded as one. Everything else in this coding is left to another program.
 */
final class Jbig2 {

    private static final int MOST_BYTES = 64 << 20;
    private static final int PAGE_BYTES = 19;
    private static final int PAGE_FLAGS = 16;
    private static final int BLACK_PAPER = 4;
    private static final int REGION_HEAD = 18;
    private static final int REGION_OPERATOR = 16;
    private static final int REGION_CODING = 17;
    /** How a region comes onto the paper: laid over it, or in its place. On white paper that is the same. */
    private static final List<Integer> LAID = List.of(0, 4);

    private Jbig2() {
    }

    static boolean isCodingOf(PDImageXObject image) {
        var filters = image.getStream().getFilters();
        return !filters.isEmpty() && COSName.JBIG2_DECODE.equals(filters.getLast());
    }

    /**
     * The same picture as a fax; empty where it is another sort of JBIG2, or not whole.
     *
     * @throws Troubled where there is nothing at all: the other program would show white paper and complain of nothing
     */
    static Optional<PDImageXObject> asFax(PDImageXObject image) throws IOException, Troubled {
        byte[] coded;
        try (var in = image.getStream().createInputStream(List.of(COSName.JBIG2_DECODE.getName()))) {
            coded = in.readNBytes(MOST_BYTES);
        }
        if (coded.length < PAGE_BYTES) throw new Troubled(Trouble.DAMAGED);
        var segments = Jbig2Segments.of(coded).map(Jbig2Segments::shown).orElse(List.of());
        if (segments.size() != 2 || !isPaper(image, coded, segments.get(0)) || !isFax(image, coded, segments.get(1))) return Optional.empty();
        var region = segments.get(1);
        var fax = new COSStream();
        fax.addAll(image.getCOSObject());
        try (var out = fax.createRawOutputStream()) {
            out.write(coded, region.at() + REGION_HEAD, region.length() - REGION_HEAD);
        }
        fax.setItem(COSName.FILTER, COSName.CCITTFAX_DECODE);
        fax.setItem(COSName.DECODE_PARMS, twoDimensional(image.getWidth(), image.getHeight()));
        return Optional.of((PDImageXObject) PDImageXObject.createXObject(fax, null));
    }

    private static COSDictionary twoDimensional(int width, int height) {
        var parameters = new COSDictionary();
        parameters.setInt(COSName.K, -1);
        parameters.setInt(COSName.COLUMNS, width);
        parameters.setInt(COSName.ROWS, height);
        return parameters;
    }

    private static boolean isPaper(PDImageXObject image, byte[] coded, Jbig2Segments.Segment page) {
        if (page.kind() != Jbig2Segments.PAGE || page.length() < PAGE_BYTES) return false;
        var bytes = ByteBuffer.wrap(coded, page.at(), page.length()).slice();
        return isAsLarge(image, bytes) && (bytes.get(PAGE_FLAGS) & BLACK_PAPER) == 0;
    }

    private static boolean isFax(PDImageXObject image, byte[] coded, Jbig2Segments.Segment region) {
        if (!region.isGeneric() || region.length() < REGION_HEAD) return false;
        var bytes = ByteBuffer.wrap(coded, region.at(), region.length()).slice();
        return isAsLarge(image, bytes) && bytes.getLong(Long.BYTES) == 0 && LAID.contains(bytes.get(REGION_OPERATOR) & 7) && bytes.get(REGION_CODING) == 1;
    }

    private static boolean isAsLarge(PDImageXObject image, ByteBuffer bytes) {
        return bytes.getInt(0) == image.getWidth() && bytes.getInt(Integer.BYTES) == image.getHeight();
    }
}
