package conclave.exchange.workbook;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** A workbook as plain cells. Rows and columns count from zero. */
public record Book(List<Page> pages) {

    /**
     * @param rows only cells in which something stands
     * @param merged each as A3:A5, by its upper left corner
     */
    public record Page(String name, boolean hidden, SortedMap<Integer, SortedMap<Integer, Cell>> rows, SortedSet<Integer> hiddenRows,
                SortedSet<Integer> hiddenColumns, List<Merged> merged, boolean cutShort) {

        public Cell cell(int row, int column) {
            var line = rows.get(row);
            var cell = line == null ? null : line.get(column);
            return cell != null ? cell : new Cell(Spot.at(name, row, column), Cell.Form.BLANK, "");
        }
    }

    public record Merged(int row, int column, int lastRow, int lastColumn) {
        public String words() {
            return Spot.letters(column) + (row + 1) + ":" + Spot.letters(lastColumn) + (lastRow + 1);
        }
    }

    public Book {
        pages = List.copyOf(pages);
    }

    /** What stands in the cell. */
    public String text(Spot spot) {
        return page(spot.page()).stream().flatMap(page -> page.rows().values().stream()).flatMap(row -> row.values().stream())
                .filter(cell -> cell.spot().equals(spot)).map(Cell::text).findFirst().orElse("");
    }

    public Optional<Page> page(String name) {
        return pages.stream().filter(page -> page.name().equals(name)).findFirst();
    }
}
