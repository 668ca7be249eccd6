package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures that an office sends instead of PDFs are pages, and what only looks like one is a finding. */
class ScannedPicturesTest {

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
    void aJpegAndAPngAreOnePageEach() throws Exception {
        for (var format : new String[] {"jpeg", "png"}) {
            assertEquals(1, open(written(format, BufferedImage.TYPE_INT_RGB)), format);
            var page = child.render(PageOrder.reading(1)).page();
            assertEquals("300 x 400", page.width() + " x " + page.height(), format);
        }
    }

    @Test
    void aTiffOfTwoFaxesIsTwoPages() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("CCITT T.6");
            for (int i = 0; i < 2; i++) writer.writeToSequence(new IIOImage(picture(BufferedImage.TYPE_BYTE_BINARY), null, null), how);
            writer.endWriteSequence();
        }
        assertEquals(2, open(bytes.toByteArray()));
        assertEquals(300, child.render(PageOrder.reading(2)).page().width());
    }

    /** Held upright, a telephone writes the picture lying down and a number that says so. */
    @Test
    void aPictureFromATelephoneStandsUpright() throws Exception {
        var jpeg = written("jpeg", BufferedImage.TYPE_INT_RGB);
        var exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0).putInt(0);
        var turned = ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
        assertEquals(1, open(turned));
        var page = child.render(PageOrder.reading(1)).page();
        assertEquals("400 x 300", page.width() + " x " + page.height());
    }

    @Test
    void whatWasCutOffOrIsAlsoAPdfOrIsHugeIsTold() throws Exception {
        for (var format : new String[] {"jpeg", "png"}) {
            var whole = written(format, BufferedImage.TYPE_INT_RGB);
            assertTrouble(Trouble.DAMAGED, Arrays.copyOf(whole, whole.length * 2 / 3));
        }
        var jpeg = written("jpeg", BufferedImage.TYPE_INT_RGB);
        var comment = ByteBuffer.allocate(13).putShort((short) 0xfffe).putShort((short) 11).put("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII)).array();
        assertTrouble(Trouble.DAMAGED, ByteBuffer.allocate(jpeg.length + 13).put(jpeg, 0, 2).put(comment).put(jpeg, 2, jpeg.length - 2).array());
        var png = written("png", BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertTrouble(Trouble.TOO_LARGE, png);
    }

    private static void assertTrouble(Trouble trouble, byte[] file) {
        assertEquals(trouble, assertThrows(Troubled.class, () -> open(file)).trouble());
    }

    private static int open(byte[] file) throws Troubled, IOException {
        return child.open(file.length, new ByteArrayInputStream(file));
    }

    private static byte[] written(String format, int type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(type), format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage picture(int type) {
        var image = new BufferedImage(300, 400, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 400);
        graphics.setColor(Color.BLACK);
        for (int y = 40; y < 380; y += 20) graphics.drawLine(30, y, 270, y + 3);
        graphics.dispose();
        return image;
    }
}
