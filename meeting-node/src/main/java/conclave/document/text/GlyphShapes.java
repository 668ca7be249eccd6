package conclave.document.text;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/** Where the ink of each glyph is, in parts of its size, and whether it is the glyph of the character it is said to be. */
final class GlyphShapes {

    /** Upper and lower edge of a line of writing. */
    private static final double ASCENT = 0.85;
    private static final double DESCENT = -0.15;
    private static final int MOST_KEPT = 100_000;

    private final Map<PDFont, Map<Integer, Rectangle2D>> known = new IdentityHashMap<>();
    private final Map<PDFont, Map<Integer, Boolean>> certain = new IdentityHashMap<>();
    private int kept;

    /** The ink, and the height of the line around it, so that boxes of one line are alike. */
    Rectangle2D of(PDFont font, int code, double advance) {
        if (kept > MOST_KEPT) {
            known.clear();
            certain.clear();
            kept = 0;
        }
        var ink = known.computeIfAbsent(font, _ -> new HashMap<>()).computeIfAbsent(code, _ -> {
            kept++;
            return ink(font, code, advance);
        });
        double wide = font.isVertical() ? 1 : Math.max(advance, 0.05);
        var line = new Rectangle2D.Double(0, DESCENT, wide, ASCENT - DESCENT);
        return ink.isEmpty() ? line : line.createUnion(ink);
    }

    private static Rectangle2D ink(PDFont font, int code, double advance) {
        try {
            var matrix = font.getFontMatrix().createAffineTransform();
            if (font instanceof PDType3Font drawn) {
                var box = drawn.getFontBBox();
                return box == null ? new Rectangle2D.Double() : matrix.createTransformedShape(box.toGeneralPath()).getBounds2D();
            }
            if (!(font instanceof PDVectorFont vector)) return new Rectangle2D.Double();
            var ink = matrix.createTransformedShape(vector.getNormalizedPath(code)).getBounds2D();
            double stretched = stretched(font, code, advance);
            return new Rectangle2D.Double(ink.getX() * stretched, ink.getY(), ink.getWidth() * stretched, ink.getHeight());
        } catch (IOException | RuntimeException e) {
            return new Rectangle2D.Double();
        }
    }

    /** Glyphs of a font that stands in for one that is not in the file are made as wide as those were. */
    private static double stretched(PDFont font, int code, double advance) throws IOException {
        if (font.isEmbedded() || font.isVertical() || font.isStandard14() || !font.hasExplicitWidth(code)) return 1;
        double own = font.getWidthFromFont(code) / 1000;
        return own > 0 && advance > 0 ? advance / own : 1;
    }

    /** Where the font itself has a table of characters, the glyph must be the one that stands there. */
    boolean isCertain(PDFont font, int code, String said) {
        return certain.computeIfAbsent(font, _ -> new HashMap<>()).computeIfAbsent(code, _ -> looksCertain(font, code, said));
    }

    private static boolean looksCertain(PDFont font, int code, String said) {
        try {
            if (said.codePointCount(0, said.length()) != 1 || !Character.isLetterOrDigit(said.codePointAt(0)) || !font.isEmbedded()) return true;
            var table = characters(font);
            if (table.isEmpty()) return true;
            int wanted = table.get().getUnicodeCmapLookup().getGlyphId(said.codePointAt(0));
            // Tables of old single-byte fonts are often those of symbols, and know no letters.
            return wanted == glyph(font, code) || wanted == 0 && font instanceof PDTrueTypeFont;
        } catch (IOException | RuntimeException e) {
            // A font without such a table says nothing against it.
            return true;
        }
    }

    private static Optional<TrueTypeFont> characters(PDFont font) {
        return switch (font) {
            case PDTrueTypeFont simple -> Optional.ofNullable(simple.getTrueTypeFont());
            case PDType0Font composite when composite.getDescendantFont() instanceof PDCIDFontType2 inner -> Optional.ofNullable(inner.getTrueTypeFont());
            default -> Optional.empty();
        };
    }

    private static int glyph(PDFont font, int code) throws IOException {
        return font instanceof PDType0Font composite ? composite.codeToGID(code) : ((PDTrueTypeFont) font).codeToGID(code);
    }
}
