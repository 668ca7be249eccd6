package conclave.report.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The machine's Chinese TrueType faces: a sans (黑体) for headings, a regular script (楷体) for the rest, and whatever else may help out with a
 * rare character. Fonts with PostScript outlines cannot be embedded and are not looked for.
 */
public final class Typefaces {

    /** Where they usually lie. */
    public static final List<Path> PLACES = List.of(Path.of("/usr/share/fonts/truetype"), Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"));
    private static final List<String> SANS = List.of("wqy/wqy-zenhei.ttc", "wqy-zenhei.ttc", "simhei.ttf");
    private static final List<String> SCRIPT = List.of("lxgw-wenkai/LXGWWenKai-Regular.ttf", "LXGWWenKai-Regular.ttf", "simfang.ttf", "simkai.ttf");
    /** Stands where no face has a character: 〓, as printers have always set it; then a letter that every face has. */
    private static final List<Integer> GETA = List.of(0x3013, 0x25a1, (int) '?');

    /** A stretch of text that one face can set. */
    sealed interface Run {

        String text();

        record Plain(Typeface face, String text) implements Run {
        }

        record Joining(Joined face, String text) implements Run {
        }
    }

    private final List<Typeface> faces;
    private final Typeface sans;
    private final Typeface script;
    private final Optional<Joined> naskh;

    private Typefaces(Typeface sans, Typeface script, List<Typeface> others, Optional<Joined> naskh) {
        this.naskh = naskh;
        this.sans = sans;
        this.script = script;
        this.faces = new ArrayList<>(List.of(script, sans));
        faces.addAll(others);
    }

    /** Nothing where no place has a face with Chinese characters. */
    public static Optional<Typefaces> find(List<Path> places) throws IOException {
        var sans = FontFiles.first(places, SANS);
        var script = FontFiles.first(places, SCRIPT);
        var others = FontFiles.others(places);
        var any = sans.or(() -> script).or(() -> others.stream().filter(face -> face.has('评')).findFirst());
        if (any.isEmpty()) return Optional.empty();
        return Optional.of(new Typefaces(sans.orElse(any.get()), script.orElse(any.get()), others, Joined.find(places)));
    }

    Typeface sans() {
        return sans;
    }

    Typeface script() {
        return script;
    }

    private Optional<Typeface> faceFor(int character, Typeface wanted) {
        return wanted.has(character) ? Optional.of(wanted) : faces.stream().filter(face -> face.has(character)).findFirst();
    }

    /** Whether it can be set as it should be: scripts whose letters join are not set letter by letter. */
    boolean sets(int character) {
        if (Joined.joins(character)) return naskh.map(face -> face.has(character)).orElse(false);
        return !joins(character) && faces.stream().anyMatch(face -> face.has(character));
    }

    private static boolean joins(int character) {
        var script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.MONGOLIAN || script == Character.UnicodeScript.TIBETAN;
    }

    /** Something that people should see, and that would not be seen. */
    boolean lacks(int character) {
        return !blank(character) && !invisible(character) && !sets(character);
    }

    private static boolean blank(int character) {
        return Character.isISOControl(character) || Character.isSpaceChar(character);
    }

    private static boolean invisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    /** What cannot be set becomes the mark for it; blanks of any kind stay blanks. */
    String settable(String text) {
        var out = new StringBuilder();
        text.codePoints().filter(c -> !invisible(c)).forEach(c -> out.appendCodePoint(lacks(c) ? mark() : sets(c) ? c : ' '));
        return out.toString();
    }

    private int mark() {
        return GETA.stream().filter(this::sets).findFirst().orElse((int) ' ');
    }

    /** Splits a settable text so that every character is set in a face that has it, the wanted one first; letters that join stay together. */
    List<Run> runs(String text, Typeface wanted) {
        var runs = new ArrayList<Run>();
        Typeface current = wanted;
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Joined.joins(c) && naskh.isPresent()) {
                if (i > start) runs.add(new Run.Plain(current, text.substring(start, i)));
                start = Joined.end(text, i);
                runs.add(new Run.Joining(naskh.get(), text.substring(i, start)));
                i = start;
                continue;
            }
            var face = faceFor(c, wanted).orElse(current);
            if (face != current && i > start) {
                runs.add(new Run.Plain(current, text.substring(start, i)));
                start = i;
            }
            current = face;
            i += Character.charCount(c);
        }
        if (start < text.length()) runs.add(new Run.Plain(current, text.substring(start)));
        return runs;
    }

    /** Of a letter that joins as it stands alone: so wide it is at most, near enough to break a line by. */
    float width(int character, Typeface wanted) {
        if (Joined.joins(character) && naskh.isPresent()) return naskh.get().width(Character.toString(character));
        return faceFor(character, wanted).orElse(wanted).width(character);
    }

    float width(String text, Typeface wanted) {
        if (text.codePoints().noneMatch(Joined::joins)) return plain(text, wanted);
        return (float) runs(text, wanted).stream().mapToDouble(run -> width(run, wanted)).sum();
    }

    float width(Run run, Typeface wanted) {
        return switch (run) {
            case Run.Plain plain -> plain(plain.text(), wanted);
            case Run.Joining joining -> joining.face().width(joining.text());
        };
    }

    private float plain(String text, Typeface wanted) {
        return (float) text.codePoints().mapToDouble(it -> width(it, wanted)).sum();
    }
}
