package conclave.appliance.sample;

import conclave.exchange.MeetingFile.Aggregate;
import conclave.exchange.MeetingFile.AggregateKind;
import conclave.exchange.MeetingFile.Denominator;
import conclave.exchange.MeetingFile.Indicator;
import conclave.exchange.MeetingFile.IndicatorKind;
import conclave.exchange.MeetingFile.Mode;
import conclave.exchange.MeetingFile.Parity;
import conclave.exchange.MeetingFile.RuleProfile;
import conclave.exchange.MeetingFile.Scale;
import conclave.exchange.MeetingFile.Share;
import conclave.exchange.MeetingFile.Sheet;
import conclave.exchange.MeetingFile.Stage;
import conclave.exchange.MeetingFile.Ties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The score sheet, the mode and the rules that the sample meeting brings along. */
final class SampleSheet {

    private SampleSheet() {
    }

    static Sheet sheet() {
        var hundred = new BigDecimal("100");
        return new Sheet("ENG-SENIOR-2025", "工程系列高级工程师任职资格量化赋分表", "Score sheet, engineering series, senior engineer",
                hundred, hundred, List.of(
                automatic("A1", "学历资历与考核", "Education, tenure and appraisals", "15"),
                automatic("A2", "主持或参与项目", "Projects", "25"),
                automatic("A3", "获奖与专利", "Awards and patents", "10"),
                automatic("A4", "论文与著作", "Papers and books", "10"),
                new Indicator("A5", "专家评价", "Judged by experts", IndicatorKind.GROUP, new BigDecimal("40"), Optional.empty(),
                        List.of(expert("A5.1", "专业技术能力", "Professional ability", "15"),
                                expert("A5.2", "业绩贡献", "Contribution", "15"),
                                expert("A5.3", "现场答辩", "Defence", "10"))),
                indicator("B+", "加分项", "Bonus", IndicatorKind.BONUS, "5"),
                indicator("D-", "扣分项", "Deduction", IndicatorKind.DEDUCTION, "3")));
    }

    private static Indicator automatic(String code, String name, String nameEn, String max) {
        return indicator(code, name, nameEn, IndicatorKind.AUTOMATIC, max);
    }

    private static Indicator indicator(String code, String name, String nameEn, IndicatorKind kind, String max) {
        return new Indicator(code, name, nameEn, kind, new BigDecimal(max), Optional.empty(), List.of());
    }

    private static Indicator expert(String code, String name, String nameEn, String max) {
        var scale = new Scale(BigDecimal.ZERO, new BigDecimal("0.5"));
        return new Indicator(code, name, nameEn, IndicatorKind.EXPERT, new BigDecimal(max), Optional.of(scale), List.of());
    }

    static Mode mode() {
        return new Mode("panel-score", "专业组评分", List.of(Stage.AUTO_SCORE, Stage.MATERIAL_READING, Stage.PANEL_SCORE, Stage.SIGN_OFF),
                new Aggregate(AggregateKind.TRIMMED_MEAN, 5), 2);
    }

    static RuleProfile rules() {
        return new RuleProfile("ENG-SENIOR", "工程系列高级评审规则", new Share(2, 3), new Share(2, 3), Denominator.ATTENDING, Ties.SHARED,
                new BigDecimal("60"), 3, 7, Parity.ODD, false);
    }
}
