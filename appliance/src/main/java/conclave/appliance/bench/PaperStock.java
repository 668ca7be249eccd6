package conclave.appliance.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Pages of Chinese text as a scanner at 300 dpi sees them; each number is another page, always the same one. */
final class PaperStock {

    static final Path TYPE = Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf");

    private static final int WIDTH = 2480;
    private static final int HEIGHT = 3508;
    private static final int LINES = 38;
    private static final int LETTERS = 40;
    /** Frequent characters stand at the beginning of the block in no order; any will do for a stroke count. */
    private static final int FIRST = 0x4e00;
    private static final int LAST = 0x7000;

    private final Font type;

    PaperStock() throws IOException {
        try {
            type = Font.createFont(Font.TRUETYPE_FONT, TYPE.toFile()).deriveFont(44f);
        } catch (FontFormatException e) {
            throw new IOException("the font cannot be read: " + TYPE, e);
        }
    }

    static String line(Random chance) {
        var line = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) line.append((char) (FIRST + chance.nextInt(LAST - FIRST)));
        return line.toString();
    }

    BufferedImage bilevel(int number) {
        return paper(number, BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, Color.BLACK);
    }

    /** Yellowish paper with the noise of a scanner, a blue heading and a red seal. */
    BufferedImage colour(int number) {
        var image = paper(number, BufferedImage.TYPE_INT_RGB, new Color(247, 244, 236), new Color(38, 36, 44));
        var graphics = image.createGraphics();
        graphics.setColor(new Color(200, 30, 40, 170));
        graphics.setStroke(new java.awt.BasicStroke(14));
        graphics.drawOval(1500, 2600, 480, 480);
        graphics.dispose();
        var chance = new Random(number);
        for (int i = 0; i < WIDTH * HEIGHT / 4; i++) {
            int at = chance.nextInt(WIDTH * HEIGHT);
            int shade = chance.nextInt(13) - 6;
            int rgb = image.getRGB(at % WIDTH, at / WIDTH);
            image.setRGB(at % WIDTH, at / WIDTH, shaded(rgb >> 16 & 255, shade) << 16 | shaded(rgb >> 8 & 255, shade) << 8 | shaded(rgb & 255, shade));
        }
        return image;
    }

    private static int shaded(int tone, int by) {
        return Math.clamp(tone + by, 0, 255);
    }

    private BufferedImage paper(int number, int type, Color ground, Color ink) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        if (type != BufferedImage.TYPE_BYTE_BINARY) graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(ground);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(ink);
        graphics.setFont(this.type);
        var chance = new Random(number);
        for (int i = 0; i < LINES; i++) graphics.drawString(line(chance), 300, 320 + i * 80);
        graphics.dispose();
        return image;
    }
}
