package conclave.exchange.office;

import conclave.exchange.workbook.Book;
import conclave.exchange.workbook.Book.Page;
import conclave.exchange.workbook.Cell;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of all forms out of all workbooks: which sheet is which form its headings say, or the mapping. */
final class Tables {

    /** Every cell is held against them. */
    static final int MOST_JOINED = 5_000;
    private static final List<String> OURS = List.of("说明", "检查结果");
    private static final String NOTES = "(合计|总计|小计|填表|制表|审核|注[:：]|备注|说明).*";

    private final EnumMap<Form, List<Entry>> rows = new EnumMap<>(Form.class);
    private final TreeSet<String> met = new TreeSet<>();
    private final Mapping mapping;
    private final Slips slips;

    Tables(Mapping mapping, Slips slips) {
        this.mapping = mapping;
        this.slips = slips;
    }

    List<Entry> rows(Form form) {
        return rows.getOrDefault(form, List.of());
    }

    boolean has(Form form) {
        return rows.containsKey(form);
    }

    /** Pages that the mapping names must have been there. */
    void done() {
        mapping.forms().forEach((key, sheet) -> {
            if (!sheet.page().isEmpty() && !met.contains(key)) slips.error(Slip.PAGE_MISSING, "", Spot.FILE, "", sheet.page());
        });
    }

    void read(String file, Book book) {
        for (var page : book.pages()) {
            if (page.rows().isEmpty() || OURS.contains(page.name())) continue;
            if (page.merged().size() > MOST_JOINED) {
                slips.error(Slip.TOO_MANY_JOINED, file, Spot.page(page.name()), "", MOST_JOINED);
                continue;
            }
            var form = form(page);
            if (form.isEmpty()) {
                if (!page.hidden()) slips.warning(Slip.PAGE_UNKNOWN, file, Spot.page(page.name()), "");
                continue;
            }
            if (page.hidden()) slips.error(Slip.PAGE_HIDDEN, file, Spot.page(page.name()), "");
            if (page.cutShort()) slips.error(Slip.TOO_MANY_ROWS, file, Spot.page(page.name()), "", Workbooks.ROWS);
            met.add(form.get().getKey().key());
            var into = rows.computeIfAbsent(form.get().getKey(), _ -> new ArrayList<>());
            if (form.get().getKey() == Form.MEETING) into.add(items(file, page));
            else into.addAll(new PageRows(file, page, form.get().getKey(), form.get().getValue(), mapping.sheet(form.get().getKey()), slips).entries());
        }
    }

    private Optional<Map.Entry<Form, Heading>> form(Page page) {
        if (meeting(page)) return Optional.of(Map.entry(Form.MEETING, new Heading(0, new TreeMap<>(), new TreeMap<>(), List.of())));
        Optional<Map.Entry<Form, Heading>> best = Optional.empty();
        for (var form : Form.values()) {
            var sheet = mapping.sheet(form);
            if (form == Form.MEETING || !sheet.page().isEmpty() && !sheet.page().equals(page.name())) continue;
            var heading = Heading.of(page, form, sheet);
            if (heading.isEmpty()) continue;
            // The name of a page of our own decides between forms that look alike.
            var named = sheet.page().equals(page.name()) || form.page().equals(page.name());
            if (best.isEmpty() || named || heading.get().columns().size() > best.get().getValue().columns().size() && !best.get().getKey().page().equals(page.name())) {
                best = Optional.of(Map.entry(form, heading.get()));
            }
        }
        return best;
    }

    private static boolean meeting(Page page) {
        return page.rows().values().stream().filter(row -> row.values().stream().findFirst().filter(Tables::meetingItem).isPresent()).count() >= 4;
    }

    private static boolean meetingItem(Cell cell) {
        return Form.MEETING.items().stream().anyMatch(item -> item.called(Heading.plain(cell.text())));
    }

