package conclave.document.screen;

import java.util.Arrays;
import java.util.Set;

/** The numbers of a stretch: groups of digits of any writing, and what stands between one group and the next. */
final class Groups {

    /** What stands before a group. */
    enum Before { APART, SPACE, SPACES, BREAK, DASH, DOT, BRACKET }

    private static final Before[] BEFORE = Before.values();
    /** A line of one number in boxes begins the next within so much. */
    private static final int WIDEST = 14;
    /** 一 and 二 stand in every sentence. */
    private static final int SHORTEST_CHINESE = 3;

    private final char[] text;
    private final int end;
    private byte[] digits = new byte[64];
    private int[] places = new int[64];
    private int digitCount;
    private int[] firsts = new int[16];
    private byte[] before = new byte[16];
    private byte[] guessed = new byte[16];
    private int many;

    private Groups(char[] text, int end) {
        this.text = text;
        this.end = end;
    }

    static Groups of(char[] text, int end, boolean fromPicture) {
        var groups = new Groups(text, end);
        int at = 0;
        while (at < end) {
            int digit = Digits.value(text, at, end);
            if (digit >= 0 || fromPicture && Digits.guess(text[at]) >= 0) at = groups.take(at, fromPicture, digit >= Digits.CHINESE);
            else at++;
        }
        return groups;
    }

    /** One group from here on; where it ends. */
    private int take(int from, boolean guessing, boolean chinese) {
        int mark = digitCount;
        int guesses = 0;
        int at = from;
        while (at < end) {
            int digit = Digits.value(text, at, end);
            if (digit >= 0 && digit >= Digits.CHINESE == chinese) keep(digit % Digits.CHINESE, at);
            else if (guessing && digit < 0 && Digits.guess(text[at]) >= 0) {
                keep(Digits.guess(text[at]), at);
                guesses++;
            } else if (Signs.gap(text, at) != Gap.INVISIBLE) break;
            at++;
        }
        int length = digitCount - mark;
        if (guesses > 0 && (length - guesses < 2 || guesses * 5 > length * 2)) {
            digitCount = mark;
            return takeSure(from, at);
        }
        if (chinese && length < SHORTEST_CHINESE || length == 0) digitCount = mark;
        else group(mark, guesses);
        return Math.max(at, from + 1);
    }

    /** Only what are digits, of letters that make no number. */
    private int takeSure(int from, int to) {
        int at = from;
        while (at < to) {
            int digit = Digits.value(text, at, end);
            at = digit >= 0 ? take(at, false, digit >= Digits.CHINESE) : at + 1;
        }
        return Math.max(at, from + 1);
    }

    private void keep(int digit, int at) {
        if (digitCount == digits.length) {
            digits = Arrays.copyOf(digits, digitCount * 2);
            places = Arrays.copyOf(places, digitCount * 2);
        }
        digits[digitCount] = (byte) digit;
        places[digitCount++] = at;
    }

    private void group(int first, int guesses) {
        if (many + 1 >= firsts.length) {
            firsts = Arrays.copyOf(firsts, many * 2 + 2);
            before = Arrays.copyOf(before, many * 2 + 2);
            guessed = Arrays.copyOf(guessed, many * 2 + 2);
        }
        firsts[many] = first;
        firsts[many + 1] = digitCount;
        guessed[many] = (byte) Math.min(guesses, 100);
        before[many] = (byte) (many == 0 ? Before.APART : between(places[first - 1] + 1, places[first])).ordinal();
        many++;
    }

    private Before between(int from, int to) {
        if (to - from > WIDEST) return Before.APART;
        int seen = 0;
        int spaces = 0;
        int others = 0;
        int breaks = 0;
        for (int i = from; i < to; i++) {
            int gap = Signs.gap(text, i);
            if (gap == 0 || gap == Gap.QUOTE || gap == Gap.COMMA) return Before.APART;
            seen |= gap;
            if (gap == Gap.SPACE) spaces += text[i] == '\t' ? 2 : 1;
            else if (gap == Gap.BREAK) breaks += text[i] == '\n' && i > from && text[i - 1] == '\r' ? 0 : 1;
            else if (gap != Gap.INVISIBLE) others++;
        }
        seen &= ~Gap.INVISIBLE;
        if ((seen & Gap.BREAK) != 0) return breaks <= 2 && others <= 1 ? Before.BREAK : Before.APART;
        if ((seen & Gap.BRACKET) != 0) return others <= 2 && spaces <= 2 ? Before.BRACKET : Before.APART;
        if ((seen & Gap.DASH) != 0) return others <= 2 && spaces <= 2 && (seen & Gap.DOT) == 0 ? Before.DASH : Before.APART;
        if ((seen & Gap.DOT) != 0) return others == 1 && spaces == 0 ? Before.DOT : Before.APART;
        return spaces <= 1 ? Before.SPACE : Before.SPACES;
    }

    int many() {
        return many;
    }

    int length(int group) {
        return firsts[group + 1] - firsts[group];
    }

    /** Where its digits begin among all. */
    int first(int group) {
        return firsts[group];
    }

    boolean begins(int digit) {
        return Arrays.binarySearch(firsts, 0, many, digit) >= 0;
    }

    byte[] digits() {
        return digits;
    }

    int digitCount() {
        return digitCount;
    }

    /** Where a digit stands in the text. */
    int place(int digit) {
        return places[digit];
    }

    int from(int group) {
        return places[firsts[group]];
    }

    int to(int group) {
        int last = places[firsts[group + 1] - 1];
        return last + (Character.isHighSurrogate(text[last]) ? 2 : 1);
    }

    Before before(int group) {
        return group >= many ? Before.APART : BEFORE[before[group]];
    }

    /** How many of its digits were letters that look like them. */
    int guessed(int group) {
        return guessed[group];
    }

    int digit(int group, int i) {
        return digits[firsts[group] + i];
    }

    int number(int digit, int many) {
        int number = 0;
        for (int i = 0; i < many; i++) number = number * 10 + digits[digit + i];
        return number;
    }

    /** Several groups make this number of digits exactly: the last of them, or -1. Only what is allowed stands between. */
    int together(int group, int wanted, Set<Before> between) {
        int sum = 0;
        for (int g = group; g < many && sum < wanted; g++) {
            if (g > group && !between.contains(before(g))) return -1;
            sum += length(g);
            if (sum == wanted) return g;
        }
        return -1;
    }
}
