package conclave.meeting.rule.sheet;

import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.sheet.AutoScore.Line;
import conclave.meeting.rule.sheet.Step.What;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Tells the steps of one line, with the names that its fields have there: two lists may each have a level of their own. */
record Telling(SortedMap<String, String> names) {

    String sentence(Line line) {
        var steps = line.steps().stream().map(this::words).filter(words -> !words.isEmpty()).collect(Collectors.joining("；"));
        return line.code() + " " + line.name() + "：" + steps + (steps.isEmpty() ? "" : "。") + end(line);
    }

    private static String end(Line line) {
        return switch (line.state()) {
            case COUNTED -> "合计 " + Plain.of(line.points()) + " 分。";
            case OPEN -> "等待票决结果，暂不计分。";
            case STATUS -> "";
            case MARKED -> line.range().map(range -> "计分 " + Plain.of(line.points()) + " 分，由专家在 " + Plain.of(range.from()) + " 分至 "
                    + Plain.of(range.to()) + " 分之间评定。").orElse("由专家评定，不自动计分。");
        };
    }

    String words(Step step) {
        var entry = "第" + step.entry() + "项：";
        return switch (step.what()) {
            case READ, LOOKED_UP, OUTSIDE_CHART, COMPUTED, ABSENT, DIVIDED_BY_ZERO, TOO_LONG -> factor(step, true);
            case MEASURED -> product(step);
            case GIVEN -> "平台计分 " + of(step.figure()) + " 分";
            case NOT_GIVEN -> "平台没有给出分值，计 0 分";
            case PASS_RATE -> "票决通过率 " + step.value() + " × " + of(step.figure()) + " ＝ " + of(step.points()) + " 分";
            case JUDGED -> "专家评定 " + of(step.figure()) + " 分";
            case ADJUSTED -> "专家评定 " + of(step.figure()) + " 分，" + moved(step.points());
            case ENTRY -> entry + product(step) + "，计入";
            case ENTRY_FILTERED -> entry + "不符合计分条件“" + FormulaWords.of(step.name(), names) + "”，不计" + bracketed(reasons(step));
            case ENTRY_SAME -> entry + product(step) + "，与第" + step.name() + "项属同一成果，取最高一项，不计";
            case ENTRY_LIMITED -> entry + product(step) + "，“" + step.name() + "”已到限额，计 " + of(step.points()) + " 分";
            case ENTRY_BEYOND -> entry + product(step) + "，低于计入的前" + step.name() + "项，不计";
            case NO_ENTRIES -> "没有填报" + name(step.name()) + "，计 0 分";
            case CHILD -> step.name() + " 计 " + of(step.points()) + " 分";
            case CHILD_WEIGHTED -> step.name() + " 得 " + of(step.figure()) + " 分，按权重计 " + of(step.points()) + " 分";
            case CHILD_BEYOND -> step.name() + " 得 " + of(step.figure()) + " 分，不在择优范围，不计";
            case CHILD_OPEN -> step.name() + " 待评定";
            case CAPPED -> "超过满分 " + of(step.figure()) + " 分，核减 " + of(Fraction.ZERO.minus(step.points())) + " 分";
            case ABOVE_CEILING -> "不得高于 " + of(step.figure()) + " 分，核减 " + of(Fraction.ZERO.minus(step.points())) + " 分";
            case CEILING_UNKNOWN -> "上限无法确定，不作限制" + bracketed(reasons(step));
            case BELOW_ZERO -> "低于 0 分，按 0 分计";
            case ROUNDED -> "四舍五入为 " + of(step.figure()) + " 分";
            case HOLDS -> condition(step) + "成立" + bracketed(reasons(step));
            case HOLDS_NOT -> condition(step) + "不成立" + bracketed(reasons(step));
        };
    }

    /** 省级 8 分 × 角色系数（2）0.8 ＝ 6.4 分. */
    private String product(Step step) {
        if (step.within().size() == 1) {
            var only = step.within().getFirst();
            if (only.what() == What.LOOKED_UP) return factor(only, true);
            if (only.what() == What.ABSENT || only.what() == What.OUTSIDE_CHART) return factor(only, true) + "，计 0 分";
            if (only.what() == What.COMPUTED) return formula(only) + " ＝ " + of(step.figure()) + " 分" + bracketed(reasons(only));
        }
        var factors = new ArrayList<String>();
        for (var factor : step.within()) {
            if (factor.what() != What.READ) factors.add(factor(factor, factors.isEmpty()));
        }
        return String.join(" × ", factors) + " ＝ " + of(step.figure()) + " 分";
    }

    private String factor(Step step, boolean first) {
        return switch (step.what()) {
            case READ -> name(step.name()) + " " + step.value();
            case LOOKED_UP -> first
                    ? step.name() + "“" + step.value() + "” " + of(step.figure()) + " 分" : step.name() + "（" + step.value() + "）" + of(step.figure());
            case OUTSIDE_CHART -> step.name() + "没有“" + step.value() + "”一档";
            case COMPUTED -> of(step.figure()) + bracketed(reasons(step));
            case ABSENT -> name(step.name()) + "未填报";
            case DIVIDED_BY_ZERO -> "除数为 0，按 0 计";
            case TOO_LONG -> "数值过大，不计";
            case MEASURED, GIVEN, NOT_GIVEN, PASS_RATE, JUDGED, ADJUSTED, ENTRY, ENTRY_FILTERED, ENTRY_SAME, ENTRY_LIMITED, ENTRY_BEYOND, NO_ENTRIES, CHILD,
                 CHILD_WEIGHTED, CHILD_BEYOND, CHILD_OPEN, CAPPED, ABOVE_CEILING, CEILING_UNKNOWN, BELOW_ZERO, ROUNDED, HOLDS, HOLDS_NOT -> "";
        };
    }

    private static String moved(Fraction by) {
        var order = by.compareTo(Fraction.ZERO);
        if (order == 0) return "未作调整";
        return order > 0 ? "上调 " + of(by) + " 分" : "下调 " + of(Fraction.ZERO.minus(by)) + " 分";
    }

    private String reasons(Step step) {
        return step.within().stream().map(it -> factor(it, false)).filter(words -> !words.isEmpty()).collect(Collectors.joining("，"));
    }

    private static String bracketed(String words) {
        return words.isEmpty() ? "" : "（" + words + "）";
    }

    private String condition(Step step) {
        return step.value().isEmpty() ? "平台认定" : "条件“" + formula(step) + "”";
    }

    private String formula(Step step) {
        return FormulaWords.of(step.value(), names);
    }

    private String name(String code) {
        return names.getOrDefault(code, code);
    }

    private static String of(Fraction number) {
        return Plain.of(number);
    }
}
