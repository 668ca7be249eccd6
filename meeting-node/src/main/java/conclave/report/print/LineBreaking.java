package conclave.report.print;

import java.util.ArrayList;
import java.util.List;

/** Text into lines of a width: anywhere between Chinese characters, between words elsewhere, and no line begins with a closing mark. */
record LineBreaking(Typefaces types, Typeface face, float size) {

    private static final String NEVER_FIRST = "，。、；：！？）】》”’％%)]},.;:!?·…—";

    /** At least one line; a word that is wider than the line is broken where the line ends. */
    List<String> lines(String text, float width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n", -1)) broken(types.settable(paragraph), width, lines);
        return lines;
    }

    private void broken(String text, float width, List<String> lines) {
        int start = 0;
        int chance = 0;
        float filled = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            float wide = types.width(c, face) * size;
            if (i > start && mayBreak(text, i)) chance = i;
            if (filled + wide > width && i > start) {
                int end = chance > start ? chance : i;
                lines.add(text.substring(start, end).stripTrailing());
                start = end;
                filled = types.width(text.substring(start, i), face) * size;
            }
            filled += wide;
            i += Character.charCount(c);
        }
        lines.add(text.substring(start));
    }

    /** Whether a new line may begin here. */
    private static boolean mayBreak(String text, int at) {
        int before = text.codePointBefore(at);
        int here = text.codePointAt(at);
        if (NEVER_FIRST.indexOf(here) >= 0 || here == ' ') return false;
        return before == ' ' || before == '-' || before == '/' || wide(before) || wide(here);
    }

    private static boolean wide(int character) {
        return character >= 0x2e80;
    }
}
