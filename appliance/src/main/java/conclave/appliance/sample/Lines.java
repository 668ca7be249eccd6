package conclave.appliance.sample;

import java.util.ArrayList;
import java.util.List;

/** Breaks Chinese text into lines: anywhere, but not before closing marks, not after opening ones, and not inside a number or word. */
final class Lines {

    private static final String NEVER_FIRST = "，。、；：！？）》」』”’％%.,;:)]·～—℃³²";
    private static final String NEVER_LAST = "（《「『“‘([";

    private final TypeCase types;
    private final Face face;
    private final float size;

    Lines(TypeCase types, Face face, float size) {
        this.types = types;
        this.face = face;
        this.size = size;
    }

    List<String> breakInto(String text, float width, float firstIndent) {
        var lines = new ArrayList<String>();
        float room = width - firstIndent;
        int start = 0;
        float used = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            float advance = types.faceFor(character, face).width(character) * size;
            if (used + advance > room + 0.01f && i > start) {
                int cut = cut(text, start, i);
                lines.add(text.substring(start, cut));
                start = cut;
                used = types.width(text.substring(cut, i), face) * size;
                room = width;
            }
            used += advance;
            i += Character.charCount(character);
        }
        if (start < text.length() || lines.isEmpty()) lines.add(text.substring(start));
        return lines;
    }

    private static int cut(String text, int start, int end) {
        int cut = end;
        while (cut > start + 1 && !mayBreak(text, cut)) cut = text.offsetByCodePoints(cut, -1);
        return cut > start + 1 ? cut : end;
    }

    private static boolean mayBreak(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) return false;
        return !(inWord(before) && inWord(after));
    }

    private static boolean inWord(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }
}
