package conclave.document.screen;

import java.util.Arrays;

/** Where in a text words stand that say what follows them: 电话, 账号, 身份证号. In the order of the text. */
final class Marks {

    /** What a word announces. */
    enum Mark { IDENTITY, PHONE, ACCOUNT, BANK, CREDIT, ORGANISATION, LOGIN, NUMBERED, PAPER, PASSPORT, ADDRESS, BIRTH }

    private static final Mark[] ALL = Mark.values();

    private int[] ends = new int[16];
    private byte[] marks = new byte[16];
    private int many;

    /** Words come in the order of their ends, longer ones first: of 身份证号 and 证号 the longer is meant. */
    void add(Mark mark, int end) {
        if (many > 0 && ends[many - 1] == end) return;
        if (many == ends.length) {
            ends = Arrays.copyOf(ends, many * 2);
            marks = Arrays.copyOf(marks, many * 2);
        }
        ends[many] = end;
        marks[many++] = (byte) mark.ordinal();
    }

    int many() {
        return many;
    }

    Mark mark(int i) {
        return ALL[marks[i]];
    }

    /** Just behind the word. */
    int end(int i) {
        return ends[i];
    }

    /** Whether such a word ends at most so far before this place. */
    boolean before(Mark mark, int at, int reach) {
        int i = Arrays.binarySearch(ends, 0, many, at + 1);
        for (i = (i < 0 ? -i - 1 : i) - 1; i >= 0 && ends[i] >= at - reach; i--) {
            if (ends[i] <= at && marks[i] == mark.ordinal()) return true;
        }
        return false;
    }
}
