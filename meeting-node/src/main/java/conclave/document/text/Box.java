package conclave.document.text;

import java.util.List;

/**
 * A place on a page as it is shown, in ten-thousandths of its width and height from the upper left corner, so that it
 * holds for every size in which the page is drawn. Right and bottom lie just outside.
 */
public record Box(int left, int top, int right, int bottom) {

    public static final int WHOLE = 10_000;

    public Box {
        boolean inside = left >= 0 && top >= 0 && right <= WHOLE && bottom <= WHOLE;
        if (!inside || left >= right || top >= bottom) throw new IllegalArgumentException("no place on a page");
    }

    /** The smallest that holds them all. */
    public static Box around(List<Box> boxes) {
        return boxes.stream().reduce(Box::with).orElseThrow(() -> new IllegalArgumentException("nothing to go around"));
    }

    public Box with(Box other) {
        return new Box(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
    }

    public boolean meets(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
}
