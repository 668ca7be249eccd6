package conclave.exchange.workbook;

import conclave.meeting.rule.sheet.Finding.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** 基本信息: an item a row, with what is filled in beside it. */
record WholeLines(SortedMap<String, Line> lines, Remarks remarks, Places places) {

    static final String CODE = "编号";
    static final String VERSION = "版本";
    static final String TITLE = "名称";
    static final String TITLE_EN = "英文名称";
    static final String CUTOFF = "事实截止日";
    static final String TOTAL = "总分";
    static final String FINAL = "最高分";
    static final String SCALE = "小数位数";

    static final List<String> ITEMS = List.of(CODE, VERSION, TITLE, TITLE_EN, CUTOFF, TOTAL, FINAL, SCALE);
    private static final String VALUE = "填写";

    /** The names that findings give the items. */
    private static final List<String> ASPECTS = List.of("", "", "", "", "cutoff", "total", "finalMax", "scale");

    WholeLines {
        for (var item : ITEMS) {
            var line = lines.get(item);
            var aspect = ASPECTS.get(ITEMS.indexOf(item));
            if (line != null && !aspect.isEmpty()) places.put(Part.SHEET, "", aspect, 0, line.spot(VALUE));
        }
    }

    String text(String item) {
        return lines.containsKey(item) ? lines.get(item).text(VALUE) : "";
    }

    String needed(String item) {
        if (missing(item)) return "";
        return text(item);
    }

    Optional<String> day(String item) {
        var text = text(item);
        return text.isEmpty() ? Optional.empty() : Optional.of(Figures.day(text));
    }

    BigDecimal number(String item) {
        return missing(item) ? BigDecimal.ZERO : lines.get(item).number(VALUE).orElse(BigDecimal.ZERO);
    }

    int whole(String item) {
        return missing(item) ? 0 : lines.get(item).whole(VALUE, 0);
    }

    private boolean missing(String item) {
        var line = lines.get(item);
        if (line != null && !line.blank(VALUE)) return false;
        remarks.error(Rule.REQUIRED, line == null ? Spot.page(Layout.WHOLE.page()) : line.spot(VALUE), "", item);
        return true;
    }
}
