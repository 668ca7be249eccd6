package conclave.document.render;

import conclave.document.text.Box;
import java.util.List;

/**
 * Which page to draw, how finely, and what to paint over before anything else is done with the picture.
 *
 * @param page counted from 1
 */
public record PageOrder(int page, Level level, List<Box> masks) {

    static final int MOST_MASKS = 1000;

    public PageOrder {
        masks = List.copyOf(masks);
        if (page < 1 || masks.size() > MOST_MASKS) throw new IllegalArgumentException("no order for a page");
    }

    public static PageOrder reading(int page) {
        return new PageOrder(page, Level.READING, List.of());
    }
}
