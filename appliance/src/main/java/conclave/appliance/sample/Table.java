package conclave.appliance.sample;

import java.util.ArrayList;
import java.util.List;

/** Rows of ruled cells; widths are shares of the line, given once for all rows, and a cell may span several columns. */
final class Table {

    static final float SIZE = 10;

    /** A label is printed, everything else was filled in. A tall cell begins at its top. */
    record Cell(String text, int span, boolean label, boolean centered, boolean tall) {
    }

    private final float[] shares;
    private final List<Row> rows = new ArrayList<>();

    record Row(List<Cell> cells, float leastHeight) {
    }

    Table(float... shares) {
        this.shares = shares.clone();
    }

    static Cell label(String text) {
        return label(text, 1);
    }

    static Cell label(String text, int span) {
        return new Cell(text, span, true, true, false);
    }

    static Cell value(String text) {
        return value(text, 1);
    }

    static Cell value(String text, int span) {
        return new Cell(text, span, false, true, false);
    }

    static Cell prose(String text, int span) {
        return new Cell(text, span, false, false, true);
    }

    Table row(Cell... cells) {
        return row(24, cells);
    }

    Table row(float leastHeight, Cell... cells) {
        rows.add(new Row(List.of(cells), leastHeight));
        return this;
    }

    List<Row> rows() {
        return rows;
    }

    float width(List<Cell> row, int index) {
        int column = 0;
        for (int i = 0; i < index; i++) column += row.get(i).span();
        float sum = 0;
        float all = 0;
        for (var share : shares) all += share;
        for (int i = column; i < column + row.get(index).span(); i++) sum += shares[i];
        return Galley.WIDTH * sum / all;
    }

    List<String> lines(TypeCase types, Cell cell, float width) {
        var face = cell.label() ? types.hei() : types.kai();
        var lines = new ArrayList<String>();
        for (var part : cell.text().split("\n", -1)) lines.addAll(new Lines(types, face, SIZE).breakInto(part, width - 8, 0));
        return lines;
    }

    float height(TypeCase types, Row row) {
        float most = row.leastHeight();
        for (int i = 0; i < row.cells().size(); i++) {
            most = Math.max(most, lines(types, row.cells().get(i), width(row.cells(), i)).size() * SIZE * 1.45f + 10);
        }
        return most;
    }
}
