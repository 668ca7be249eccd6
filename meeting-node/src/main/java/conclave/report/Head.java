package conclave.report;

/**
 * The head of a column.
 *
 * @param width in letters; a Chinese character is as wide as two
 */
public record Head(String title, int width, Side side) {

    public enum Side { LEFT, MIDDLE, RIGHT }

    public static Head text(String title, int width) {
        return new Head(title, width, Side.LEFT);
    }

    public static Head word(String title, int width) {
        return new Head(title, width, Side.MIDDLE);
    }

    public static Head number(String title, int width) {
        return new Head(title, width, Side.RIGHT);
    }
}
