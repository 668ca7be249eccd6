package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Kind;
import conclave.document.text.Box;
import java.util.Comparator;

/** A place that is painted over, and what for; never what stands under it. */
public record MaskBox(Kind kind, Box box) implements Comparable<MaskBox> {

    /** Of ten thousand: three pixels of a page of 1600. Less is a slip of the hand, and covers no letter. */
    public static final int LEAST = 20;

    private static final Comparator<MaskBox> ORDER = Comparator.comparingInt((MaskBox one) -> one.box.top()).thenComparingInt(one -> one.box.left())
            .thenComparingInt(one -> one.box.bottom()).thenComparingInt(one -> one.box.right()).thenComparing(one -> one.kind.name());

    public MaskBox {
        if (box.right() - box.left() < LEAST || box.bottom() - box.top() < LEAST) throw new IllegalArgumentException("covers nothing");
    }

    /** What came from outside: a hand on a screen, a file. */
    public static MaskBox of(Kind kind, int left, int top, int right, int bottom) throws MaskTrouble {
        if (left < 0 || top < 0 || right > Box.WHOLE || bottom > Box.WHOLE) throw new MaskTrouble(Code.OFF_THE_PAGE, 0);
        // By long: what is far outside must not come back inside.
        if ((long) right - left < LEAST || (long) bottom - top < LEAST) throw new MaskTrouble(Code.COVERS_NOTHING, 0);
        return new MaskBox(kind, new Box(left, top, right, bottom));
    }

    /** {@code NAME 1200 300 2400 420}: as it stands in plans and templates. */
    String line() {
        return kind + " " + box.left() + " " + box.top() + " " + box.right() + " " + box.bottom();
    }

    @Override
    public int compareTo(MaskBox other) {
        return ORDER.compare(this, other);
    }
}
