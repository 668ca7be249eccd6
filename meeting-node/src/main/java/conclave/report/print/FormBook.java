package conclave.report.print;

import conclave.exchange.workbook.Column;
import conclave.exchange.workbook.Column.Entry;
import conclave.exchange.workbook.Leaf;
import conclave.exchange.workbook.Workbooks;
import conclave.report.Form;
import conclave.report.Head;
import conclave.report.Part;
import conclave.report.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as a workbook. Tables of one kind, of twenty rooms, become one page on which the room stands in the first column: that can be
 * sorted and summed, which is what workbooks are for.
 */
public final class FormBook {

    private static final String WHERE = "所属";
    private static final int WHERE_WIDTH = 28;

    private FormBook() {
    }

    public static byte[] of(Form form) {
        var kinds = new LinkedHashMap<List<Head>, List<Part.Grid>>();
        var lines = new ArrayList<>(form.about());
        for (var part : form.parts()) {
            switch (part) {
                case Part.Grid grid -> kinds.computeIfAbsent(grid.heads(), _ -> new ArrayList<>()).add(grid);
                case Part.Prose prose -> {
                    if (!prose.heading().isEmpty()) lines.add(prose.heading());
                    prose.paragraphs().forEach(paragraph -> lines.add("　" + paragraph));
                }
            }
        }
        return Workbooks.leaves(leaves(form, lines, kinds));
    }

    private static List<Leaf> leaves(Form form, List<String> lines, Map<List<Head>, List<Part.Grid>> kinds) {
        var below = new ArrayList<String>();
        form.signatures().forEach(signature -> below.add(signature + "："));
        if (!form.basis().isEmpty()) below.add(form.basis());
        var leaves = new ArrayList<Leaf>();
        if (kinds.size() == 1) {
            kinds.forEach((heads, grids) -> leaves.add(leaf(form, form.title(), lines, heads, grids, below)));
            return leaves;
        }
        leaves.add(new Leaf(form.title(), form.title(), lines, List.of(), List.of(), below));
        kinds.forEach((heads, grids) -> leaves.add(leaf(form, kind(grids.getFirst().heading()), List.of(), heads, grids, List.of())));
        return leaves;
    }

    private static Leaf leaf(Form form, String name, List<String> above, List<Head> heads, List<Part.Grid> grids, List<String> below) {
        boolean told = grids.size() > 1;
        var columns = new ArrayList<Column>();
        if (told) columns.add(Column.text(WHERE, WHERE_WIDTH, ""));
        for (var head : heads) {
            var entry = head.side() == Head.Side.RIGHT ? Entry.NUMBER : Entry.TEXT;
            columns.add(new Column(head.title(), head.width(), entry, "", List.of(), ""));
        }
        var rows = new ArrayList<List<Object>>();
        for (var grid : grids) {
            for (var row : grid.rows()) {
                var cells = new ArrayList<Object>();
                if (told) cells.add(place(grid.heading()));
                row.forEach(value -> cells.add(cell(value)));
                rows.add(cells);
            }
        }
        var title = name.equals(form.title()) ? form.title() : form.title() + "：" + name;
        return new Leaf(name, title, above, columns, rows, below);
    }

    /** Headings are written 哪里：什么. */
    private static String kind(String heading) {
        var at = heading.lastIndexOf('：');
        return at < 0 ? heading : heading.substring(at + 1);
    }

    private static String place(String heading) {
        var at = heading.lastIndexOf('：');
        return at < 0 ? heading : heading.substring(0, at);
    }

    private static Object cell(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.number();
            case Value.Nothing _ -> null;
        };
    }
}
