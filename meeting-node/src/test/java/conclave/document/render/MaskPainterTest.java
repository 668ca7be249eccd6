package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PdfFixtures;
import conclave.document.text.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a mask lies nothing can be made out, in any size, however the page is turned. */
class MaskPainterTest {

    private static RenderingProcess child;

    @BeforeAll
    static void start() throws IOException {
        var scratch = Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath());
        child = RenderingProcess.start(Launch.likeThisProcess(scratch), Limits.usual());
    }

    @AfterAll
    static void stop() {
        child.close();
    }

    @Test
    void everyPixelThatABoxTouchesIsPaintedAndNoOther() {
        int[] types = {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_USHORT_GRAY};
        for (long seed = 1; seed <= 400; seed++) {
            var chance = new Random(seed);
            var image = new BufferedImage(1 + chance.nextInt(90), 1 + chance.nextInt(90), types[(int) seed % types.length]);
            int left = chance.nextInt(9990);
            int top = chance.nextInt(9990);
            var box = new Box(left, top, left + 1 + chance.nextInt(10_000 - left), top + 1 + chance.nextInt(10_000 - top));
            var painted = MaskPainter.painted(image, List.of(box), 0);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    boolean under = touches(x, image.getWidth(), box.left(), box.right()) && touches(y, image.getHeight(), box.top(), box.bottom());
                    int tone = painted.getRaster().getSample(x, y, 0);
                    boolean grey = tone == MaskPainter.TONE;
                    assertEquals(under, grey, "seed " + seed + ", " + box + ", " + x + ", " + y + " is " + tone);
                }
            }
        }
    }

    private static boolean touches(int pixel, int pixels, int from, int to) {
        return (long) (pixel + 1) * Box.WHOLE > (long) from * pixels && (long) pixel * Box.WHOLE < (long) to * pixels;
    }

    /** Text, and scans turned every way: the covered part is one tone, and the same part uncovered is not. */
    @Test
    void underAMaskNothingIsLeftInAnySize() throws Exception {
        var mask = new Box(2000, 2000, 8000, 7500);
        for (var file : List.of(PdfFixtures.text(1), turned(0), turned(90), turned(180), turned(270))) {
            child.open(file.length, new ByteArrayInputStream(file));
            for (var level : Level.values()) {
                var bare = child.render(new PageOrder(1, level, List.of()));
                var masked = child.render(new PageOrder(1, level, List.of(mask)));
                assertTrue(spread(bare.page(), mask) > 60, "there is something to cover, not " + spread(bare.page(), mask));
                assertTrue(spread(masked.page(), mask) < 12, level + " shows through: " + spread(masked.page(), mask));
                assertEquals(spread(bare.page(), new Box(2000, 7700, 8000, 9800)), spread(masked.page(), new Box(2000, 7700, 8000, 9800)), 30,
                        "what is not covered stays");
                if (masked.thumbnail().isPresent()) assertTrue(spread(masked.thumbnail().get(), new Box(2300, 2300, 7700, 7200)) < 25, "the thumbnail shows through");
            }
        }
    }

    /** JBIG2 and JPEG 2000 by pdftoppm, where it stands ready; else the page has no picture and says why. */
    @Test
    void aScanThatOnlyAnotherProgramReadsIsMaskedLikeAnyOther() throws Exception {
        var file = PdfFixtures.jbig2(false);
        var mask = new Box(2000, 2000, 8000, 7500);
        child.open(file.length, new ByteArrayInputStream(file));
        if (!Poppler.isHere()) {
            assertEquals(Trouble.UNSUPPORTED, assertThrows(Troubled.class, () -> child.render(PageOrder.reading(1))).trouble());
            return;
        }
        assertTrue(spread(child.render(PageOrder.reading(1)).page(), mask) > 200);
        for (var level : Level.values()) assertTrue(spread(child.render(new PageOrder(1, level, List.of(mask))).page(), mask) < 12);
        var spoiled = PdfFixtures.jbig2(true);
        child.open(spoiled.length, new ByteArrayInputStream(spoiled));
        assertFalse(child.render(PageOrder.reading(1)).complete(), "a white page that looks fine");
    }

    /** PDFBox keeps a picture that it has decoded; what was painted upon must not be that one. */
    @Test
    void aMaskIsGoneWhenItWasTakenAway() throws Exception {
        byte[] file;
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            var noise = new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB);
            var chance = new Random(5);
            for (int i = 0; i < 400 * 560; i++) noise.setRGB(i % 400, i / 400, chance.nextInt());
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(LosslessFactory.createFromImage(pdf, noise), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            file = out.toByteArray();
        }
        var mask = new Box(2000, 2000, 8000, 7500);
        child.open(file.length, new ByteArrayInputStream(file));
        assertTrue(spread(child.render(new PageOrder(1, Level.READING, List.of(mask))).page(), mask) < 12);
        assertTrue(spread(child.render(PageOrder.reading(1)).page(), mask) > 60);
    }

    @Test
    void aBoxThatIsNoneIsNeverLeftOut() {
        for (short[] edges : new short[][] {{100, 100, 100, 200}, {100, 100, 10_001, 200}, {300, 100, 200, 200}, {-1, 0, 100, 100}}) {
            var bytes = ByteBuffer.allocate(15).putInt(1).put((byte) 0).putShort((short) 1);
            for (short edge : edges) bytes.putShort(edge);
            assertThrows(IOException.class, () -> Wire.readOrder(new DataInputStream(new ByteArrayInputStream(bytes.array()))));
        }
    }

    @Test
    void anOrderArrivesAsItWasGiven() throws Exception {
        var order = new PageOrder(7, Level.ZOOM, List.of(new Box(0, 0, 10_000, 10_000), new Box(1, 2, 3, 4)));
        var bytes = new ByteArrayOutputStream();
        Wire.write(new DataOutputStream(bytes), order);
        var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(Wire.RENDER, in.readByte());
        assertEquals(order, Wire.readOrder(in));
    }

    private static byte[] turned(int degrees) throws IOException {
        try (var pdf = Loader.loadPDF(PdfFixtures.scan(1, 827, 1169, true))) {
            pdf.getPage(0).setRotation(degrees);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** How far apart the darkest and the lightest pixel inside of the box are, away from what a coding smears over its edge. */
    private static int spread(Picture picture, Box box) throws IOException {
        var image = Shown.of(picture.bytes());
        int edge = image.getWidth() / 100;
        int darkest = 255;
        int lightest = 0;
        for (int x = box.left() * image.getWidth() / 10_000 + edge; x < box.right() * image.getWidth() / 10_000 - edge; x++) {
            for (int y = box.top() * image.getHeight() / 10_000 + edge; y < box.bottom() * image.getHeight() / 10_000 - edge; y++) {
                int tone = image.getRGB(x, y) >> 8 & 255;
                darkest = Math.min(darkest, tone);
                lightest = Math.max(lightest, tone);
            }
        }
        return lightest - darkest;
    }
}
