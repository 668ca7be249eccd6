package conclave.exchange.workbook;

import conclave.meeting.event.Sheet.Adjustment;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.rule.sheet.Finding.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** 指标: a row an indicator; each names the one that it stands below. */
final class IndicatorLines {

    /** Where the properties of an indicator stand, by the names that findings give them. */
    private static final List<String> ASPECTS = List.of("kind 类别", "max 满分", "min 最低分", "step 步长", "weight 权重", "gathering 汇总方式", "best 择优项数",
            "source 来源", "list 列表", "condition 计分式或条件", "when 筛选条件", "same 去重字段", "category 分类字段", "ceiling 上限公式", "adjustment 上调",
            "stage 评分环节", "times 票决倍数", "children 编号");

    private static final int DEEPEST = 8;

    private final Remarks remarks;
    private final Places places;
    private final SourceLines sources;
    private final TreeMap<String, List<Line>> below = new TreeMap<>();

    IndicatorLines(Remarks remarks, Places places, SourceLines sources) {
        this.remarks = remarks;
        this.places = places;
        this.sources = sources;
    }

    List<Indicator> indicators(Table table) {
        places.put(Part.INDICATOR, "", "", 0, table.spot());
        var lines = table.lines(remarks);
        var parents = new TreeMap<String, String>();
        for (var line : lines) parents.putIfAbsent(line.needed("编号"), line.text("上级"));
        for (var line : lines) {
            remember(line);
            var parent = line.text("上级");
            if (!parent.isEmpty() && !parents.containsKey(parent)) remarks.error(Rule.PARENT_UNKNOWN, line.spot("上级"), parent, parent);
            else if (!parent.isEmpty()) circle(line.text("编号"), parents).ifPresent(circle -> remarks.error(Rule.PARENT_CYCLE, line.spot("上级"), parent, circle));
            below.computeIfAbsent(parents.containsKey(parent) ? parent : "", _ -> new ArrayList<>()).add(line);
        }
        return children("", 1);
    }

    /** A → B → A, where going up from the indicator leads back to it. */
    private static Optional<String> circle(String code, TreeMap<String, String> parents) {
        var path = new StringBuilder(code);
        var up = parents.get(code);
        for (int steps = 0; up != null && !up.isEmpty() && steps <= parents.size(); steps++) {
            path.append(" → ").append(up);
            if (up.equals(code)) return Optional.of(path.toString());
            up = parents.get(up);
        }
        return Optional.empty();
    }

    /** Nobody stands below two, and what goes round in a circle hangs nowhere: this ends. */
    private List<Indicator> children(String parent, int depth) {
        var lines = below.remove(parent);
        if (lines == null) return List.of();
        if (depth > DEEPEST) {
            remarks.error(Rule.PARENT_DEEP, lines.getFirst().spot("上级"), parent, DEEPEST);
            return List.of();
        }
        return lines.stream().map(line -> indicator(line, depth)).toList();
    }

    private void remember(Line line) {
        var code = line.text("编号");
        places.put(Part.INDICATOR, code, "", 0, line.spot("编号"));
        for (var aspect : ASPECTS) places.put(Part.INDICATOR, code, aspect.split(" ")[0], 0, line.spot(aspect.split(" ")[1]));
    }

    private Indicator indicator(Line line, int depth) {
        var code = line.text("编号");
        line.needed("类别");
        var kind = line.word("类别", Terms.KIND).orElse(Kind.GROUP);
        var source = sources.source(line, code);
        var gathering = line.word("汇总方式", Terms.GATHERING).orElse(Gathering.SUM);
        var best = line.whole("择优项数", 0);
        var list = source.filter(Listed.class::isInstance).isPresent();
        var status = kind == Kind.VETO || kind == Kind.ENTRY;
        return new Indicator(code, line.needed("名称"), line.text("英文名"), kind, line.number("最低分").orElse(BigDecimal.ZERO),
                status ? line.number("满分").orElse(BigDecimal.ZERO) : line.neededNumber("满分"), line.number("步长"), line.number("权重"),
                list ? Gathering.SUM : gathering, list ? 0 : best, source, line.maybe("上限公式"), adjustment(line), line.maybe("评分环节"), children(code, depth + 1));
    }

    /** Who may only move it up leaves the other blank. */
    private static Optional<Adjustment> adjustment(Line line) {
        if (line.blank("上调") && line.blank("下调")) return Optional.empty();
        return Optional.of(new Adjustment(line.number("下调").orElse(BigDecimal.ZERO), line.number("上调").orElse(BigDecimal.ZERO)));
    }
}
