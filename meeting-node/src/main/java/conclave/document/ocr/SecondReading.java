package conclave.document.ocr;

import conclave.document.text.PageText;
import java.util.Optional;

/**
 * The same page read with less trust. A character that was guessed is a hole (周□): Tesseract puts a known character in the place
 * of one that it never learned, and a name with such a character would be found in no other way. A mark between two Chinese
 * characters may be the middle dot of a name, and a comma between letters the dot of an address.
 */
final class SecondReading {

    private static final int HOLE = '□';
    /** Characters that are right are mostly read with 98 and more. */
    private static final int GUESSED = 95;
    private static final String LIKE_A_MIDDLE_DOT = ":.,;'`\"-•*：，。、；’‘”“";

    private SecondReading() {
    }

    /** Empty where it does not differ. */
    static Optional<PageText> of(PageText first) {
        var read = first.text().codePoints().toArray();
        var again = read.clone();
        for (var run : first.runs()) {
            int at = run.start();
            if (run.end() - at > 1) continue;
            if (Character.isIdeographic(read[at])) {
                if (run.sure() < GUESSED) again[at] = HOLE;
            } else if (at > 0 && at + 1 < read.length) {
                again[at] = mark(read[at - 1], read[at], read[at + 1]);
            }
        }
        var text = new String(again, 0, again.length);
        return text.equals(first.text()) ? Optional.empty() : Optional.of(new PageText(first.page(), first.source(), text, first.runs()));
    }

    private static int mark(int before, int sign, int behind) {
        if (Character.isIdeographic(before) && Character.isIdeographic(behind) && LIKE_A_MIDDLE_DOT.indexOf(sign) >= 0) return '·';
        return sign == ',' && isLatin(before) && isLatin(behind) ? '.' : sign;
    }

    private static boolean isLatin(int sign) {
        return sign < 128 && Character.isLetterOrDigit(sign);
    }
}
