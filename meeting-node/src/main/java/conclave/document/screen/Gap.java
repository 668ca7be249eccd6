package conclave.document.screen;

/** What may stand between two signs that belong together, and is not compared itself. Several make a mask. */
final class Gap {

    static final int INVISIBLE = 1;
    static final int SPACE = 2;
    static final int BREAK = 4;
    static final int DOT = 8;
    static final int DASH = 16;
    static final int QUOTE = 32;
    static final int BRACKET = 64;
    static final int COMMA = 128;

    static final int BLANK = INVISIBLE | SPACE | BREAK;
    /** Between the parts of a name. */
    static final int JOINT = BLANK | DOT | DASH | QUOTE;
    static final int ANY = JOINT | BRACKET | COMMA;

    /** More than this between two signs parts them: two columns of a table, two paragraphs. */
    static final int LONGEST = 12;
    private static final int MOST_BREAKS = 2;

    /** What systems put in place of U+00B7, in the order of the field notes, and the half-width full stop. */
    private static final String DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\u2e31\u318d\ua78f\u25cf\u26ab\uff0e.\u2024\u3002\uff61\ufe52";
    private static final String QUOTES = "'\"`\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2032\u2033\uff07\uff02";
    private static final String COMMAS = ",\uff0c\u3001\uff64\u060c";
    /** The hamza's seat that begins a word, and what only stretches a line. */
    private static final String SILENT = "\u0626\u0640\u115f\u1160\u3164\uffa0";

    private Gap() {
    }

    /** Zero: a sign that is compared. */
    static int of(int sign) {
        if (sign < 0x10000) {
            if ("\n\r\f\u000b\u0085\u2028\u2029".indexOf(sign) >= 0) return BREAK;
            if (DOTS.indexOf(sign) >= 0) return DOT;
            if (QUOTES.indexOf(sign) >= 0) return QUOTE;
            if (COMMAS.indexOf(sign) >= 0) return COMMA;
            if (SILENT.indexOf(sign) >= 0) return INVISIBLE;
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) return SPACE;
        if (sign == '_' || sign == 0x2212) return DASH;
        return switch (Character.getType(sign)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> INVISIBLE;
            case Character.DASH_PUNCTUATION -> DASH;
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> QUOTE;
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION -> BRACKET;
            default -> 0;
        };
    }

    /** Whether two signs with this between them may belong together. */
    static boolean bridges(char[] text, int from, int to, int allowed) {
        if (from >= to) return true;
        int seen = 0;
        int many = 0;
        int breaks = 0;
        for (int i = from; i < to; i++) {
            int gap = Signs.gap(text, i);
            // A word that is parted at the end of a line.
            boolean parted = (seen & DASH) != 0 && (gap & (BREAK | SPACE)) != 0;
            if ((gap & allowed) == 0 && !parted) return false;
            seen |= gap;
            if (gap == BREAK && !(text[i] == '\n' && i > from && text[i - 1] == '\r')) breaks++;
            if (gap != INVISIBLE) many++;
        }
        return many <= LONGEST && to - from <= 4 * LONGEST && breaks <= MOST_BREAKS;
    }
}
