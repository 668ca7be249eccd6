package conclave.codec;

/**
 * What was sent is not JSON in the form we keep. It says what is wrong and where ({@code stages[2].aggregation.trimFrom}),
 * never what it held.
 */
public final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_STEP = 40;

    public enum Kind { MALFORMED, NOT_UTF8, TOO_LARGE, TOO_DEEP, OTHER_FORMAT, FIELD_MISSING, FIELD_UNKNOWN, WRONG_FORM, WORD_UNKNOWN, NUMBER_OUT_OF_RANGE }

    private final Kind kind;
    private final String path;
    private final int line;
    private final String expected;

    public BadJson(String message) {
        this(Kind.MALFORMED, message, "");
    }

    BadJson(Kind kind, String message, String expected) {
        this(kind, message, expected, "", 0);
    }

    private BadJson(Kind kind, String message, String expected, String path, int line) {
        super(message);
        this.kind = kind;
        this.expected = expected;
        this.path = path;
        this.line = line;
    }

    public Kind kind() {
        return kind;
    }

    /** Empty: the whole. */
    public String path() {
        return path;
    }

    /** Zero where the text itself was in order. */
    public int line() {
        return line;
    }

    /** What belongs there: the words that are allowed, or the name of a form; empty where nobody can say. */
    public String expected() {
        return expected;
    }

    /** The same trouble, seen from one step further out: a field's name, or {@code [2]}. */
    BadJson within(String step) {
        var shown = step.length() > LONGEST_STEP ? step.substring(0, LONGEST_STEP) + "…" : step;
        return new BadJson(kind, getMessage(), expected, path.isEmpty() || path.startsWith("[") ? shown + path : shown + "." + path, line);
    }

    BadJson onLine(int number) {
        return new BadJson(kind, getMessage(), expected, path, number);
    }
}
