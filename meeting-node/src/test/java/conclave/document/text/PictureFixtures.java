package conclave.document.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures with words inside of their files. */
final class PictureFixtures {

    private PictureFixtures() {
    }

    /** A JPEG whose EXIF names an artist. */
    static byte[] jpeg(String artist) throws IOException {
        var exif = new ByteArrayOutputStream();
        exif.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.write(tiff(artist));
        var out = new ByteArrayOutputStream();
        var plain = picture("jpg");
        out.write(plain, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (exif.size() + 2 >> 8), (byte) (exif.size() + 2)});
        exif.writeTo(out);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    static byte[] tiff(String artist) {
        var words = (artist + "\0\0\0\0\0").getBytes(StandardCharsets.UTF_8);
        var tiff = ByteBuffer.allocate(26 + words.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x013B).putShort((short) 2).putInt(words.length).putInt(26).putInt(0);
        return tiff.put(words).array();
    }

    static byte[] png(String type, byte[] words) throws IOException {
        var plain = picture("png");
        var chunk = new ByteArrayOutputStream();
        chunk.write(type.getBytes(StandardCharsets.US_ASCII));
        chunk.write(words);
        var crc = new CRC32();
        crc.update(chunk.toByteArray());
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        out.write(ByteBuffer.allocate(4).putInt(words.length).array());
        chunk.writeTo(out);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), format, out);
        return out.toByteArray();
    }
}
