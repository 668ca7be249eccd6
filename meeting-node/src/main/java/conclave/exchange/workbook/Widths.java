package conclave.exchange.workbook;

import java.util.List;
import java.util.stream.IntStream;

/** How high a row must be for its text to be seen: files are written without anything that could measure fonts. */
final class Widths {

    private Widths() {
    }

    static int lines(List<?> values, List<Column> columns) {
        return IntStream.range(0, values.size()).map(i -> values.get(i) instanceof String text ? lines(text, columns.get(i).width()) : 1).max().orElse(1);
    }

    static int lines(String text, int width) {
        return text.lines().mapToInt(line -> Math.max(1, (width(line) + width - 1) / width)).sum();
    }

    /** A Chinese character is as wide as two letters. */
    private static int width(String line) {
        return line.codePoints().map(c -> c < 0x2e80 ? 1 : 2).sum();
    }
}
