package conclave.appliance.sample;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A sheet of paper on an office scanner, 150 dots to the inch: laid on a little askew, unevenly lit, with the scanner's noise.
 * Text is drawn from outlines, so no installed font system is asked and the pixels come out the same everywhere.
 */
final class Scan implements AutoCloseable {

    static final int DPI = 150;
    static final int A4_LONG = 1754;
    static final int A4_SHORT = 1240;
    static final int A5_SHORT = 877;

    private final TypeCase types;
    private final Chance chance;
    private final BufferedImage image;
    private final Graphics2D pen;

    Scan(TypeCase types, Chance chance, int width, int height, boolean colour) {
        this.types = types;
        this.chance = chance;
        this.image = new BufferedImage(width, height, colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        layPaper(colour);
    }

    private void layPaper(boolean colour) {
        pen.setColor(new Color(206, 206, 204));
        pen.fillRect(0, 0, width(), height());
        var angle = Math.toRadians(chance.within(0.25, 1.1)) * (chance.happens(50) ? 1 : -1);
        pen.rotate(angle, width() / 2.0, height() / 2.0);
        pen.setColor(colour ? new Color(248, 245, 236) : new Color(243, 243, 243));
        pen.fill(new Rectangle2D.Double(-6, -6, width() + chance.between(4, 12), height() + chance.between(4, 12)));
        pen.setColor(new Color(38, 38, 42));
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    void ink(Color colour) {
        pen.setColor(colour);
    }

    void text(String text, Face wanted, double size, double x, double baseline) {
        double at = x;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            var face = types.faceFor(character, wanted);
            var place = new AffineTransform(size, 0, 0, -size, at, baseline);
            pen.fill(place.createTransformedShape(face.outline(character)));
            at += face.width(character) * size;
        }
    }

    void centered(String text, Face wanted, double size, double baseline) {
        text(text, wanted, size, (width() - types.width(text, wanted) * size) / 2, baseline);
    }

    /** Returns the base line below the last line. */
    double paragraph(String text, Face wanted, double size, double left, double right, double baseline) {
        double y = baseline;
        boolean first = true;
        for (var line : new Lines(types, wanted, (float) size).breakInto(text, (float) (right - left), (float) (2 * size))) {
            text(line, wanted, size, first ? left + 2 * size : left, y);
            y += size * 1.75;
            first = false;
        }
        return y;
    }

    void line(double x1, double y1, double x2, double y2, double thickness) {
        pen.setStroke(new BasicStroke((float) thickness));
        pen.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void frame(double x, double y, double width, double height, double thickness) {
        pen.setStroke(new BasicStroke((float) thickness));
        pen.draw(new Rectangle2D.Double(x, y, width, height));
    }

    void circle(double x, double y, double radius, double thickness) {
        pen.setStroke(new BasicStroke((float) thickness));
        pen.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void disc(double x, double y, double across, double down) {
        pen.fill(new Ellipse2D.Double(x - across, y - down, 2 * across, 2 * down));
    }

    void fill(double x, double y, double width, double height) {
        pen.fill(new Rectangle2D.Double(x, y, width, height));
    }

    /** The round red seal over whatever stands there; its lowest line says that it is for rehearsal, so it can never be misused. */
    void seal(String owner, double x, double y, double radius) {
        var before = pen.getTransform();
        var colour = pen.getColor();
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) chance.within(0.62, 0.85)));
        pen.setColor(new Color(200, 28, 34));
        pen.rotate(Math.toRadians(chance.within(-14, 14)), x, y);
        circle(x, y, radius, radius / 18);
        pen.fill(Seal.star(x, y, radius * 0.32));
        Seal.alongArc(owner, types, x, y, radius * 0.74, radius).forEach(pen::fill);
        var note = "演练专用章";
        text(note, types.hei(), radius * 0.2, x - types.width(note, types.hei()) * radius * 0.1, y + radius * 0.66);
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setTransform(before);
        pen.setColor(colour);
    }

    ScannedPage page() throws IOException {
        return new ScannedPage(jpeg(), width(), height(), image.getType() == BufferedImage.TYPE_3BYTE_BGR);
    }

    private byte[] jpeg() throws IOException {
        addNoise(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream(1 << 18);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.62f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private void addNoise(byte[] samples) {
        var grain = chance.bytes(1 << 12);
        int rowLength = samples.length / height();
        int fall = chance.between(4, 14);
        for (int row = 0; row < height(); row++) {
            int shade = -fall * row / height();
            int from = (row * 1_103 + row * row % 977) & 0xfff;
            for (int i = row * rowLength, k = from; i < (row + 1) * rowLength; i++, k++) {
                int value = (samples[i] & 0xff) + shade + (grain[k & 0xfff] >> 5);
                samples[i] = (byte) (value > 255 ? 255 : Math.max(value, 0));
            }
        }
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
