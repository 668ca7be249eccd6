package conclave.appliance.corpus;

import conclave.appliance.sample.Seal;
import conclave.appliance.sample.TypeCase;
import conclave.document.text.Box;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An office scanner and its bad habits: stamped before, laid on askew, unevenly lit, with grain and dust, squeezed as JPEG. */
final class Scanner {

    /** Twenty millimetres. */
    private static final double SEAL = 157;
    private static final int MOST_SEALS = 3;

    private final TypeCase types;
    private final Variant variant;
    private final Random chance;
    private final List<Ellipse2D> seals = new ArrayList<>();

    Scanner(TypeCase types, Variant variant, long seed) {
        this.types = types;
        this.variant = variant;
        this.chance = new Random(seed);
    }

    Scan scan(Sheet sheet, String owner) throws IOException {
        var image = copy(sheet.image());
        if (variant == Variant.SEALED) stamp(image, sheet.places(), owner);
        var laid = new AffineTransform();
        if (variant == Variant.SKEWED) {
            double degrees = (1 + chance.nextDouble()) * (chance.nextBoolean() ? 1 : -1);
            laid.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
            image = laid(image, laid);
        }
        light(image);
        var squeezed = squeezed(image);
        var planted = new ArrayList<Planted>();
        var sealed = new ArrayList<Planted>();
        for (var place : sheet.places()) {
            var found = new Planted(place.kind(), place.value(), place.lines().stream().map(line -> box(laid, line, sheet)).toList());
            planted.add(found);
            if (place.lines().stream().anyMatch(line -> seals.stream().anyMatch(seal -> seal.intersects(line)))) sealed.add(found);
        }
        return new Scan(squeezed, planted, sealed);
    }

    /** A scanned page and the answers. {@code sealed} are those of the planted that a seal touches. */
    record Scan(BufferedImage image, List<Planted> planted, List<Planted> sealed) {
    }

    private static BufferedImage copy(BufferedImage from) {
        var image = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        from.copyData(image.getRaster());
        return image;
    }

    private static BufferedImage laid(BufferedImage from, AffineTransform how) {
        var image = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setColor(new Color(232, 232, 230));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(from, how, null);
        pen.dispose();
        return image;
    }

    private static Box box(AffineTransform how, Rectangle2D line, Sheet sheet) {
        var bounds = how.createTransformedShape(line).getBounds2D();
        int left = Math.clamp((int) (bounds.getMinX() * Box.WHOLE / sheet.width()), 0, Box.WHOLE - 1);
        int top = Math.clamp((int) (bounds.getMinY() * Box.WHOLE / sheet.height()), 0, Box.WHOLE - 1);
        return new Box(left, top, Math.clamp((int) Math.ceil(bounds.getMaxX() * Box.WHOLE / sheet.width()), left + 1, Box.WHOLE),
                Math.clamp((int) Math.ceil(bounds.getMaxY() * Box.WHOLE / sheet.height()), top + 1, Box.WHOLE));
    }

    /** Over one identifier and others around it; never one seal over another. */
    private void stamp(BufferedImage image, List<Sheet.Place> places, String owner) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int tries = 0; tries < 40 && seals.size() < MOST_SEALS; tries++) {
            var line = places.get(chance.nextInt(places.size())).lines().getFirst();
            double x = line.getX() + line.getWidth() * chance.nextDouble();
            double y = line.getCenterY() + (chance.nextDouble() - 0.5) * SEAL;
            boolean alone = seals.stream().allMatch(seal -> Math.hypot(seal.getCenterX() - x, seal.getCenterY() - y) > 2.1 * SEAL);
            boolean inside = x > SEAL && y > SEAL && x < image.getWidth() - SEAL && y < image.getHeight() - SEAL;
            if (!alone || !inside) continue;
            press(pen, owner, x, y);
            seals.add(new Ellipse2D.Double(x - SEAL, y - SEAL, 2 * SEAL, 2 * SEAL));
        }
        pen.dispose();
    }

    private void press(Graphics2D pen, String owner, double x, double y) {
        var before = pen.getTransform();
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.62f + 0.23f * chance.nextFloat()));
        pen.setColor(new Color(200, 28, 34));
        pen.rotate(Math.toRadians(chance.nextInt(-14, 15)), x, y);
        pen.setStroke(new BasicStroke((float) SEAL / 18));
        pen.draw(new Ellipse2D.Double(x - SEAL, y - SEAL, 2 * SEAL, 2 * SEAL));
        pen.fill(Seal.star(x, y, SEAL * 0.32));
        Seal.alongArc(owner, types, x, y, SEAL * 0.74, SEAL).forEach(pen::fill);
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setTransform(before);
    }

    /** Darker from one corner to the other, grain on every sample, and specks two pixels wide, dark and light. */
    private void light(BufferedImage image) {
        var samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        var grains = new float[1 << 16];
        for (int i = 0; i < grains.length; i++) grains[i] = (float) (chance.nextGaussian() * variant.grain);
        for (int y = 0, at = 0; y < height; y++) {
            int from = chance.nextInt();
            for (int x = 0; x < width; x++) {
                float light = (float) (1 - (1 - variant.darkestLight) * ((double) x / width + (double) y / height) / 2);
                float grain = grains[from + x & 0xffff];
                for (int k = 0; k < 3; k++, at++) samples[at] = (byte) Math.clamp((int) ((samples[at] & 255) * light + grain), 0, 255);
            }
        }
        for (int n = 0; n < variant.specks * width * height; n++) {
            int at = 3 * (chance.nextInt(height - 1) * width + chance.nextInt(width - 1));
            byte value = (byte) (chance.nextInt(3) == 0 ? 245 : 40);
            for (int k = 0; k < 6; k++) samples[at + k] = value;
        }
    }

    private BufferedImage squeezed(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream(1 << 19);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(variant.quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
