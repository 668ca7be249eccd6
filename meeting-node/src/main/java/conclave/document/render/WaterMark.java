package conclave.document.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;

/**
 * 水印: one line of text over and over across the whole picture, light enough to be read through and dark enough for a photograph of the
 * screen. Letters are laid out and joined as their script wants it; black with a white edge, so that it shows on a dark page too.
 */
final class WaterMark {

    private static final double SLANT = Math.toRadians(-24);
    /** So many lines of text are as high as the picture is wide. */
    private static final double LINES_ACROSS = 50;
    private static final int SMALLEST = 9;
    private static final Color DARK = new Color(0, 0, 0, 34);
    private static final Color LIGHT = new Color(255, 255, 255, 44);
    /** Where no face of this machine has a letter: 〓, as printers have always set it. */
    private static final String GETA = "\u3013";

    private WaterMark() {
    }

    static void over(BufferedImage page, String text) {
        var graphics = page.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            int size = Math.max(SMALLEST, (int) Math.round(page.getWidth() / LINES_ACROSS));
            var font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
            var layout = new TextLayout(fromTheLeft(settable(text, font), font), new FontRenderContext(null, true, false));
            var edge = Math.max(1, size / 20);
            tile(graphics, page, layout.getOutline(null), layout.getAdvance(), size, edge);
        } finally {
            graphics.dispose();
        }
    }

    /** Rows of the text, each shifted against the one above, over a square that covers the picture however it is turned. */
    private static void tile(Graphics2D graphics, BufferedImage page, Shape text, double length, int size, int edge) {
        double reach = Math.hypot(page.getWidth(), page.getHeight()) / 2;
        double across = length + 4.0 * size;
        double down = 6.0 * size;
        var middle = AffineTransform.getTranslateInstance(page.getWidth() / 2.0, page.getHeight() / 2.0);
        middle.rotate(SLANT);
        int row = 0;
        for (double y = -reach; y < reach; y += down, row++) {
            for (double x = -reach - (row % 3) * across / 3; x < reach; x += across) {
                var place = new AffineTransform(middle);
                place.translate(x, y);
                var shape = place.createTransformedShape(text);
                if (!shape.intersects(0, 0, page.getWidth(), page.getHeight())) continue;
                graphics.setColor(LIGHT);
                graphics.translate(edge, edge);
                graphics.fill(shape);
                graphics.translate(-edge, -edge);
                graphics.setColor(DARK);
                graphics.fill(shape);
            }
        }
    }

    /** A name from right to left stands in its place; seat and time keep their order behind it. */
    private static AttributedCharacterIterator fromTheLeft(String text, Font font) {
        var line = new AttributedString(text);
        line.addAttribute(TextAttribute.FONT, font);
        line.addAttribute(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_LTR);
        return line.getIterator();
    }

    private static String settable(String text, Font font) {
        var out = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (font.canDisplay(letter) || Character.getType(letter) == Character.FORMAT) out.appendCodePoint(letter);
            else out.append(GETA);
        });
        return out.isEmpty() ? " " : out.toString();
    }
}
