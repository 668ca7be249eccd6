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
        var cut = score.steps().stream().filter(step -> step.what() == What.CAPPED).map(new Telling(names)::words).collect(Collectors.joining());
        sentences.add("自动量化赋分合计 " + Plain.of(score.automatic()) + " 分" + (cut.isEmpty() ? "" : "（" + cut + "）") + "；加分 "
                + Plain.of(score.bonus()) + " 分，扣分 " + Plain.of(score.deduction()) + " 分。");
        sentences.add(status(score));
        return sentences;
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
