package conclave.exchange.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page to be written.
 *
 * @param needed so many columns, from the left, must be filled in or be there
 * @param spare so many empty rows below keep their drop-down lists
 * @param rows text, numbers, or null for an empty cell
 */
public record Written(String name, List<Column> columns, int needed, int fixed, int spare, List<List<Object>> rows) {

    public Written {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Written of(Layout layout, List<List<Object>> rows) {
        return new Written(layout.page(), layout.columns(), layout.needed(), layout.fixed(), 200, rows);
    }

    /** A row, cell by cell. */
    static final class Row {

        private final ArrayList<Object> cells = new ArrayList<>();

        Row text(String text) {
            cells.add(text.isEmpty() ? null : text);
            return this;
        }

        Row text(Optional<String> text) {
            return text(text.orElse(""));
        }

        Row number(BigDecimal number) {
            cells.add(number);
            return this;
        }

        Row number(Optional<BigDecimal> number) {
            return number(number.orElse(null));
        }

        Row whole(int number) {
            return number(BigDecimal.valueOf(number));
        }

        Row none(int cellCount) {
            for (int i = 0; i < cellCount; i++) cells.add(null);
            return this;
        }

        List<Object> end() {
            return cells;
        }
    }
}
