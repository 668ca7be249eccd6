package conclave.document.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One written form of something that is looked for.
 *
 * @param signs  folded
 * @param within what may stand anywhere inside, of {@link Gap}
 * @param joints what else may stand before these signs, at the seams of its parts
 * @param edges  which neighbours it may not touch
 */
record Term(Kind kind, int[] signs, int within, boolean[] joints, int atJoints, Edges edges, boolean near, int confidence) {

    /** Latin words end at what is no letter; Arabic ones may have an ending; numbers touch neither letters nor digits. */
    enum Edges { FREE, WORD, ARABIC, NUMBER }

    static Term free(Kind kind, int[] signs, int within, boolean near, int confidence) {
        return new Term(kind, signs, within, new boolean[signs.length], 0, Edges.FREE, near, confidence);
    }

    int length() {
        return signs.length;
    }

    Term nearly(int with) {
        return new Term(kind, signs, within, joints, atJoints, edges, true, with);
    }

    /** Whether it stands here, ending at this sign: the signs are the same already, now what is between and beside them. */
    boolean standsAt(Folded text, int last) {
        int at = last - signs.length + 1;
        for (int i = 1; i < signs.length; i++) {
            if (!text.bridged(at + i, joints[i] ? within | atJoints : within)) return false;
        }
        return free(text, at, last);
    }

    boolean free(Folded text, int at, int last) {
        int left = text.touchingLeft(at);
        int right = text.touchingRight(last);
        return switch (edges) {
            case FREE -> true;
            case WORD -> !Signs.latin(left) && !Signs.latin(right);
            case ARABIC -> !Signs.arabic(left);
            case NUMBER -> !touches(left, text.sign(at)) && !touches(right, text.sign(last));
        };
    }

    /** A digit at its end bears no further digit, a letter no further letter. */
    private static boolean touches(int beside, int end) {
        return digit(end) ? digit(beside) : Signs.latin(end) && Signs.latin(beside);
    }

    private static boolean digit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    /** How many signs may differ in a text that a machine has read from a picture. */
    int tolerance() {
        if (near || signs.length < 4) return 0;
        if (edges == Edges.WORD || edges == Edges.ARABIC) return signs.length < 6 ? 0 : signs.length < 12 ? 1 : 2;
        return signs.length <= 6 ? 1 : 2;
    }

    /** Parts of which at least one stands unchanged wherever no more than this many signs differ. */
    List<int[]> pieces(int tolerated) {
        var pieces = new ArrayList<int[]>();
        int parts = tolerated + 1;
        for (int i = 0; i < parts; i++) pieces.add(Arrays.copyOfRange(signs, i * signs.length / parts, (i + 1) * signs.length / parts));
        return pieces;
    }
}
