package conclave.appliance.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/**
 * One blank page for every applicant, the same file for all; where megabytes are wanted, each has a file of its own that
 * carries its share of them, as bytes that belong to no page and that nothing can make smaller. Where pages are to be
 * read, each is a scan.
 */
final class Papers {

    private static final long MEGABYTE = 1 << 20;
    /** A4 at 200 dots to the inch. */
    private static final int SCAN_WIDTH = 1654;
    private static final int SCAN_HEIGHT = 2339;
    private static final int PAPER_GREY = 235;
    private static final int NOISE = 3;
    private static final int INK = 40;
    private static final int MARGIN = 150;
    private static final int LINE = 60;
    private static final int SIGN = 34;

    private final byte[] blank;
    private final int ballast;
    private final boolean scanned;

    Papers(int megabytes, int applicants) throws IOException {
        this(megabytes, applicants, false);
    }

    private Papers(int megabytes, int applicants, boolean scanned) throws IOException {
        this.scanned = scanned;
        this.ballast = Math.toIntExact(megabytes * MEGABYTE / applicants);
        this.blank = page(new byte[0]);
    }

    /** A scanned page or two of its own for each, with as much on them as on ordinary ones: some 260 KB a page as experts get it. */
    static Papers scanned() throws IOException {
        return new Papers(0, 1, true);
    }

    /** How many pages that one has: of scans every other has a second one, thirty for the twenty applicants of a room. */
    int pages(int number) {
        return scanned ? 1 + number % 2 : 1;
    }

    byte[] paper(int number) throws IOException {
        if (scanned) return scan(new Random(number), pages(number));
        if (ballast == 0) return blank;
        var bytes = new byte[ballast];
        new Random(number).nextBytes(bytes);
        return page(bytes);
    }

    private static byte[] page(byte[] carried) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (carried.length > 0) carry(document, carried);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] scan(Random chance, int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var drawing = new PDPageContentStream(document, page)) {
                    var image = JPEGFactory.createFromImage(document, sheet(chance), 0.85f);
                    drawing.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Grey paper with the scanner's noise, and lines of strokes about as dense as print. */
    private static BufferedImage sheet(Random chance) {
        var image = new BufferedImage(SCAN_WIDTH, SCAN_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var paper = new byte[SCAN_WIDTH * SCAN_HEIGHT];
        for (int i = 0; i < paper.length; i++) paper[i] = (byte) (PAPER_GREY + chance.nextInt(2 * NOISE + 1) - NOISE);
        image.getRaster().setDataElements(0, 0, SCAN_WIDTH, SCAN_HEIGHT, paper);
        var pen = image.createGraphics();
        pen.setColor(new Color(INK, INK, INK));
        for (int y = MARGIN; y < SCAN_HEIGHT - MARGIN; y += LINE) {
            for (int x = MARGIN; x < SCAN_WIDTH - MARGIN; x += SIGN) {
                for (int stroke = 0; stroke < 8; stroke++) pen.fillRect(x + chance.nextInt(SIGN - 8), y + chance.nextInt(SIGN - 8), chance.nextBoolean() ? 12 : 3, 3);
            }
        }
        pen.dispose();
        return image;
    }

    private static void carry(PDDocument document, byte[] carried) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(carried);
        }
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("ConclaveBallast"), stream.getCOSObject());
    }
}
