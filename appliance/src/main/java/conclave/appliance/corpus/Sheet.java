package conclave.appliance.corpus;

import conclave.appliance.sample.Face;
import conclave.appliance.sample.TypeCase;
import conclave.document.screen.Kind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A page being printed, 200 dots to the inch: remembers what was planted where, and the text as a text layer would hold it. */
final class Sheet {

    static final int LONG = 2339;
    static final int SHORT = 1654;
    static final double LEADING = 1.75;

    /**
     * An identifier on this sheet: its lines in pixels.
     *
     * @param start in the text, in code points, as {@code end}
     */
    record Place(Kind kind, String value, List<Rectangle2D> lines, int start, int end) {
    }

    private final TypeCase types;
    private final BufferedImage image;
    private final Graphics2D pen;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    Sheet(TypeCase types, boolean upright) {
        this.types = types;
        this.image = new BufferedImage(upright ? SHORT : LONG, upright ? LONG : SHORT, BufferedImage.TYPE_3BYTE_BGR);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(251, 250, 246));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(new Color(34, 34, 38));
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    BufferedImage image() {
        return image;
    }

    String text() {
        return text.toString();
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    void frame(double x, double y, double width, double height, double thickness, Color colour) {
        var before = pen.getColor();
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) thickness));
        pen.draw(new Rectangle2D.Double(x, y, width, height));
        pen.setColor(before);
    }

    void cell(double x, double y, double width, double height, Face face, double size, Piece... pieces) {
        frame(x, y, width, height, 2, new Color(34, 34, 38));
        line(face, size, x + size * 0.5, y + height / 2 + size * 0.36, pieces);
    }

    void heading(String words, Face face, double size, double baseline) {
        line(face, size, (width() - types.width(words, face) * size) / 2, baseline, Piece.plain(words));
    }

    /** Returns the base line of the next line. */
    double line(Face face, double size, double x, double baseline, Piece... pieces) {
        return paragraph(face, size, x, Double.MAX_VALUE, 0, baseline, pieces);
    }

    /** Broken anywhere between Chinese characters and never within a number or word. Returns the base line below the last line. */
    double paragraph(Face face, double size, double left, double right, double indent, double baseline, Piece... pieces) {
        double x = left + indent;
        double y = baseline;
        for (var piece : pieces) {
            var lines = new ArrayList<Rectangle2D>();
            double begun = x;
            int start = length();
            int[] characters = piece.text().codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                if (x + needed(characters, i, face) * size > right && x > left) {
                    if (x > begun) lines.add(place(begun, x, y, size));
                    text.append('\n');
                    if (i == 0) start = length();
                    x = left;
                    begun = x;
                    y += size * LEADING;
                }
                x += draw(characters[i], face, size, x, y);
            }
            if (x > begun) lines.add(place(begun, x, y, size));
            if (piece.kind() != null) places.add(new Place(piece.kind(), piece.text(), lines, start, length()));
        }
        text.append('\n');
        return y + size * LEADING;
    }

    private int length() {
        return text.codePointCount(0, text.length());
    }

    private static Rectangle2D place(double from, double to, double baseline, double size) {
        return new Rectangle2D.Double(from, baseline - size * 0.88, to - from, size * 1.04);
    }

    /** The width up to the next place where a line may end. */
    private double needed(int[] characters, int at, Face face) {
        double width = width(characters[at], face);
        if (at > 0 && inWord(characters[at]) && inWord(characters[at - 1])) return 0;
        for (int i = at + 1; i < characters.length && inWord(characters[i]) && inWord(characters[i - 1]); i++) width += width(characters[i], face);
        return width;
    }

    private static boolean inWord(int character) {
        return character < 128 && character != ' ';
    }

    private double width(int character, Face face) {
        return types.faceFor(character, face).width(character);
    }

    private double draw(int character, Face wanted, double size, double x, double y) {
        var face = types.faceFor(character, wanted);
        pen.fill(new AffineTransform(size, 0, 0, -size, x, y).createTransformedShape(face.outline(character)));
        text.appendCodePoint(character);
        return face.width(character) * size;
    }
}
