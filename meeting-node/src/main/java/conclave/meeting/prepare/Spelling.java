package conclave.meeting.prepare;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One form for all spellings of a person's name: with any of the separators that keyboards and older systems put in place of
 * U+00B7, or none; in any width; Latin in any case. A name is never split into surname and given name.
 */
public final class Spelling {

    /** What stands between the parts of a name, in the order of the field notes. */
    private static final int[] SEPARATORS = {0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x0387, 0x16EB, 0x2E31, 0x318D, 0xA78F,
            0x25CF, 0x26AB, 0xFF0E, 0x002E, 0x2024, 0x3002, 0xFF61};

    private Spelling() {
    }

    /** Equal for two spellings of one name; empty for nothing that could be a name. */
    public static String of(String name) {
        return bare(Normalizer.normalize(bare(name), Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    public static boolean same(String one, String other) {
        var spelling = of(one);
        return !spelling.isEmpty() && spelling.equals(of(other));
    }

    /** Before and after the widths are made one: some separators become letters by it, some come out of it. */
    private static String bare(String name) {
        var bare = new StringBuilder();
        name.codePoints().filter(c -> !Spaces.among(c) && !separates(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean separates(int c) {
        for (var separator : SEPARATORS) {
            if (c == separator) return true;
        }
        return false;
    }
}
