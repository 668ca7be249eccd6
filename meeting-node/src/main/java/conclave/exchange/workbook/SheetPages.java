package conclave.exchange.workbook;

import conclave.exchange.workbook.Written.Row;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Chart;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.Lookup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of a score sheet's workbook: what {@link SheetReading} reads, written out. */
final class SheetPages {

    private static final List<String> NOTES = List.of("字母开头，定了就不要改；换版本时保持不变。", "整数，每改一版加 1。", "如 工程系列高级职称量化赋分表。", "可以不填。",
            "写成 2025-12-31；业绩、年限算到这一天，公式里叫“截止日”。", "加分、扣分以外的指标合起来最多几分，如 100。", "加分、扣分之后最多几分，如 100。",
            "每项自动计分四舍五入到几位小数，如 2。");

    /** What an empty form begins with; whoever writes another number over it writes a number and no text. */
    private static final List<Object> USUAL = new Row().none(1).whole(1).none(3).whole(100).whole(100).whole(2).end();

    private SheetPages() {
    }

    static List<Written> of(Sheet sheet) {
        var indicators = new IndicatorPages(sheet);
        return List.of(whole(Optional.of(sheet)), fields(sheet.fields()), charts(sheet.charts()), indicators.indicators(), indicators.factors(), indicators.limits());
    }

    /** Nothing but the forms. */
    static List<Written> empty() {
        return Layout.PAGES.stream().map(layout -> layout == Layout.WHOLE ? whole(Optional.empty()) : Written.of(layout, List.of())).toList();
    }

    private static Written whole(Optional<Sheet> sheet) {
        var values = sheet.map(SheetPages::items).orElse(USUAL);
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < WholeLines.ITEMS.size(); i++) {
            var row = new ArrayList<Object>();
            row.add(WholeLines.ITEMS.get(i));
            row.add(values.get(i));
            row.add(NOTES.get(i));
            rows.add(row);
        }
        return new Written(Layout.WHOLE.page(), Layout.WHOLE.columns(), Layout.WHOLE.needed(), Layout.WHOLE.fixed(), 0, rows);
    }

    private static List<Object> items(Sheet sheet) {
        return new Row().text(sheet.code()).whole(sheet.version()).text(sheet.title()).text(sheet.titleEn()).text(sheet.cutoff())
                .number(sheet.total()).number(sheet.finalMax()).whole(sheet.scale()).end();
    }

    private static Written fields(List<Field> fields) {
        var rows = new ArrayList<List<Object>>();
        for (var field : fields) {
            rows.add(field(field, ""));
            for (var inside : field.fields()) rows.add(field(inside, field.code()));
        }
        return Written.of(Layout.FIELDS, rows);
    }

    private static List<Object> field(Field field, String list) {
        return new Row().text(field.code()).text(field.name()).text(Terms.TYPE.word(field.type())).text(field.required() ? Terms.YES : Terms.NO)
                .text(Choices.write(field.choices())).text(list).end();
    }

    private static Written charts(List<Chart> charts) {
        var rows = new ArrayList<List<Object>>();
        for (var chart : charts) {
            switch (chart) {
                case Lookup lookup -> lookup(lookup, rows);
                case Bands bands -> bands.bands().forEach(band -> rows.add(band(bands, band)));
            }
        }
        return Written.of(Layout.CHARTS, rows);
    }

    private static void lookup(Lookup chart, List<List<Object>> rows) {
        for (var entry : chart.entries()) rows.add(head(chart, Terms.Line.VALUE).text(entry.value()).none(4).number(entry.points()).end());
        chart.otherwise().ifPresent(points -> rows.add(head(chart, Terms.Line.OTHERWISE).none(5).number(points).end()));
    }

    private static List<Object> band(Bands chart, Band band) {
        return head(chart, Terms.Line.BAND).none(1).number(band.from()).text(end(band.from(), band.fromIncluded()))
                .number(band.to()).text(end(band.to(), band.toIncluded())).number(band.points()).end();
    }

    private static String end(Optional<BigDecimal> end, boolean included) {
        return end.isPresent() || included ? Terms.END.word(included) : "";
    }

    private static Row head(Chart chart, Terms.Line kind) {
        return new Row().text(chart.code()).text(chart.name()).text(Terms.LINE.word(kind));
    }
}
