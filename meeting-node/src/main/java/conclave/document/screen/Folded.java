package conclave.document.screen;

import java.util.Arrays;

/**
 * A text as it is compared: folded signs only, and for each where it stands in the text. What is passed over (blanks, dots,
 * dashes, brackets, what cannot be seen) is not in it; whether it may stand where it does, each matcher asks itself.
 */
final class Folded {

    private final char[] text;
    private final int end;
    private int[] signs;
    private int[] from;
    private int length;

    private Folded(char[] text, int end) {
        this.text = text;
        this.end = end;
        signs = new int[end];
        from = new int[end];
    }

    static Folded of(String text) {
        return of(text.toCharArray(), text.length());
    }

    /** @param end how much of it there is; offsets count its UTF-16 units */
    static Folded of(char[] text, int end) {
        var folded = new Folded(text, end);
        for (int i = 0; i < end; i++) {
            char sign = text[i];
            char simple = Signs.simple(sign);
            if (simple != 0) folded.add(simple, i);
            else if (Signs.gap(sign) == 0) i = folded.addOther(sign, i);
        }
        return folded;
    }

    private int addOther(char sign, int at) {
        boolean pair = Character.isHighSurrogate(sign) && at + 1 < end && Character.isLowSurrogate(text[at + 1]);
        for (int one : Signs.several(pair ? Character.toCodePoint(sign, text[at + 1]) : sign)) add(one, at);
        return pair ? at + 1 : at;
    }

    private void add(int sign, int at) {
        if (length == signs.length) {
            signs = Arrays.copyOf(signs, length * 2 + 16);
            from = Arrays.copyOf(from, length * 2 + 16);
        }
        signs[length] = sign;
        from[length++] = at;
    }

    int length() {
        return length;
    }

    int sign(int i) {
        return signs[i];
    }

    int[] signs() {
        return Arrays.copyOf(signs, length);
    }

    /** For reading only. */
    int[] raw() {
        return signs;
    }

    int from(int i) {
        return from[i];
    }

    int to(int i) {
        int at = from[i];
        return at + (Character.isHighSurrogate(text[at]) && at + 1 < end && Character.isLowSurrogate(text[at + 1]) ? 2 : 1);
    }

    char[] text() {
        return text;
    }

    int end() {
        return end;
    }

    /** Whether nothing but what is allowed stands before this sign and behind the one before it. */
    boolean bridged(int i, int allowed) {
        int before = to(i - 1);
        return from[i] <= before || Gap.bridges(text, before, from[i], allowed);
    }

    /** The sign that touches this one from the left, zero where something parts them that can be seen. */
    int touchingLeft(int i) {
        if (i == 0) return 0;
        return bridged(i, Gap.INVISIBLE) ? signs[i - 1] : 0;
    }

    int touchingRight(int i) {
        if (i + 1 >= length) return 0;
        return bridged(i + 1, Gap.INVISIBLE) ? signs[i + 1] : 0;
    }
}
