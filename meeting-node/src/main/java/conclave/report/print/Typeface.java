package conclave.report.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** One typeface: which characters it has, and how wide they are. Belongs to one thread. */
final class Typeface {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float unitsPerEm;
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(TrueTypeFont font) throws IOException {
        // Without substitution, so that every character keeps a glyph of its own and text can be found again.
        font.setEnableGsub(false);
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    /** In ems. */
    float width(int character) {
        return widths.computeIfAbsent(character, it -> {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(it)) / unitsPerEm;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
