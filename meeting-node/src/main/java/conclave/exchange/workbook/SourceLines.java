package conclave.exchange.workbook;

import conclave.exchange.workbook.Terms.Origin;
import conclave.meeting.event.Sheet.Condition;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Limit;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet.Source;
import conclave.meeting.rule.sheet.Finding.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Where the points of an indicator come from: its own row, and the rows of 更多因子 and 分项封顶 that name it. */
final class SourceLines {

    private static final List<String> LOOKED = List.of("取值字段", "对照表", "系数字段", "系数对照表");
    private static final List<String> OF_LISTS = List.of("列表", "筛选条件", "去重字段", "分类字段");
    private static final List<String> OF_VOTES = List.of("票决环节", "票决倍数");
    private static final String FORMULA = "计分式或条件";

    private final Places places;
    private final SortedMap<String, List<Line>> factors;
    private final SortedMap<String, List<Line>> limits;

    SourceLines(Places places, SortedMap<String, List<Line>> factors, SortedMap<String, List<Line>> limits) {
        this.places = places;
        this.factors = factors;
        this.limits = limits;
    }

    Optional<Source> source(Line line, String code) {
        var origin = line.word("来源", Terms.ORIGIN);
        if (origin.isEmpty()) {
            // Without an origin, all that speaks of one is said to be in vain, unless the origin itself could not be read.
            if (line.blank("来源")) useless(line, code, true, true, true, true);
            return Optional.empty();
        }
        return Optional.of(switch (origin.get()) {
            case GIVEN -> {
                useless(line, code, true, true, true, true);
                yield new Given();
            }
            case MEASURED -> {
                useless(line, code, false, false, true, true);
                yield new Measured(factors(line, code));
            }
            case LISTED -> {
                useless(line, code, false, false, false, true);
                yield listed(line, code);
            }
            case PASS_RATE -> {
                useless(line, code, true, true, true, false);
                places.put(Part.INDICATOR, code, "stage", 0, line.spot("票决环节"));
                yield new PassRate(line.needed("票决环节"), line.neededNumber("票决倍数"));
            }
            case CONDITION -> {
                useless(line, code, true, false, true, true);
                yield new Condition(line.needed(FORMULA));
            }
        });
    }

    private void useless(Line line, String code, boolean charts, boolean formula, boolean lists, boolean votes) {
        if (charts) LOOKED.forEach(title -> line.unused(title, "来源"));
        if (formula) line.unused(FORMULA, "来源");
        if (lists) OF_LISTS.forEach(title -> line.unused(title, "来源"));
        if (votes) OF_VOTES.forEach(title -> line.unused(title, "来源"));
        if (charts) factors.getOrDefault(code, List.of()).forEach(it -> inVain(it, code, Origin.MEASURED));
        if (lists) limits.getOrDefault(code, List.of()).forEach(it -> inVain(it, code, Origin.LISTED));
    }

    private static void inVain(Line line, String code, Origin wanted) {
        line.remarks().warning(Rule.NOT_FOR_SOURCE, line.spot("指标编号"), code, code, Terms.ORIGIN.word(wanted));
    }

    private Listed listed(Line line, String code) {
        var caps = new ArrayList<Limit>();
        for (var row : limits.getOrDefault(code, List.of())) {
            caps.add(new Limit(row.needed("取值"), row.neededNumber("封顶")));
            places.put(Part.INDICATOR, code, "limit", caps.size(), row.spot("取值"));
        }
        return new Listed(line.needed("列表"), line.maybe("筛选条件"), factors(line, code), line.maybe("去重字段"), line.maybe("分类字段"), caps,
                line.word("汇总方式", Terms.GATHERING).orElse(Gathering.SUM), line.whole("择优项数", 0));
    }

    /** 取值字段 × 系数字段 × 计分式 × what 更多因子 adds. */
    private List<Factor> factors(Line line, String code) {
        var all = new ArrayList<Factor>();
        places.put(Part.INDICATOR, code, "factor", 0, line.spot("取值字段"));
        looked(line, code, "取值字段", "对照表", all);
        looked(line, code, "系数字段", "系数对照表", all);
        formula(line, code, FORMULA, all);
        for (var row : factors.getOrDefault(code, List.of())) {
            if (row.blank("计分式")) looked(row, code, "字段", "对照表", all);
            else List.of("字段", "对照表").forEach(title -> row.unused(title, "计分式"));
            formula(row, code, "计分式", all);
        }
        return all;
    }

    private void looked(Line line, String code, String field, String chart, List<Factor> all) {
        if (line.blank(field) && line.blank(chart)) return;
        all.add(new Looked(line.needed(field), line.needed(chart)));
        places.put(Part.INDICATOR, code, "factor", all.size(), line.spot(chart));
    }

    private void formula(Line line, String code, String title, List<Factor> all) {
        if (line.blank(title)) return;
        all.add(new Formula(line.text(title)));
        places.put(Part.INDICATOR, code, "factor", all.size(), line.spot(title));
    }
}
