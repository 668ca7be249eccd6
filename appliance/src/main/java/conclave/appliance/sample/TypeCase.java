package conclave.appliance.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The two Chinese faces that the dossiers are set in: a regular script (楷体) for what is filled in, a sans (黑体) for headings and
 * printed labels. Read from the machine's fonts; the sans may be missing, then the bold regular script stands in for it.
 */
public final class TypeCase {

    /** Where Debian puts them. */
    public static final Path FONTS = Path.of("/usr/share/fonts/truetype");
    private static final String KAI = "lxgw-wenkai/LXGWWenKai-Regular.ttf";
    private static final String KAI_BOLD = "lxgw-wenkai/LXGWWenKai-Bold.ttf";
    private static final String HEI = "wqy/wqy-zenhei.ttc";

    /** A stretch of text that one face can set. */
    record Run(Face face, String text) {
    }

    private final Face kai;
    private final Face hei;

    private TypeCase(Face kai, Face hei) {
        this.kai = kai;
        this.hei = hei;
    }

    public static TypeCase open(Path fonts) throws IOException {
        var kai = fonts.resolve(KAI);
        var hei = fonts.resolve(HEI);
        if (!Files.isReadable(kai)) throw new FontsMissing(kai);
        var sans = Files.isReadable(hei) ? fromCollection(hei) : single(fonts.resolve(KAI_BOLD));
        return new TypeCase(new Face(single(kai)), new Face(sans));
    }

    private static TrueTypeFont single(Path file) throws IOException {
        return quiet(new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile())));
    }

    /** The collection is not closed here: its font reads from it for as long as it is used. */
    private static TrueTypeFont fromCollection(Path file) throws IOException {
        return quiet(collection(file.toFile()).getFontByName("WenQuanYiZenHei"));
    }

    @SuppressWarnings("resource")
    private static TrueTypeCollection collection(File file) throws IOException {
        return new TrueTypeCollection(file);
    }

    /** Without glyph substitution, so that every character keeps a glyph of its own and text can be found again. */
    private static TrueTypeFont quiet(TrueTypeFont font) {
        font.setEnableGsub(false);
        return font;
    }

    public Face kai() {
        return kai;
    }

    public Face hei() {
        return hei;
    }

    /** Splits a text so that every character is set in a face that has it, the wanted one first. */
    List<Run> runs(String text, Face wanted) {
        var runs = new ArrayList<Run>();
        Face current = wanted;
        int start = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var face = faceFor(text.codePointAt(i), wanted);
            if (face != current && i > start) {
                runs.add(new Run(current, text.substring(start, i)));
                start = i;
            }
            current = face;
        }
        if (start < text.length()) runs.add(new Run(current, text.substring(start)));
        return runs;
    }

    public Face faceFor(int character, Face wanted) {
        if (wanted.has(character)) return wanted;
        var other = wanted == kai ? hei : kai;
        if (other.has(character)) return other;
        throw new IllegalStateException("no face has " + Character.getName(character));
    }

    public float width(String text, Face wanted) {
        return (float) text.codePoints().mapToDouble(it -> faceFor(it, wanted).width(it)).sum();
    }

    /** Said in one sentence, because a technician reads it. */
    static final class FontsMissing extends IOException {
        private static final long serialVersionUID = 1L;

        FontsMissing(Path font) {
            super("A Chinese TrueType font is missing (" + font + "): install the Debian packages fonts-lxgw-wenkai and fonts-wqy-zenhei.");
        }
    }
}
