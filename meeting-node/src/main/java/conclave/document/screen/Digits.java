package conclave.document.screen;

import java.util.Arrays;

/** Which signs are digits: European ones of any width, Arabic ones, and Chinese numerals as they stand in numbers. */
final class Digits {

    /** A Chinese numeral is its value and this. */
    static final int CHINESE = 16;

    private static final byte[] VALUES = new byte[0x10000];
    private static final byte[] GUESSES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        Arrays.fill(GUESSES, (byte) -1);
        for (char first : "0\uff10\u0660\u06f0".toCharArray()) {
            for (int i = 0; i < 10; i++) VALUES[first + i] = (byte) i;
        }
        for (var row : new String[] {"〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "○壹貳參肆伍陸柒捌玖"}) {
            for (int i = 0; i < 10; i++) VALUES[row.charAt(i)] = (byte) (CHINESE + i);
        }
        var looks = "OoQD0lIi|!1Zz2Ss5Bb8Gg6q9";
        byte value = -1;
        for (int i = looks.length() - 1; i >= 0; i--) {
            char c = looks.charAt(i);
            if (c >= '0' && c <= '9') value = (byte) (c - '0');
            else GUESSES[c] = value;
        }
        GUESSES['b'] = 6;
        GUESSES['g'] = 9;
    }

    private Digits() {
    }

    /** Below zero: none. */
    static int value(char[] text, int at, int end) {
        char c = text[at];
        if (c != '\ud835') return VALUES[c];
        if (at + 1 >= end || text[at + 1] < '\udfce' || text[at + 1] > '\udfff') return -1;
        return (text[at + 1] - '\udfce') % 10;
    }

    /** What a letter may be in a number that a machine has read from a picture. */
    static int guess(char sign) {
        return sign < 128 ? GUESSES[sign] : -1;
    }

    /** Digits, and an X at the end of seventeen: looked for among numbers, not among words. */
    static boolean isNumber(String text) {
        var folded = Folded.of(text);
        int last = folded.length() - 1;
        if (last < 4) return false;
        for (int i = 0; i <= last; i++) {
            boolean digit = folded.sign(i) >= '0' && folded.sign(i) <= '9';
            if (!digit && !(i == 17 && last == 17 && folded.sign(i) == 'x')) return false;
        }
        return true;
    }

    /** Capital, small or wide, or the sign of multiplication that is put in its place. */
    static boolean isX(char sign) {
        return "xX\uff38\uff58\u00d7\u2169\u0425\u0445".indexOf(sign) >= 0;
    }
}
