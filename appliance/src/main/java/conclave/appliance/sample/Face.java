package conclave.appliance.sample;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** One typeface: which characters it has, how wide they are, and their outlines. Belongs to one thread. */
public final class Face {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float unitsPerEm;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final Map<Integer, GeneralPath> outlines = new HashMap<>();

    Face(TrueTypeFont font) throws IOException {
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
    public float width(int character) {
        return widths.computeIfAbsent(character, it -> {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(it)) / unitsPerEm;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** In ems, with y growing upwards from the base line. */
    public GeneralPath outline(int character) {
        return outlines.computeIfAbsent(character, it -> {
            try {
                var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(it));
                var path = glyph == null ? new GeneralPath() : new GeneralPath(glyph.getPath());
                path.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
                return path;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
