package conclave.exchange.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One page of a form that is only read and signed: lines, a table, lines.
 *
 * @param name of the page; what a spreadsheet does not allow in one is left out
 * @param columns of the table; none where there is no table
 * @param rows text, numbers, or null for an empty cell
 */
public record Leaf(String name, String title, List<String> above, List<Column> columns, List<List<Object>> rows, List<String> below) {

    private static final int LONGEST_NAME = 31;

    public Leaf {
        name = named(name);
        above = List.copyOf(above);
        columns = List.copyOf(columns);
        var copied = new ArrayList<List<Object>>();
        for (var row : rows) copied.add(Collections.unmodifiableList(new ArrayList<>(row)));
        rows = List.copyOf(copied);
        below = List.copyOf(below);
    }

    private static String named(String wanted) {
        var name = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}']", "").strip();
        if (name.isEmpty()) return "表";
        return name.codePointCount(0, name.length()) == name.length() && name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
