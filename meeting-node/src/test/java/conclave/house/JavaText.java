package conclave.house;

/** Java, or anything with the same comments and quotes, as the compiler sees it: what people say in it is blanked out. */
final class JavaText {

    private final String text;
    private final StringBuilder code;
    private int at;

    private JavaText(String text) {
        this.text = text;
        this.code = new StringBuilder(text.length());
    }

    /** The same lines, with comments and the insides of literals turned into spaces. */
    static String code(String text) {
        var reader = new JavaText(text);
        while (reader.at < text.length()) reader.step();
        return reader.code.toString();
    }

    private void step() {
        if (text.startsWith("//", at)) blankUntil("\n", false);
        else if (text.startsWith("/*", at)) blankUntil("*/", true);
        else if (text.startsWith("\"\"\"", at)) literal("\"\"\"");
        else if (text.charAt(at) == '"') literal("\"");
        else if (text.charAt(at) == '\'') literal("'");
        else code.append(text.charAt(at++));
    }

    private void blankUntil(String end, boolean with) {
        var found = text.indexOf(end, at + 2);
        var stop = found < 0 ? text.length() : found + (with ? end.length() : 0);
        while (at < stop) blank();
    }

    private void literal(String quote) {
        code.append(quote);
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (text.charAt(at) == '\\') blank();
            if (at < text.length()) blank();
        }
        code.append(quote);
        at = Math.min(text.length(), at + quote.length());
    }

    private void blank() {
        code.append(text.charAt(at) == '\n' ? '\n' : ' ');
        at++;
    }
}
