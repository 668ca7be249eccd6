package conclave.meeting.rule.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One number, text, name or sign of an expression. Full-width signs are what a Chinese keyboard types, and mean the same. */
record Word(Kind kind, String text, int at) {

    enum Kind { NUMBER, TEXT, NAME, SIGN, END }

    private static final String WIDE = "（），＋－＊×／÷＜＞＝！　“”";
    private static final String NARROW = "(),+-**//<>=! \"\"";
    private static final Pattern WORD = Pattern.compile("\\s+|(\\d[\\p{L}\\d_.]*)|\"([^\"]*)\"|([\\p{L}_][\\p{L}\\d_]*)|([<>=!]=|<>|.)", Pattern.DOTALL);

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(WIDE.indexOf(c) < 0 ? (char) c : NARROW.charAt(WIDE.indexOf(c))));
        var found = WORD.matcher(plain);
        while (found.find()) {
            for (var kind : List.of(Kind.NUMBER, Kind.TEXT, Kind.NAME, Kind.SIGN)) {
                var piece = found.group(kind.ordinal() + 1);
                if (piece == null) continue;
                var written = kind == Kind.TEXT ? text.substring(found.start(2), found.end(2)) : kind == Kind.SIGN ? sign(piece) : piece;
                words.add(new Word(kind, written, found.start()));
            }
        }
        words.add(new Word(Kind.END, "", text.length()));
        return words;
    }

    boolean is(String... any) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && List.of(any).contains(text);
    }

    private static String sign(String piece) {
        return piece.equals("=") ? "==" : piece.replace("≤", "<=").replace("≥", ">=").replace("≠", "!=").replace("<>", "!=");
    }
}
