package conclave.document.ocr;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

/** A page of A4 at 200 dots to the inch, printed for a test. */
final class PrintedPage {

    static final int WIDTH = 1654;
    static final int HEIGHT = 2339;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    private final Graphics2D pen = image.createGraphics();

    PrintedPage() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(30, 30, 34));
    }

    PrintedPage words(String words, int size, int x, int baseline) {
        pen.setFont(face().deriveFont((float) size));
        pen.drawString(words, x, baseline);
        return this;
    }

    /** Bars as long as lines of words, for tests that need no words. */
    PrintedPage bars(int count) {
        for (int n = 0; n < count; n++) {
            for (int x = 200; x < WIDTH - 200; x += 60) pen.fillRect(x, 300 + n * 60, 40, 32);
        }
        return this;
    }

    PrintedPage seal(int x, int y, int radius) {
        pen.setColor(new Color(206, 40, 46));
        pen.setStroke(new BasicStroke(radius / 14f));
        pen.drawOval(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.fillRect(x - radius / 3, y - radius / 3, radius * 2 / 3, radius * 2 / 3);
        for (int turn = 0; turn < 12; turn++) {
            double angle = turn * Math.PI / 6;
            pen.fillRect(x + (int) (radius * 0.68 * Math.cos(angle)) - radius / 12, y + (int) (radius * 0.68 * Math.sin(angle)) - radius / 12, radius / 6, radius / 6);
        }
        pen.setColor(new Color(30, 30, 34));
        return this;
    }

    PrintedPage frame(int x, int y, int width, int height) {
        pen.setColor(new Color(190, 40, 44));
        pen.setStroke(new BasicStroke(9));
        pen.drawRect(x, y, width, height);
        pen.setColor(new Color(30, 30, 34));
        return this;
    }

    BufferedImage image() {
        return image;
    }

    BufferedImage tilted(double degrees) {
        var tilted = new PrintedPage();
        tilted.pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        tilted.pen.drawImage(image, AffineTransform.getRotateInstance(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0), null);
        return tilted.image;
    }

    private static Font face() {
        return Face.FACE;
    }

    private static final class Face {
        private static final Font FACE = load();

        private static Font load() {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, new File("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"));
            } catch (IOException | FontFormatException e) {
                throw new AssertionError("A Chinese font is missing: apt-get install fonts-lxgw-wenkai", e);
            }
        }
    }
}
