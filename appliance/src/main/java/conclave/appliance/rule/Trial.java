package conclave.appliance.rule;

import conclave.codec.Json;
import conclave.exchange.workbook.Applicant;
import conclave.meeting.rule.sheet.AutoScore;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Explanation;
import conclave.meeting.rule.sheet.SheetDifference;
import conclave.meeting.rule.sheet.SheetDifference.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a sheet makes of one applicant, in words and for programs, beside what an older version made. */
record Trial(String code, AutoScore score, List<String> sentences, Explanation explanation, Optional<SheetDifference> difference, Optional<BigDecimal> last) {

    static Trial of(Applicant applicant, CompiledSheet sheet, Optional<CompiledSheet> older, Optional<BigDecimal> experts) {
        var score = sheet.score(applicant.inputs());
        var explanation = Explanation.of(sheet);
        return new Trial(applicant.code(), score, explanation.sentences(score), explanation,
                older.map(old -> SheetDifference.between(old, sheet, applicant.inputs())),
                experts.map(points -> sheet.finalTotal(score.automatic().add(points), score.bonus(), score.deduction())));
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("申报人 " + code);
        sentences.forEach(sentence -> lines.add("  " + sentence));
        last.ifPresent(points -> lines.add("  加上专家评分，最终得分 " + plain(points) + " 分。"));
        difference.ifPresent(it -> compared(it, lines));
        lines.add("");
        return lines;
    }

    private static void compared(SheetDifference it, List<String> lines) {
        lines.add("  与旧版相比：自动量化赋分 " + plain(it.before().automatic()) + " → " + plain(it.after().automatic()) + "，加分 " + plain(it.before().bonus()) + " → "
                + plain(it.after().bonus()) + "，扣分 " + plain(it.before().deduction()) + " → " + plain(it.after().deduction()) + "，"
                + (it.before().status() == it.after().status() ? "结论不变。" : "结论由“" + status(it.before()) + "”变为“" + status(it.after()) + "”。"));
        if (it.differing().isEmpty()) lines.add("  各项指标分值没有差异。");
        for (var change : it.differing()) {
            lines.add("  " + change.code() + " " + change.name() + "：" + points(change.before()) + " → " + points(change.after()));
            if (!change.explainedBefore().isEmpty()) lines.add("    旧：" + change.explainedBefore());
            if (!change.explainedAfter().isEmpty()) lines.add("    新：" + change.explainedAfter());
        }
    }

    private static String points(Optional<BigDecimal> points) {
        return points.map(it -> plain(it) + " 分").orElse("没有这一项");
    }

    private static String status(AutoScore score) {
        return switch (score.status()) {
            case ELIGIBLE -> "符合资格";
            case INELIGIBLE -> "不符合资格";
            case VETOED -> "一票否决";
        };
    }

    Json json() {
        var json = Json.object().with("code", code).with("status", lower(score.status())).with("because", Json.array(score.because().stream().map(Json::text).toList()))
                .with("automatic", plain(score.automatic())).with("bonus", plain(score.bonus())).with("deduction", plain(score.deduction()))
                .with("lines", Json.array(score.lines().stream().map(this::json).toList())).with("zh", Json.array(sentences.stream().map(Json::text).toList()));
        if (last.isPresent()) json = json.with("final", plain(last.get()));
        return difference.isEmpty() ? json : json.with("against", against(difference.get()));
    }

    private Json json(AutoScore.Line line) {
        var json = Json.object().with("code", line.code()).with("name", line.name()).with("kind", lower(line.kind())).with("state", lower(line.state()))
                .with("max", plain(line.max())).with("points", plain(line.points())).with("zh", explanation.sentence(line));
        return line.range().isEmpty() ? json : json.with("from", plain(line.range().get().from())).with("to", plain(line.range().get().to()));
    }

    private static Json against(SheetDifference it) {
        return Json.object().with("status", lower(it.before().status())).with("automatic", plain(it.before().automatic())).with("bonus", plain(it.before().bonus()))
                .with("deduction", plain(it.before().deduction())).with("changes", Json.array(it.differing().stream().map(Trial::json).toList()));
    }

    private static Json json(Change change) {
        var json = Json.object().with("code", change.code()).with("name", change.name()).with("zhBefore", change.explainedBefore()).with("zhAfter", change.explainedAfter());
        if (change.before().isPresent()) json = json.with("before", plain(change.before().get()));
        return change.after().isPresent() ? json.with("after", plain(change.after().get())) : json;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
