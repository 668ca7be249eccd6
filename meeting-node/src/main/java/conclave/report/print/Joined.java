package conclave.report.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Naskh face for scripts whose letters join, as Uyghur and Kazakh names have them: shaped and laid out from right to left as a whole, and set
 * as outlines, because the text of a PDF knows letters one by one only.
 */
final class Joined {

    private static final List<String> NASKH = List.of("opentype/fonts-hosny-amiri/Amiri-Regular.ttf", "truetype/noto/NotoNaskhArabic-Regular.ttf",
            "noto/NotoNaskhArabic-Regular.ttf", "UKIJTuT.ttf", "Amiri-Regular.ttf", "NotoNaskhArabic-Regular.ttf");
    private static final float SIZE = 1000;
    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    private final Font font;

    private Joined(Font font) {
        this.font = font;
    }

    /** A file that is no font is as good as none: what it would have set is marked and counted. */
    static Optional<Joined> find(List<Path> places) throws IOException {
        for (var place : places) {
            for (var name : NASKH) {
                var file = place.resolve(name);
                if (!Files.isReadable(file)) continue;
                try {
                    return Optional.of(new Joined(Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(SIZE)));
                } catch (FontFormatException noFont) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    static boolean joins(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.ARABIC;
    }

    boolean has(int character) {
        return font.canDisplay(character);
    }

    /** In ems. */
    float width(String text) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, PAPER).getAdvance() / SIZE;
    }

    /** Standing on the line that begins here, upwards as paper has it. */
    Shape outline(String text, float size, float x, float baseline) {
        var place = AffineTransform.getTranslateInstance(x, baseline);
        place.scale(size / SIZE, -size / SIZE);
        return new TextLayout(text, font, PAPER).getOutline(place);
    }

    /** Where the letters that join end: blanks and dots between two of them belong to them, and not those behind the last. */
    static int end(String text, int start) {
        int end = start;
        for (int i = start; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (joins(c)) end = i + Character.charCount(c);
            else if (c != ' ' && c != '\u00b7' && c != '-') break;
        }
        return end;
    }
}
