package conclave.exchange.workbook;

import conclave.exchange.workbook.Book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A page of a workbook, read by the titles of its columns, wherever they stand; what hides or joins cells is a finding. */
final class Table {

    /** Some put a title of their own above. */
    private static final int HEADINGS_WITHIN = 10;

    private final Page page;
    private final int heading;
    private final TreeMap<String, Integer> columns = new TreeMap<>();

    private Table(Page page, int heading) {
        this.page = page;
        this.heading = heading;
    }

    static Table of(Page page, List<String> titles, int needed, Remarks remarks) {
        var table = new Table(page, heading(page, titles));
        table.headings(titles, needed, remarks);
        table.hidden(remarks);
        table.merged(remarks);
        if (page.cutShort()) remarks.error(Rule.TOO_MANY_ROWS, Spot.page(page.name()), "", Xlsx.ROWS);
        return table;
    }

    /** The first row that looks most like the form's. */
    private static int heading(Page page, List<String> titles) {
        var best = 0;
        var most = 0L;
        for (int row = 0; row < HEADINGS_WITHIN; row++) {
            var line = page.rows().get(row);
            var known = line == null ? 0 : line.values().stream().filter(cell -> titles.contains(cell.text())).count();
            if (known > most) {
                best = row;
                most = known;
            }
        }
        return best;
    }

    private void headings(List<String> titles, int needed, Remarks remarks) {
        var cells = page.rows().getOrDefault(heading, new TreeMap<>());
        cells.forEach((column, cell) -> {
            if (!titles.contains(cell.text())) remarks.warning(Rule.HEADING_UNKNOWN, cell.spot(), cell.text(), cell.text());
            else if (columns.putIfAbsent(cell.text(), column) != null) remarks.error(Rule.HEADING_TWICE, cell.spot(), cell.text(), cell.text());
        });
        titles.stream().limit(needed).filter(title -> !columns.containsKey(title))
                .forEach(title -> remarks.error(Rule.HEADING_MISSING, Spot.page(page.name()), "", title));
    }

    private void hidden(Remarks remarks) {
        if (page.hidden()) remarks.error(Rule.PAGE_HIDDEN, Spot.page(page.name()), "");
        for (var row : page.hiddenRows()) {
            if (row > heading && !blank(row)) remarks.error(Rule.ROW_HIDDEN, Spot.at(page.name(), row, first()), "");
        }
        for (var column : page.hiddenColumns()) {
            if (columns.containsValue(column) && filled(column)) remarks.error(Rule.COLUMN_HIDDEN, Spot.at(page.name(), heading, column), page.cell(heading, column).text());
        }
    }

    private void merged(Remarks remarks) {
        for (var it : page.merged()) {
            var within = it.lastRow() >= heading && it.row() <= (page.rows().isEmpty() ? 0 : page.rows().lastKey());
            if (within && columns.values().stream().anyMatch(column -> it.column() <= column && column <= it.lastColumn())) {
                remarks.error(Rule.MERGED, Spot.at(page.name(), it.row(), it.column()), page.cell(it.row(), it.column()).text(), it.words());
            }
        }
    }

    private int first() {
        return columns.values().stream().min(Integer::compare).orElse(0);
    }

    private boolean filled(int column) {
        return page.rows().tailMap(heading + 1).values().stream().anyMatch(cells -> cells.containsKey(column));
    }

    private boolean blank(int row) {
        return columns.values().stream().allMatch(column -> page.cell(row, column).blank());
    }

    boolean has(String title) {
        return columns.containsKey(title);
    }

    /** Rows in which something stands, below the headings. */
    List<Line> lines(Remarks remarks) {
        var lines = new ArrayList<Line>();
        for (var row : page.rows().tailMap(heading + 1).keySet()) {
            if (!blank(row)) lines.add(new Line(page, row, columns, remarks));
        }
        return lines;
    }

    /** For what is missing altogether. */
    Spot spot() {
        return Spot.page(page.name());
    }
}
