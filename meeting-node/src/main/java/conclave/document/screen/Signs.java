package conclave.document.screen;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.TreeMap;

/** What each sign is compared as: one form for widths, cases, traditional and simplified writing, accents and Arabic shapes. */
final class Signs {

    private static final int BASIC = 0x10000;
    /** No character has this number: the sign is several. */
    private static final char SEVERAL = '\uffff';
    private static final char[] FOLDED = new char[BASIC];
    private static final byte[] GAPS = new byte[BASIC];
    private static final TreeMap<Integer, int[]> SEVERAL_SIGNS = new TreeMap<>();
    /** Letters that keyboards and systems of the Arabic script put in each other's place, each before the one that is compared. */
    private static final String ARABIC = "\u064a\u0649\u06cc\u0649\u06a9\u0643\u06c1\u06be\u0647\u06be\u06d5\u06be\u0629\u06be\u06d0\u0649";

    static {
        var other = new char[BASIC];
        for (var pair : Table.words("traditional.txt")) other[pair.charAt(0)] = pair.charAt(1);
        for (int i = 0; i < ARABIC.length(); i += 2) other[ARABIC.charAt(i)] = ARABIC.charAt(i + 1);
        other['\u25cb'] = '\u3007';
        for (int sign = 0; sign < BASIC; sign++) {
            if (Character.isSurrogate((char) sign)) continue;
            GAPS[sign] = (byte) Gap.of(sign);
            if (GAPS[sign] != 0) continue;
            var signs = plain(sign) ? new int[] {sign} : unfolded(sign);
            for (int i = 0; i < signs.length; i++) {
                int low = Character.toLowerCase(signs[i]);
                signs[i] = low < BASIC && other[low] != 0 ? other[low] : low;
            }
            keep(sign, signs);
        }
    }

    private Signs() {
    }

    private static void keep(int sign, int[] signs) {
        if (signs.length == 1 && signs[0] < BASIC) {
            FOLDED[sign] = (char) signs[0];
        } else if (signs.length == 0) {
            GAPS[sign] = Gap.INVISIBLE;
        } else {
            FOLDED[sign] = SEVERAL;
            SEVERAL_SIGNS.put(sign, signs);
        }
    }

    /** Where nothing is gained by looking a sign up among those that are composed of others. */
    private static boolean plain(int sign) {
        return sign < 0xa0 || sign >= 0x3400 && sign < 0xf900 || sign >= 0x1100 && sign < 0x1200;
    }

    private static int[] unfolded(int sign) {
        var whole = Normalizer.normalize(Character.toString(sign), Form.NFKC).codePoints().filter(c -> c != 0x0626)
                .mapToObj(c -> Normalizer.normalize(Character.toString(c), Form.NFKD)).reduce("", String::concat);
        return whole.codePoints().filter(c -> Gap.of(c) == 0).toArray();
    }

    /** What may be passed over at this place of a text; zero for a sign that is compared. */
    static int gap(char[] text, int at) {
        char c = text[at];
        if (!Character.isSurrogate(c)) return GAPS[c] & 0xff;
        if (Character.isHighSurrogate(c)) return at + 1 < text.length && Character.isLowSurrogate(text[at + 1]) ? Gap.of(Character.toCodePoint(c, text[at + 1])) : 0;
        return at > 0 && Character.isHighSurrogate(text[at - 1]) ? Gap.of(Character.toCodePoint(text[at - 1], c)) : 0;
    }

    static int gap(char sign) {
        return GAPS[sign] & 0xff;
    }

    /** Of the basic plane, neither a gap nor several: what almost every sign is. Zero for those that are not. */
    static char simple(char sign) {
        char folded = FOLDED[sign];
        return folded == SEVERAL ? 0 : folded;
    }

    /** None for what is passed over. */
    static int[] several(int sign) {
        if (sign < BASIC) return GAPS[sign] != 0 || Character.isSurrogate((char) sign) ? new int[0] : SEVERAL_SIGNS.getOrDefault(sign, new int[] {FOLDED[sign]});
        if (Gap.of(sign) != 0) return new int[0];
        // Letters and digits for formulas, letters in boxes, and characters that were given a second number.
        if (sign >= 0x1d400 && sign < 0x1d800 || sign >= 0x1f100 && sign < 0x1f200 || sign >= 0x2f800 && sign < 0x2fa20) {
            return Normalizer.normalize(Character.toString(sign), Form.NFKC).codePoints().map(c -> c < BASIC && simple((char) c) != 0 ? simple((char) c) : c).toArray();
        }
        return new int[] {sign};
    }

    static boolean latin(int folded) {
        return folded >= 'a' && folded <= 'z';
    }

    static boolean arabic(int folded) {
        return folded >= 0x0620 && folded < 0x0700;
    }
}
