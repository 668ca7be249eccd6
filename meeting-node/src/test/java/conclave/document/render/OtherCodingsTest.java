package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.document.PdfFixtures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Scans in JPEG 2000 and JBIG2: seen as they are, or it is said that they were not. */
class OtherCodingsTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void aScanInJpeg2000IsSeenToTheBit() throws Exception {
        var jpeg2000 = jpeg2000();
        var seen = jpeg2000.decode(PdfFixtures.jpeg2000Squares());
        assertEquals(bars(), tones(seen));
        assertEquals(0xc81e28, seen.getRGB(136, 188) & 0xffffff, "red is not taken for blue");
    }

    /** At half its size this one is white: its text would be read by whoever enlarges it, and seen by nobody who looks it through. */
    @Test
    void theSmallerPicturesOfACodingAreNeverTaken() throws Exception {
        assertEquals("256 x 256", size(jpeg2000().decode(packed("/scans/hidden.j2k.b64"))));
        try (var file = PdfFile.open(ByteBuffer.wrap(PdfFixtures.jpeg2000(packed("/scans/hidden.j2k.b64"))), Limits.usual())) {
            var image = file.draw(PageOrder.reading(1)).image();
            assertTrue((image.getRGB(125, 130) & 0xff) < 200 || (image.getRGB(126, 130) & 0xff) < 200, "the text is there");
        }
    }

    /** The middle of two numbers of colours is a third colour. */
    @Test
    void aPaletteIsLeftToOthers() throws Exception {
        assertThrows(IOException.class, () -> jpeg2000().decode(packed("/scans/palette.jp2.b64")));
    }

    private static byte[] packed(String resource) throws IOException {
        try (var in = OtherCodingsTest.class.getResourceAsStream(resource)) {
            return Base64.getMimeDecoder().decode(in.readAllBytes());
        }
    }

    @Test
    void cutOffItIsNotSeenHere() throws Exception {
        var jpeg2000 = jpeg2000();
        var coded = PdfFixtures.jpeg2000Squares();
        for (int length = 0; length < coded.length - 2; length += 53) {
            var cut = Arrays.copyOf(coded, length);
            assertThrows(IOException.class, () -> jpeg2000.decode(cut), () -> "cut off behind " + cut.length);
        }
    }

    @Test
    void aPageInJpeg2000IsAPhotographAndIsMasked() throws Exception {
        assumeTrue(OpenJpeg.here().isPresent(), "this machine has no OpenJPEG");
        try (var file = PdfFile.open(ByteBuffer.wrap(PdfFixtures.jpeg2000(PdfFixtures.jpeg2000Squares())), Limits.usual())) {
            var drawn = file.draw(PageOrder.reading(1));
            assertTrue(drawn.complete());
            assertTrue(drawn.photographed());
            assertEquals(160, drawn.image().getWidth(), "nothing is made larger");
            assertEquals(0xff000000, drawn.image().getRGB(80, 15));
        }
    }

    /** Three kilobytes that say they are 900 million points: no memory is looked for, here or in the program that is asked next. */
    @Test
    void aPictureThatOnlySaysItIsHugeIsNotDecoded() throws Exception {
        var coded = ByteBuffer.wrap(PdfFixtures.jpeg2000Squares());
        int head = new String(coded.array(), StandardCharsets.ISO_8859_1).indexOf("\u00ff\u0051");
        for (int at : new int[] {6, 10, 22, 26}) coded.putInt(head + at, 30_000);
        assertThrows(IOException.class, () -> jpeg2000().decode(coded.array()));
    }

    @Test
    void theMemoryOfAChildIsLimitedFromOutside() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "this machine has no prlimit");
        var scratch = Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath());
        try (var child = RenderingProcess.start(Launch.likeThisProcess(scratch), Limits.usual())) {
            var limits = Files.readString(Path.of("/proc", Long.toString(child.pid()), "limits"));
            long most = (512L << 20) + (256L << 20) + (1L << 30);
            assertTrue(limits.lines().anyMatch(line -> line.startsWith("Max data size") && line.contains(Long.toString(most))), limits);
        }
    }

    /** Whatever is in the bytes: a page, a finding, or a child that is gone and started again. */
    @Test
    void whatWasSpoiledEndsNothingButTheChild() throws Exception {
        var chance = new Random(seed);
        var launch = Launch.likeThisProcess(Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath()));
        var child = RenderingProcess.start(launch, Limits.usual());
        try {
            for (int i = 0; i < 24; i++) {
                var coded = i % 2 == 0 ? PdfFixtures.jpeg2000Squares() : PdfFixtures.jbig2Squares();
                for (int k = 0; k < 3; k++) coded[chance.nextInt(coded.length)] = (byte) chance.nextInt();
                var file = i % 2 == 0 ? PdfFixtures.jpeg2000(coded) : PdfFixtures.jbig2(coded, new byte[0]);
                if (!child.isAlive()) child = RenderingProcess.start(launch, Limits.usual());
                child.open(file.length, new ByteArrayInputStream(file));
                try {
                    assertTrue(child.render(PageOrder.reading(1)).page().width() <= 1600, "seed " + seed);
                } catch (Troubled said) {
                    assertFalse(said.trouble() == Trouble.TIMEOUT, "seed " + seed);
                }
            }
        } finally {
            child.close();
        }
    }

    @Test
    void aScanInJbig2IsSeenToTheBit() throws Exception {
        for (var common : new byte[][] {new byte[0], segment(7, 52, 0, new byte[4])}) {
            try (var file = PdfFile.open(ByteBuffer.wrap(PdfFixtures.jbig2(PdfFixtures.jbig2Squares(), common)), Limits.usual())) {
                var drawn = file.draw(PageOrder.reading(1));
                assertTrue(drawn.complete());
                assertFalse(drawn.photographed(), "it is written without loss");
                for (int i = 0; i < 10; i++) {
                    for (int y = 100 * i + 50; y < 100 * i + 100; y++) assertEquals(0, drawn.image().getRaster().getSample(300, y, 0));
                }
                assertEquals(255, drawn.image().getRaster().getSample(10, 10, 0));
                assertEquals(800, drawn.image().getWidth());
            }
        }
    }

    /** Its decoder leaves white what is missing, without a word. */
    @Test
    void whatIsMissingInJbig2IsNeverWhitePaperThatLooksFine() throws Exception {
        var whole = PdfFixtures.jbig2Squares();
        for (int length = 1; length < whole.length; length += 19) {
            var cut = PdfFixtures.jbig2(Arrays.copyOf(whole, length), new byte[0]);
            try (var file = PdfFile.open(ByteBuffer.wrap(cut), Limits.usual())) {
                assertFalse(file.draw(PageOrder.reading(1)).complete(), "cut off behind " + length);
            } catch (Troubled said) {
                assertTrue(said.trouble() == Trouble.UNSUPPORTED || said.trouble() == Trouble.DAMAGED, "cut off behind " + length);
            }
        }
    }

    @Test
    void aChainOfSegmentsIsThereToItsEndOrIsNone() throws Exception {
        var chance = new Random(seed);
        assertEquals(2, Jbig2Segments.of(PdfFixtures.jbig2Squares()).orElseThrow().all().size());
        assertTrue(Jbig2Segments.of(new byte[0]).orElseThrow().all().isEmpty());
        assertEquals(1, Jbig2Segments.of(segment(70_000, 7, 300, new byte[9])).orElseThrow().all().size(), "the long form");
        assertTrue(Jbig2Segments.of(ByteBuffer.allocate(11).putInt(1).put((byte) 38).put((byte) 0).put((byte) 1).putInt(-1).array()).isEmpty(), "of unknown length");
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[chance.nextInt(60)];
            chance.nextBytes(bytes);
            var found = Jbig2Segments.of(bytes);
            if (found.isPresent()) found.get().all().forEach(each -> assertTrue(each.at() + each.length() <= bytes.length, "seed " + seed));
        }
    }

    /** What the quick decoder shows is what the one inside of Java shows, and what it does not like is left to that one. */
    @Test
    void aJpegIsTheSameWhicheverDecoderReadsIt() throws Exception {
        assumeTrue(TurboJpeg.here().isPresent(), "this machine has no TurboJPEG");
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
            var coded = noise(type);
            var quick = TurboJpeg.here().get().decode(coded).orElseThrow();
            var usual = ImageIO.read(new ByteArrayInputStream(coded));
            assertEquals(usual.getType(), quick.getType());
            assertEquals(tones(usual), tones(quick), "type " + type);
            assertTrue(TurboJpeg.here().get().decode(Arrays.copyOf(coded, coded.length * 2 / 3)).isEmpty(), "cut off");
        }
        assertTrue(TurboJpeg.here().get().decode(new byte[0]).isEmpty());
    }

    private byte[] noise(int type) throws IOException {
        var chance = new Random(seed);
        var image = new BufferedImage(203, 157, type);
        var pen = image.createGraphics();
        for (int i = 0; i < 300; i++) {
            pen.setColor(new Color(chance.nextInt(1 << 24)));
            pen.fillOval(chance.nextInt(203), chance.nextInt(157), chance.nextInt(40), chance.nextInt(40));
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** A segment that refers to so many others. */
    private static byte[] segment(int number, int kind, int referred, byte[] data) {
        int wide = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
        var bytes = ByteBuffer.allocate(4 + 1 + (referred > 4 ? 4 + (referred + 8) / 8 : 1) + referred * wide + 1 + 4 + data.length);
        bytes.putInt(number).put((byte) kind);
        if (referred > 4) bytes.putInt(7 << 29 | referred).position(bytes.position() + (referred + 8) / 8);
        else bytes.put((byte) (referred << 5));
        return bytes.position(bytes.position() + referred * wide).put((byte) 0).putInt(data.length).put(data).array();
    }

    private static OpenJpeg jpeg2000() {
        assumeTrue(OpenJpeg.here().isPresent(), "this machine has no OpenJPEG");
        return OpenJpeg.here().get();
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " x " + image.getHeight();
    }

    private static String bars() {
        var image = new BufferedImage(160, 226, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 160, 226);
        pen.setColor(Color.BLACK);
        for (int i = 0; i < 10; i++) pen.fillRect(40, 20 * i + 10, 80, 10);
        pen.setColor(new Color(200, 30, 40));
        pen.fillRect(128, 180, 16, 16);
        pen.dispose();
        return tones(image);
    }

    private static String tones(BufferedImage image) {
        var all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return size(image) + " " + Arrays.hashCode(all);
    }
}
