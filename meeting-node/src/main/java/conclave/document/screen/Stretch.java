package conclave.document.screen;


/** A piece of a text as all matchers look at it: as it stands, folded, its numbers, and the words that say what is meant. */
final class Stretch {

    private final Folded folded;
    private final Groups groups;
    private final Marks marks = new Marks();
    private final Sighted sighted = new Sighted();

    Stretch(char[] text, int end, boolean fromPicture) {
        folded = Folded.of(text, end);
        groups = Groups.of(text, end, fromPicture);
    }

    Folded folded() {
        return folded;
    }

    char[] text() {
        return folded.text();
    }

    int end() {
        return folded.end();
    }

    Groups groups() {
        return groups;
    }

    Marks marks() {
        return marks;
    }

    Sighted sighted() {
        return sighted;
    }

    /** A sign of the text, zero outside. */
    char at(int i) {
        return i >= 0 && i < folded.end() ? folded.text()[i] : 0;
    }

    /** The first place from here on that is neither blank nor invisible, over so many signs at most. */
    int behindBlanks(int from, int most) {
        int at = from;
        while (at < end() && at - from < most && (Signs.gap(text(), at) & Gap.BLANK) != 0) at++;
        return at;
    }

    int beforeBlanks(int to, int most) {
        int at = to;
        while (at > 0 && to - at < most && (Signs.gap(text(), at - 1) & Gap.BLANK) != 0) at--;
        return at;
    }

    /** With the letters before it that are not compared: the hamza's seat. */
    int fromMarks(int from) {
        int at = from;
        while (at > 0 && Signs.gap(text(), at - 1) == Gap.INVISIBLE && Character.isLetter(text()[at - 1])) at--;
        return at;
    }

    /** With the accents behind it. */
    int toMarks(int to) {
        int at = to;
        while (at < end() && Signs.gap(text(), at) == Gap.INVISIBLE && Character.getType(text()[at]) == Character.NON_SPACING_MARK) at++;
        return at;
    }

    /** These letters, in any case and width, from here on. */
    boolean says(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Signs.simple(at(at + i)) != word.charAt(i) && at(at + i) != word.charAt(i)) return false;
        }
        return true;
    }
}
