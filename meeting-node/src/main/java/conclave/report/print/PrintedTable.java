package conclave.report.print;

import conclave.report.Head;
import conclave.report.Head.Side;
import conclave.report.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A ruled table over as many pages as it takes, its head on each. A row that is longer than a page goes on over the next. */
record PrintedTable(Galley galley, List<String> titles, float[] widths, List<Head.Side> sides) {

    private static final float SIZE = 9;
    private static final float LEADING = SIZE * 1.4f;
    private static final float PADDING = 3;

    void set(List<List<Value>> rows) throws IOException {
        var head = cells(titles, galley.types().sans());
        galley.need(height(head) + 2 * (LEADING + 2 * PADDING));
        head(head);
        if (rows.isEmpty()) nothing();
        for (var row : rows) {
            var cells = cells(row.stream().map(Value::shown).toList(), galley.types().script());
            if (height(cells) > galley.left() && height(cells) + height(head) < galley.height()) turn(head);
            row(cells, head);
        }
    }

    /** An empty table says that it is meant to be. */
    private void nothing() throws IOException {
        float height = LEADING + 2 * PADDING;
        var face = galley.types().script();
        galley.box(0, galley.width(), height, false);
        galley.draw("无", face, SIZE, (galley.width() - galley.types().width("无", face) * SIZE) / 2, PADDING + SIZE * 1.05f);
        galley.space(height);
    }

    private void turn(List<List<String>> head) throws IOException {
        galley.newPage();
        head(head);
    }

    private void head(List<List<String>> head) throws IOException {
        draw(head, galley.types().sans(), true);
    }

    private void row(List<List<String>> cells, List<List<String>> head) throws IOException {
        int lines = deepest(cells);
        for (int from = 0; from < lines; ) {
            if (galley.left() < LEADING + 2 * PADDING) turn(head);
            int fit = Math.max(1, (int) ((galley.left() - 2 * PADDING) / LEADING));
            int to = Math.min(lines, from + fit);
            draw(part(cells, from, to), galley.types().script(), false);
            from = to;
        }
    }

    private static List<List<String>> part(List<List<String>> cells, int from, int to) {
        var part = new ArrayList<List<String>>();
        for (var cell : cells) part.add(from >= cell.size() ? List.of("") : cell.subList(from, Math.min(to, cell.size())));
        return part;
    }

    private List<List<String>> cells(List<String> texts, Typeface face) {
        var breaking = new LineBreaking(galley.types(), face, SIZE);
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < texts.size(); i++) cells.add(breaking.lines(texts.get(i), widths[i] - 2 * PADDING));
        return cells;
    }

    private void draw(List<List<String>> cells, Typeface face, boolean head) throws IOException {
        float height = height(cells);
        float x = 0;
        for (int i = 0; i < cells.size(); i++) {
            galley.box(x, widths[i], height, head);
            float below = (height - cells.get(i).size() * LEADING) / 2 + SIZE * 1.05f;
            for (var line : cells.get(i)) {
                galley.draw(line, face, SIZE, x + indent(line, face, i, head), below);
                below += LEADING;
            }
            x += widths[i];
        }
        galley.space(height);
    }

    private float indent(String line, Typeface face, int column, boolean head) {
        float free = widths[column] - galley.types().width(line, face) * SIZE;
        var side = head ? Side.MIDDLE : sides.get(column);
        return switch (side) {
            case LEFT -> PADDING;
            case MIDDLE -> free / 2;
            case RIGHT -> free - PADDING;
        };
    }

    private static int deepest(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float height(List<List<String>> cells) {
        return deepest(cells) * LEADING + 2 * PADDING;
    }
}
