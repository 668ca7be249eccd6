package conclave.exchange.office;

import conclave.exchange.workbook.Book.Page;
import conclave.exchange.workbook.Cell;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the headings of a page are and which item each column holds. A heading may have up to three lines, joined over several columns or
 * not; a title above and remarks in brackets do not matter.
 *
 * @param last the last row of the heading
 * @param columns by the key of the item
 * @param doubled columns that look like an item which another one holds already
 * @param strange headings that are nobody's item
 */
record Heading(int last, TreeMap<String, Integer> columns, TreeMap<Integer, String> doubled, List<String> strange) {

    private static final int WITHIN = 12;
    private static final int DEEPEST = 3;
    /** Every list has them, and nobody means them. */
    private static final TreeSet<String> USUAL = new TreeSet<>(List.of("序号", "备注", "说明", "no", "no."));

    /** The best there is; empty where too little looks like the form. */
    static Optional<Heading> of(Page page, Form form, Mapping.Sheet mapping) {
        Optional<Heading> best = Optional.empty();
        for (int row = 0; row < WITHIN; row++) {
            for (int depth = 1; depth <= DEEPEST; depth++) {
                var found = at(page, row, depth, form, mapping);
                if (found.columns.size() > best.map(it -> it.columns.size()).orElse(0)) best = Optional.of(found);
            }
        }
        return best.filter(it -> it.enough(form, mapping));
    }

    private boolean enough(Form form, Mapping.Sheet mapping) {
        var needed = form.needed().stream().map(Item::key).filter(key -> !mapping.constants().containsKey(key)).toList();
        var there = needed.stream().filter(columns::containsKey).count();
        return there >= 2 && there * 2 >= needed.size();
    }

    private static Heading at(Page page, int row, int depth, Form form, Mapping.Sheet mapping) {
        var heading = new Heading(row + depth - 1, new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        var exact = new TreeSet<String>();
        for (var column : columns(page, row, depth)) {
            var lines = lines(page, row, depth, column);
            if (lines.isEmpty()) continue;
            var item = item(lines, form, mapping);
            if (item.isEmpty()) {
                if (!USUAL.contains(plain(lines.getLast()))) heading.strange.add(String.join("/", lines));
                continue;
            }
            var whole = item.get().called(plain(String.join("", lines))) || mapping.columns().containsKey(item.get().key());
            var before = heading.columns.get(item.get().key());
            if (before == null || whole && !exact.contains(item.get().key())) {
                heading.columns.put(item.get().key(), column);
                if (before != null) heading.strange.add(String.join("/", lines(page, row, depth, before)));
            } else if (whole || !exact.contains(item.get().key())) {
                heading.doubled.put(column, item.get().key());
            } else {
                heading.strange.add(String.join("/", lines));
            }
            if (whole) exact.add(item.get().key());
        }
        return heading;
    }

    private static TreeSet<Integer> columns(Page page, int row, int depth) {
        var columns = new TreeSet<Integer>();
        for (int line = row; line < row + depth; line++) columns.addAll(page.rows().getOrDefault(line, new TreeMap<>()).keySet());
        for (var it : page.merged()) {
            if (it.row() < row || it.row() >= row + depth || page.cell(it.row(), it.column()).blank()) continue;
            for (int column = it.column(); column <= Math.min(it.lastColumn(), it.column() + 100); column++) columns.add(column);
        }
        return columns;
    }

    /** From above to below; what is joined over several lines is said once. */
    private static List<String> lines(Page page, int row, int depth, int column) {
        var lines = new ArrayList<String>();
        for (int line = row; line < row + depth; line++) {
            var text = joined(page, line, column).text();
            if (!text.isEmpty() && (lines.isEmpty() || !lines.getLast().equals(text))) lines.add(text);
        }
        return lines;
    }

    /** The cell, or the upper left one of those it is joined to. */
    static Cell joined(Page page, int row, int column) {
        for (var it : page.merged()) {
            if (it.row() <= row && row <= it.lastRow() && it.column() <= column && column <= it.lastColumn()) return page.cell(it.row(), it.column());
        }
        return page.cell(row, column);
    }

    private static Optional<Item> item(List<String> lines, Form form, Mapping.Sheet mapping) {
        var path = plain(String.join("/", lines));
        var last = plain(lines.getLast());
        for (var mapped : mapping.columns().entrySet()) {
            var wanted = plain(mapped.getValue());
            if (wanted.equals(path) || !mapped.getValue().contains("/") && wanted.equals(last)) return form.item(mapped.getKey());
        }
        return form.items().stream().filter(item -> !mapping.columns().containsKey(item.key()))
                .filter(item -> item.called(path.replace("/", "")) || item.called(last)).findFirst();
    }

    /** As people mean it: without stars, brackets, spaces and the colon at the end. */
    static String plain(String heading) {
        var text = Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("\\(.*?\\)|\\[.*?]|【.*?】", "").replaceAll("[\\s\\p{Z}*★:]", "").toLowerCase(Locale.ROOT);
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
