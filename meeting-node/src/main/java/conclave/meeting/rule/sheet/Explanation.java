package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.rule.sheet.AutoScore.Line;
import conclave.meeting.rule.sheet.Step.What;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An automatic score in sentences that a secretary can read out and an applicant's question can be answered with. */
public final class Explanation {

    private final TreeMap<String, String> names = new TreeMap<>();
    private final TreeMap<String, Telling> tellings = new TreeMap<>();

    private Explanation(CompiledSheet sheet) {
        names.put(SheetNames.CUTOFF, SheetNames.CUTOFF_NAME);
        sheet.indicators().forEach(indicator -> names.put(indicator.code(), indicator.name()));
        sheet.sheet().charts().forEach(chart -> names.put(chart.code(), chart.name()));
        sheet.sheet().fields().forEach(field -> names.put(field.code(), field.name()));
        for (var indicator : sheet.indicators()) {
            var inside = new TreeMap<>(names);
            if (indicator.source().orElse(null) instanceof Listed listed) {
                fields(sheet, listed.list()).forEach(field -> inside.put(field.code(), field.name()));
            } else {
                sheet.sheet().fields().forEach(list -> list.fields().forEach(field -> inside.putIfAbsent(field.code(), field.name())));
            }
            tellings.put(indicator.code(), new Telling(inside));
        }
    }

    private static List<Field> fields(CompiledSheet sheet, String list) {
        return sheet.sheet().fields().stream().filter(field -> field.code().equals(list) || field.name().equals(list))
                .flatMap(field -> field.fields().stream()).toList();
    }

    public static Explanation of(CompiledSheet sheet) {
        return new Explanation(sheet);
    }

    /** The whole score, a sentence a line: each indicator, then what they come to. */
    public List<String> sentences(AutoScore score) {
        var sentences = new ArrayList<String>();
        score.lines().forEach(line -> sentences.add(sentence(line)));
        sentences.add("自动量化赋分合计 " + Plain.of(score.automatic()) + " 分" + cut(score) + beside(score));
        sentences.add(status(score));
        return sentences;
    }

    /** The same with one expert's marks in it; what they are worth is what they add to {@code before}. */
    public List<String> sentences(AutoScore before, AutoScore judged) {
        var sentences = new ArrayList<String>();
        judged.lines().forEach(line -> sentences.add(sentence(line)));
        var counted = before.uncut();
        sentences.add("自动量化赋分 " + Plain.of(counted) + " 分，专家评分计入 " + Plain.of(judged.uncut().subtract(counted)) + " 分，合计 "
                + Plain.of(judged.automatic()) + " 分" + cut(judged) + beside(judged));
        sentences.add(status(judged));
        return sentences;
    }

    private String cut(AutoScore score) {
        var cut = score.steps().stream().filter(step -> step.what() == What.CAPPED).map(new Telling(names)::words).collect(Collectors.joining());
        return cut.isEmpty() ? "" : "（" + cut + "）";
    }

    private static String beside(AutoScore score) {
        return "；加分 " + Plain.of(score.bonus()) + " 分，扣分 " + Plain.of(score.deduction()) + " 分。";
    }

    public String sentence(Line line) {
        return tellings.getOrDefault(line.code(), new Telling(names)).sentence(line);
    }

    private String status(AutoScore score) {
        var because = score.because().stream().map(code -> code + " " + names.getOrDefault(code, code)).collect(Collectors.joining("、"));
        return switch (score.status()) {
            case ELIGIBLE -> "符合申报资格，未触发一票否决。";
            case INELIGIBLE -> "不符合申报资格：" + because + "。分值照常计算，仅供核对。";
            case VETOED -> "触发一票否决：" + because + "。分值照常计算，仅供核对。";
        };
    }
}
