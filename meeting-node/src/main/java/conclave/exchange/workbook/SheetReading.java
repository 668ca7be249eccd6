package conclave.exchange.workbook;

import conclave.exchange.workbook.Book.Page;
import conclave.meeting.event.Sheet;
import conclave.meeting.rule.sheet.Finding.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A score sheet out of the pages of a workbook. What cannot be read is said and left out; the rest is looked at all the same. */
final class SheetReading {

    private final Book book;
    private final Remarks remarks;
    private final Places places;

    SheetReading(Book book, Remarks remarks, Places places) {
        this.book = book;
        this.remarks = remarks;
        this.places = places;
    }

    Sheet sheet() {
        var known = Layout.PAGES.stream().map(Layout::page).toList();
        for (var page : book.pages()) {
            if (page.hidden() && !known.contains(page.name())) remarks.warning(Rule.OTHER_PAGE_HIDDEN, Spot.page(page.name()), "");
        }
        var whole = items(table(Layout.WHOLE, true));
        var fields = new FieldLines(remarks, places).fields(table(Layout.FIELDS, true));
        var charts = new ChartLines(remarks, places).charts(table(Layout.CHARTS, true));
        var factors = byIndicator(table(Layout.FACTORS, false));
        var limits = byIndicator(table(Layout.LIMITS, false));
        var indicators = new IndicatorLines(remarks, places, new SourceLines(places, factors, limits)).indicators(table(Layout.INDICATORS, true));
        var item = new WholeLines(whole, remarks, places);
        return new Sheet(item.needed(WholeLines.CODE), item.whole(WholeLines.VERSION), item.needed(WholeLines.TITLE), item.text(WholeLines.TITLE_EN),
                item.day(WholeLines.CUTOFF), item.number(WholeLines.TOTAL), item.number(WholeLines.FINAL), item.whole(WholeLines.SCALE), fields, charts, indicators);
    }

    private Table table(Layout layout, boolean needed) {
        var page = book.page(layout.page());
        if (page.isEmpty() && needed) remarks.error(Rule.PAGE_MISSING, Spot.FILE, "", layout.page());
        var nothing = new Page(layout.page(), false, new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), List.of(), false);
        return Table.of(page.orElse(nothing), layout.titles(), page.isEmpty() ? 0 : layout.needed(), remarks);
    }

    private SortedMap<String, Line> items(Table table) {
        places.put(Part.SHEET, "", "", 0, table.spot());
        var items = new TreeMap<String, Line>();
        for (var line : table.lines(remarks)) {
            var item = line.text("项目");
            if (!WholeLines.ITEMS.contains(item)) remarks.warning(Rule.ITEM_UNKNOWN, line.spot("项目"), item, item);
            else if (items.putIfAbsent(item, line) != null) remarks.error(Rule.ITEM_TWICE, line.spot("项目"), item, item);
        }
        return items;
    }

    private SortedMap<String, List<Line>> byIndicator(Table table) {
        var known = new TreeSet<String>();
        book.page(Layout.INDICATORS.page()).ifPresent(page -> page.rows().values().forEach(row -> row.values().forEach(cell -> known.add(cell.text()))));
        var all = new TreeMap<String, List<Line>>();
        for (var line : table.lines(remarks)) {
            var code = line.needed("指标编号");
            if (!known.contains(code)) remarks.error(Rule.INDICATOR_UNKNOWN, line.spot("指标编号"), code, code);
            all.computeIfAbsent(code, _ -> new ArrayList<>()).add(line);
        }
        return all;
    }
}
