package conclave.meeting.rule.sheet;

import static conclave.meeting.SheetWords.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.event.Sheet;
import conclave.meeting.rule.sheet.AutoScore.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The two sheets that were worked out by hand. */
class ExampleSheetsTest {

    @Test
    void theEngineerHasNinetyPoints() {
        var sheet = compiled(ExampleSheets.engineers());
        var score = sheet.score(Inputs.of(ExampleSheets.engineer()));
        assertPoints(score, "A1 13", "A1.1 4", "A1.2 5", "A1.3 4", "A2 24", "A3 9.2", "A4 10", "B 2", "D 1");
        assertEquals(n("56.2"), score.automatic());
        assertEquals(n("2"), score.bonus());
        assertEquals(n("1"), score.deduction());
        assertEquals(Status.ELIGIBLE, score.status());
        assertEquals(0, n("90.00").compareTo(sheet.finalTotal(score.automatic().add(n("32.80")), score.bonus(), score.deduction())));
    }

    @Test
    void theClinicianHasSeventyThreeAndThreeQuarters() {
        var sheet = compiled(ExampleSheets.clinicians());
        var score = sheet.score(Inputs.of(ExampleSheets.clinician()));
        assertPoints(score, "B1 4.5", "B2 19.25", "B3 16", "B5 15", "B6 7.5");
        assertEquals(n("62.25"), score.automatic());
        var marks = new TreeMap<>(Map.of("B4", n("11.5")));
        assertEquals(n("11.5"), sheet.basis(Inputs.of(ExampleSheets.clinician())).worth(marks));
        assertEquals(n("73.75"), sheet.score(Inputs.of(ExampleSheets.clinician()), marks).automatic());
        assertEquals(n("73.75"), sheet.finalTotal(n("73.75"), score.bonus(), score.deduction()));
    }

    @Test
    void theExplanationsAreSentences() {
        var sheet = compiled(ExampleSheets.engineers());
        var said = Explanation.of(sheet).sentences(sheet.score(Inputs.of(ExampleSheets.engineer())));
        assertTrue(said.contains("A2 工程项目：第1项：项目分“省级” 8 分 × 角色系数（1）1 ＝ 8 分，计入；第2项：项目分“国家级” 10 分 × 角色系数（2）0.8 ＝ 8 分，计入；"
                + "第3项：项目分“地级” 5 分 × 角色系数（1）1 ＝ 5 分，计入；第4项：项目分“县级” 3 分 × 角色系数（1）1 ＝ 3 分，计入；"
                + "第5项：项目分“县级” 3 分 × 角色系数（4）0.6 ＝ 1.8 分，低于计入的前4项，不计。合计 24 分。"), said::toString);
        assertTrue(said.contains("A1.2 任职年限：任职年限分（满年数（聘任日期，截止日）） ＝ 5 分（聘任日期 2014-06-30，截止日 2025-12-31，任职年限分（11）5）。合计 5 分。"), said::toString);
        assertTrue(said.contains("V1 弄虚作假：条件“弄虚作假”不成立（弄虚作假 否）。"), said::toString);
        assertTrue(said.contains("A5.1 能力水平：由专家评定，不自动计分。"), said::toString);
        assertEquals(List.of("自动量化赋分合计 56.2 分；加分 2 分，扣分 1 分。", "符合申报资格，未触发一票否决。"), said.subList(said.size() - 2, said.size()));
    }

    static CompiledSheet compiled(Sheet sheet) {
        var checked = SheetCheck.check(sheet);
        assertEquals(List.of(), checked.findings().stream().filter(Finding::error).map(FindingWords::sentence).toList());
        return checked.compiled().orElseThrow();
    }

    private static void assertPoints(AutoScore score, String... expected) {
        for (var one : expected) {
            var words = one.split(" ");
            assertEquals(new BigDecimal(words[1]), score.line(words[0]).orElseThrow().points(), one);
        }
    }
}
