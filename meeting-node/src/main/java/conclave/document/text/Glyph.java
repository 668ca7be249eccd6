package conclave.document.text;

import java.text.Normalizer;

/**
 * One glyph on a page as it is shown: what it says and where it stands, in points from the upper left corner.
 *
 * @param box null where nothing of it is on the page
 * @param dirX with {@code dirY} the unit vector in which the writing goes on
 * @param advance how far it goes on
 * @param em the size of the writing
 */
record Glyph(String text, Box box, double x, double y, double dirX, double dirY, double advance, double em) {

    /** What a font calls an unknown glyph. */
    static final String UNKNOWN = "\uFFFD";

    /** Ligatures, forms of Arabic letters and radicals are put back to the letters that people type. */
    static String letters(String said) {
        return said.codePoints().anyMatch(Glyph::isForm) ? Normalizer.normalize(said, Normalizer.Form.NFKC) : said;
    }

    private static boolean isForm(int point) {
        return point >= 0xFB00 && point <= 0xFDFF || point >= 0xFE70 && point <= 0xFEFC
                || point >= 0x2F00 && point <= 0x2FDF || point >= 0xF900 && point <= 0xFAFF || point >= 0x2F800 && point <= 0x2FA1F;
    }

    boolean isUnknown() {
        return text.equals(UNKNOWN);
    }

    boolean isLetter() {
        return Character.isLetter(text.codePointAt(0));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    boolean runsRightToLeft() {
        byte direction = Character.getDirectionality(text.codePointAt(0));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    boolean runsLeftToRight() {
        return Character.getDirectionality(text.codePointAt(0)) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || Character.isDigit(text.codePointAt(0));
    }

    /** How far along its line the other stands from where this one ends. */
    double along(Glyph other) {
        return (other.x - endX()) * dirX + (other.y - endY()) * dirY;
    }

    double across(Glyph other) {
        return Math.abs((other.x - endX()) * dirY - (other.y - endY()) * dirX);
    }

    boolean goesLike(Glyph other) {
        return dirX * other.dirX + dirY * other.dirY > 0.9;
    }

    private double endX() {
        return x + dirX * advance;
    }

    private double endY() {
        return y + dirY * advance;
    }
}
