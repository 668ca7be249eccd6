package conclave.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as 民委发〔2016〕33号 wants them: the separator is U+00B7 and nothing that looks like it, and there is room for fifty
 * characters. A wrong separator is a warning, because the name may stand so in somebody's papers.
 */
final class NameCheck {

    static final int LONGEST = 50;

    /** What keyboards and older systems put in place of U+00B7, spaces included. */
    private static final int[] VARIANTS = {0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x0387, 0x16EB, 0x2E31, 0x318D, 0xA78F,
            0x25CF, 0x26AB, 0xFF0E, 0x002E, 0x2024, 0x3002, 0x0020, 0x00A0, 0x3000, 0x200B};

    /**
     * Signs that nobody sees and that make the rest of a line read otherwise, in a table, a file name or a list that hangs out. Marks that join
     * letters or say their direction stay: Uyghur names need them.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff0-\\ufffb\\x{e0000}-\\x{e007f}]");

    private NameCheck() {
    }

    static void check(String name, String file, String path, Findings findings) {
        if (name.codePointCount(0, name.length()) > LONGEST) {
            findings.error("name-too-long", "file", file, "path", path, "most", Integer.toString(LONGEST));
        }
        if (INVISIBLE.matcher(name).find()) findings.error("name-invisible", "file", file, "path", path);
        for (var variant : VARIANTS) {
            if (name.indexOf(variant) >= 0) {
                findings.warning("name-separator", "file", file, "path", path,
                        "found", String.format(Locale.ROOT, "U+%04X", variant), "expected", "U+00B7");
            }
        }
    }
}
