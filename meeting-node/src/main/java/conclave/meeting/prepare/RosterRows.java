package conclave.meeting.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A roster as it comes from a table: a row of column names, then a row for each candidate. Docs: formats/draw.md. */
public final class RosterRows {

    public static final List<String> COLUMNS = List.of("编号", "姓名", "单位", "专业", "类别", "出生年份", "退休", "回避");
    private static final List<String> NEEDED = List.of("编号", "姓名", "专业");

    public record Read(Roster roster, List<Finding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    private final TreeMap<String, Integer> places = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private RosterRows() {
    }

    public static Read read(List<List<String>> rows) {
        var table = new RosterRows();
        var header = rows.isEmpty() ? List.<String>of() : rows.getFirst().stream().map(Candidate::trimmed).toList();
        table.header(header);
        if (!Finding.blocked(table.findings)) {
            for (int i = 1; i < rows.size(); i++) table.row(rows.get(i), i + 1, header.size());
        }
        return new Read(new Roster(table.candidates), table.findings);
    }

    private void header(List<String> header) {
        var unused = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            var column = header.get(i);
            if (!COLUMNS.contains(column)) unused.add(column);
            else if (places.put(column, i) != null) findings.add(Finding.of(Matter.COLUMN_TWICE).with("column", column));
        }
        for (var column : NEEDED) {
            if (!places.containsKey(column)) findings.add(Finding.of(Matter.COLUMN_MISSING).with("column", column));
        }
        unused.removeIf(String::isEmpty);
        if (!unused.isEmpty()) findings.add(Finding.of(Matter.COLUMNS_UNUSED).with("columns", String.join("、", unused)));
    }

    private void row(List<String> row, int number, int width) {
        if (row.stream().allMatch(cell -> Candidate.trimmed(cell).isEmpty())) return;
        if (row.size() > width) findings.add(Finding.of(Matter.ROW_TOO_LONG).with("row", number));
        candidates.add(new Candidate(cell(row, "编号"), cell(row, "姓名"), cell(row, "单位"), cell(row, "专业"), cell(row, "类别"),
                year(cell(row, "出生年份"), number), retired(cell(row, "退休"), number), Optional.of(cell(row, "回避"))));
    }

    private String cell(List<String> row, String column) {
        var place = places.get(column);
        return place == null || place >= row.size() ? "" : Candidate.trimmed(row.get(place));
    }

    private Optional<Integer> year(String value, int row) {
        if (value.isEmpty()) return Optional.empty();
        if (value.matches("[12][0-9]{3}")) return Optional.of(Integer.valueOf(value));
        findings.add(Finding.of(Matter.BAD_YEAR).with("row", row).with("value", value));
        return Optional.empty();
    }

    private boolean retired(String value, int row) {
        if (value.equals("是") || value.equals("1")) return true;
        if (value.isEmpty() || value.equals("否") || value.equals("0")) return false;
        findings.add(Finding.of(Matter.BAD_FLAG).with("row", row).with("column", "退休").with("value", value));
        return false;
    }
}
