package conclave.document.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures with some loss where nothing writes WebP; what is grey costs no colour. */
final class Jpeg {

    private static final float QUALITY = 0.8f;

    private Jpeg() {
    }

    static byte[] write(BufferedImage image) throws IOException {
        var shown = isGrey(image) ? asGrey(image) : image;
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(400_000);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(shown, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static boolean isGrey(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_INT_RGB) return false;
        for (int pixel : ((DataBufferInt) image.getRaster().getDataBuffer()).getData()) {
            int green = pixel >> 8 & 255;
            if (Math.abs(green - (pixel & 255)) > 2 || Math.abs(green - (pixel >> 16 & 255)) > 2) return false;
        }
        return true;
    }

    private static BufferedImage asGrey(BufferedImage image) {
        var grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var to = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        var from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < from.length; i++) to[i] = (byte) (from[i] >> 8);
        return grey;
    }
}