    /** An item a row: its name, and beside it what was filled in. */
    private Entry items(String file, Page page) {
        var cells = new TreeMap<String, Cell>();
        page.rows().forEach((row, line) -> {
            var first = line.values().iterator().next();
            var item = Form.MEETING.items().stream().filter(it -> it.called(Heading.plain(first.text()))).findFirst();
            var column = line.firstKey() + 1;
            if (item.isPresent()) cells.put(item.get().key(), page.cell(row, column));
            else if (!first.text().equals("项目")) slips.warning(Slip.ITEM_UNKNOWN, file, first.spot(), first.text(), first.text());
            if (item.isPresent() && page.hiddenRows().contains(row) && !page.cell(row, column).blank()) slips.error(Slip.ROW_HIDDEN, file, first.spot(), first.text());
        });
        return new Entry(file, Form.MEETING, Spot.page(page.name()), cells, Mapping.Sheet.none(), slips);
    }

    /** One page whose headings are known. */
    private record PageRows(String file, Page page, Form form, Heading heading, Mapping.Sheet mapping, Slips slips) {

        List<Entry> entries() {
            headings();
            var entries = new ArrayList<Entry>();
            for (var row : page.rows().tailMap(heading.last() + 1).keySet()) {
                var cells = new TreeMap<String, Cell>();
                heading.columns().forEach((key, column) -> {
                    var cell = Heading.joined(page, row, column);
                    if (!cell.blank()) cells.put(key, cell);
                });
                var first = page.rows().get(row).values().iterator().next();
                if (cells.isEmpty() || first.text().startsWith(Templates.EXAMPLE)) continue;
                var line = Spot.at(page.name(), row, first(cells));
                if (cells.size() == 1 && first.text().matches(NOTES)) slips.warning(Slip.ROW_LEFT_OUT, file, first.spot(), first.text());
                else if (page.hiddenRows().contains(row)) slips.error(Slip.ROW_HIDDEN, file, line, "");
                else entries.add(new Entry(file, form, line, cells, mapping, slips));
            }
            merged();
            return entries;
        }

        private int first(TreeMap<String, Cell> cells) {
            return heading.columns().entrySet().stream().filter(it -> cells.containsKey(it.getKey())).mapToInt(Map.Entry::getValue).min().orElse(0);
        }

        private void headings() {
            for (var item : form.needed()) {
                if (heading.columns().containsKey(item.key()) || mapping.constants().containsKey(item.key())) continue;
                slips.error(Slip.HEADING_MISSING, file, Spot.page(page.name()), "", item.title());
            }
            mapping.columns().forEach((key, title) -> {
                if (!heading.columns().containsKey(key)) slips.error(Slip.HEADING_MISSING, file, Spot.page(page.name()), "", title);
            });
            heading.doubled().forEach((column, key) -> slips.error(Slip.HEADING_TWICE, file, Spot.at(page.name(), heading.last(), column), "", form.item(key).orElseThrow().title()));
            if (!heading.strange().isEmpty()) slips.warning(Slip.HEADING_UNKNOWN, file, Spot.page(page.name()), "", String.join("、", heading.strange().stream().limit(20).toList()));
            heading.columns().forEach((key, column) -> {
                var filled = page.rows().tailMap(heading.last() + 1).values().stream().anyMatch(cells -> cells.containsKey(column));
                if (filled && page.hiddenColumns().contains(column)) {
                    slips.error(Slip.COLUMN_HIDDEN, file, Spot.at(page.name(), heading.last(), column), "", form.item(key).orElseThrow().title());
                }
            });
        }

        /** A unit may be written once for several; a name, a number or a code may not. */
        private void merged() {
            for (var it : page.merged()) {
                if (it.row() <= heading.last() || page.cell(it.row(), it.column()).blank()) continue;
                var held = heading.columns().entrySet().stream().filter(column -> it.column() <= column.getValue() && column.getValue() <= it.lastColumn()).map(Map.Entry::getKey).toList();
                if (held.isEmpty()) continue;
                var own = held.size() > 1 || form.item(held.getFirst()).filter(item -> switch (item.kind()) {
                    case NAME, IDENTITY, PHONE -> true;
                    case CODE -> item.key().equals("code");
                    case TEXT, DATE, WHOLE, WORD, WORDS -> item.key().equals("file");
                }).isPresent();
                var spot = Spot.at(page.name(), it.row(), it.column());
                if (own) slips.error(Slip.MERGED, file, spot, page.cell(it.row(), it.column()).text(), it.words());
                else slips.warning(Slip.MERGED_TAKEN, file, spot, page.cell(it.row(), it.column()).text(), it.words());
            }
        }
    }
}
