package conclave.meeting.rule.sheet;

import static conclave.meeting.SheetWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.rule.sheet.AutoScore.Range;
import conclave.meeting.rule.sheet.AutoScore.State;
import conclave.meeting.rule.sheet.AutoScore.Status;
import conclave.meeting.rule.sheet.Inputs.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules of counting, one at a time, with the sentence that explains each. */
class CountingTest {

    private static final Facts WORKS = with(facts("score", "7", "fit", "是"), "works", entry("level", "省级", "points", "3", "thing", "P1"),
            entry("level", "省级", "points", "5", "thing", "P2"), entry("level", "地级", "points", "4", "thing", "P1"), entry("level", "地级", "points", "1"));

    @Test
    void theBestSoManyCount() {
        counts("9", "第1项：自报分 ＝ 3 分（自报分 3），低于计入的前2项，不计", best(2, listed("works", new Formula("points"))));
        counts("13", "第4项：自报分 ＝ 1 分（自报分 1），计入", listed("works", new Formula("points")));
    }

    @Test
    void oneThingCountsOnceAndWhatHasNoNameIsItsOwnThing() {
        counts("10", "第1项：自报分 ＝ 3 分（自报分 3），与第3项属同一成果，取最高一项，不计", once("thing", listed("works", new Formula("points"))));
    }

    @Test
    void aCategoryCountsUpToItsCapTheHighestFirst() {
        counts("11", "第1项：自报分 ＝ 3 分（自报分 3），“省级”已到限额，计 1 分", limited("level", listed("works", new Formula("points")), "省级 6"));
        counts("9", "第1项：自报分 ＝ 3 分（自报分 3），“省级”已到限额，计 0 分", limited("level", listed("works", new Formula("points")), "省级 4"));
    }

    @Test
    void onlyEntriesForWhichTheConditionHolds() {
        counts("8", "第3项：不符合计分条件“级别 ＝ ‘省级’”，不计（级别 地级）", when("level == \"省级\"", listed("works", new Formula("points"))));
    }

    @Test
    void theMaximumCutsAndSaysSo() {
        var score = score(automatic("X", "计分", "5", formula("score")), WORKS);
        assertEquals(n("5"), score.line("X").orElseThrow().points());
        said(score, "X 计分：成绩 ＝ 7 分（成绩 7）；超过满分 5 分，核减 2 分。合计 5 分。");
    }

    @Test
    void theCeilingCutsBesides() {
        said(score(below("bonus_free", automatic("X", "计分", "20", formula("score * 2"))), facts("score", "7", "bonus_free", "10")),
                "X 计分：成绩 × 2 ＝ 14 分（成绩 7）；不得高于 10 分，核减 4 分。合计 10 分。");
        assertEquals(n("3.33"), score(below("10 / 3", automatic("X", "计分", "20", formula("score"))), WORKS).line("X").orElseThrow().points());
        said(score(below("bonus_free", automatic("X", "计分", "20", formula("score"))), WORKS), "X 计分：成绩 ＝ 7 分（成绩 7）；上限无法确定，不作限制（上一级分未填报）。合计 7 分。");
    }

    @Test
    void pointsAreRoundedOnceAtTheEndOfALeaf() {
        said(score(automatic("X", "计分", "20", formula("score / 3")), WORKS), "X 计分：成绩 ÷ 3 ＝ 约2.3333 分（成绩 7）；四舍五入为 2.33 分。合计 2.33 分。");
        assertEquals(n("2.35"), score(automatic("X", "计分", "20", formula("2.345")), WORKS).line("X").orElseThrow().points());
        var sevenths = with(WORKS, "works", entry("points", "1"), entry("points", "1"), entry("points", "1"));
        assertEquals(n("1"), score(automatic("X", "计分", "20", listed("works", new Formula("points / 3"))), sevenths).line("X").orElseThrow().points());
    }

    /** Five hundred denominators that have nothing in common would come to a number of thousands of digits, and to nine seconds for one indicator. */
    @Test
    void whatNoPersonCouldWriteDownIsAddedUpToFortyPlaces() {
        var chance = new Random(7);
        var entries = new ArrayList<SortedMap<String, String>>();
        var exact = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            var points = 100_000_000_000L + chance.nextLong(900_000_000_000L);
            entries.add(entry("points", Long.toString(points)));
            exact = exact.add(BigDecimal.valueOf(10_000_000_000L).divide(BigDecimal.valueOf(points), 30, RoundingMode.HALF_UP));
        }
        var facts = new Facts(new TreeMap<>(), new TreeMap<>(Map.of("works", entries)));
        var sheet = automatic("X", "计分", "20", listed("works", new Formula("10000000000 / points")));
        var counted = assertTimeout(Duration.ofSeconds(5), () -> score(sheet, facts));
        assertEquals(exact.setScale(2, RoundingMode.HALF_UP).min(n("20")), counted.line("X").orElseThrow().points().setScale(2));
    }

    @Test
    void nothingIsBelowZero() {
        said(score(automatic("X", "计分", "20", formula("score - 9")), WORKS), "X 计分：成绩 - 9 ＝ -2 分（成绩 7）；低于 0 分，按 0 分计。合计 0 分。");
    }

    @Test
    void whatIsMissingIsSaid() {
        said(score(automatic("X", "计分", "20", formula("score * 2")), Facts.NONE), "X 计分：成绩 × 2 ＝ 0 分（成绩未填报）。合计 0 分。");
        said(score(automatic("X", "计分", "20", looked("score", "bands")), Facts.NONE), "X 计分：成绩未填报，计 0 分。合计 0 分。");
        said(score(automatic("X", "计分", "20", looked("score", "bands")), facts("score", "70")), "X 计分：成绩分没有“70”一档，计 0 分。合计 0 分。");
        said(score(automatic("X", "计分", "20", listed("works", new Formula("points"))), Facts.NONE), "X 计分：没有填报成果，计 0 分。合计 0 分。");
        said(score(automatic("X", "计分", "20", new Given()), Facts.NONE), "X 计分：平台没有给出分值，计 0 分。合计 0 分。");
        said(score(automatic("X", "计分", "20", formula("score / 0")), WORKS), "X 计分：成绩 ÷ 0 ＝ 0 分（成绩 7，除数为 0，按 0 计）。合计 0 分。");
    }

    @Test
    void aVetoIsAStatusAndThePointsStand() {
        var sheet = compiled(automatic("X", "计分", "20", formula("score")), leaf("V", "弄虚作假", Kind.VETO, "0", condition("fit")),
                leaf("E", "资格", Kind.ENTRY, "0", condition("score > 10")), leaf("W", "处分", Kind.VETO, "0", new Given()));
        var both = sheet.score(Inputs.of(WORKS));
        assertEquals(Status.VETOED, both.status());
        assertEquals(List.of("V"), both.because());
        assertEquals(n("7"), both.automatic());
        assertEquals("触发一票否决：V 弄虚作假。分值照常计算，仅供核对。", Explanation.of(sheet).sentences(both).getLast());
        var ineligible = sheet.score(Inputs.of(facts("score", "7", "fit", "否")));
        assertEquals(Status.INELIGIBLE, ineligible.status());
        assertEquals(List.of("E"), ineligible.because());
        assertEquals(Status.INELIGIBLE, sheet.score(Inputs.of(Facts.NONE)).status());
        assertEquals(Status.ELIGIBLE, sheet.score(Inputs.of(facts("score", "11", "fit", "否"))).status());
        assertEquals(List.of("W"), sheet.score(new Inputs(facts("score", "11"), new TreeMap<>(Map.of("W", n("1"))), new TreeMap<>())).because());
    }

    @Test
    void whatExpertsMoveIsCountedFirstAndStaysOutOfTheSum() {
        var sheet = compiled(mixed("X", "业绩", "10", "2", "1.5", formula("score")), expert("Y", "能力", "20"), automatic("Z", "计分", "20", formula("score")));
        var score = sheet.score(Inputs.of(WORKS));
        assertEquals(Optional.of(new Range(n("5"), n("8.5"))), score.line("X").orElseThrow().range());
        assertEquals(n("7"), score.automatic());
        said(score, sheet, "X 业绩：成绩 ＝ 7 分（成绩 7）。计分 7 分，由专家在 5 分至 8.5 分之间评定。");
        assertEquals(Optional.of(new Range(n("7.5"), n("10"))), sheet.score(Inputs.of(facts("score", "9.5"))).line("X").orElseThrow().range());
        var marks = new TreeMap<>(Map.of("X", n("6"), "Y", n("15")));
        assertEquals(n("21"), sheet.basis(Inputs.of(WORKS)).worth(marks));
        assertEquals(n("28"), sheet.score(Inputs.of(WORKS), marks).automatic());
    }

    @Test
    void aPassRateWaitsForTheVote() {
        var sheet = compiled(automatic("X", "民主测评", "2", new PassRate("vote", n("2"))), automatic("Y", "计分", "20", formula("score")));
        var before = sheet.score(Inputs.of(WORKS));
        assertEquals(State.OPEN, before.line("X").orElseThrow().state());
        assertEquals(n("7"), before.automatic());
        var after = sheet.score(new Inputs(WORKS, new TreeMap<>(), new TreeMap<>(Map.of("vote", new Outcome(2, 3)))));
        assertEquals(n("8.33"), after.automatic());
        said(after, sheet, "X 民主测评：票决通过率 2/3 × 2 ＝ 约1.3333 分；四舍五入为 1.33 分。合计 1.33 分。");
        assertEquals(n("7"), sheet.score(new Inputs(WORKS, new TreeMap<>(), new TreeMap<>(Map.of("vote", new Outcome(0, 0))))).automatic());
        assertEquals(List.of("vote"), sheet.stages());
    }

    @Test
    void aMarkCountsByTheWeightsAboveIt() {
        var basis = compiled(expert("A", "初评", "20"), group("G", "面试", Kind.GROUP, "30", Gathering.WEIGHTED, 0,
                weighing("0.6", expert("B", "答辩", "30")), weighing("0.4", expert("C", "材料", "30")))).basis(Inputs.of(WORKS));
        assertEquals(n("22"), basis.worth(new TreeMap<>(Map.of("A", n("10"), "C", n("30")))));
        assertEquals(n("12"), basis.worth(new TreeMap<>(Map.of("B", n("20")))));
        assertEquals(n("0"), basis.worth(new TreeMap<>()));
    }

    @Test
    void theEndIsCutAtBothEnds() {
        var sheet = compiled(expert("A", "初评", "100"));
        assertEquals(n("98"), sheet.finalTotal(n("97"), n("2"), n("1")));
        assertEquals(n("100"), sheet.finalTotal(n("120"), n("2"), n("2")));
        assertEquals(n("105"), sheet.finalTotal(n("120"), n("8"), n("1")));
        assertEquals(0, sheet.finalTotal(n("2"), n("0"), n("3")).signum());
    }

    @Test
    void twoVersionsAreSetSideBySide() {
        var older = ExampleSheetsTest.compiled(ExampleSheets.engineers());
        var it = ExampleSheets.engineers();
        var roots = it.indicators().stream().filter(root -> !root.code().equals("D")).map(root -> root.code().equals("A2")
                ? automatic("A2", "工程项目", "25", best(2, listed("projects", new Looked("level", "project_points"), new Looked("place", "role")))) : root).toList();
        var newer = ExampleSheetsTest.compiled(new Sheet(it.code(), 2, it.title(), it.titleEn(), it.cutoff(), it.total(), it.finalMax(), 2, it.fields(), it.charts(), roots));
        var difference = SheetDifference.between(older, newer, Inputs.of(ExampleSheets.engineer()));
        assertEquals(List.of("A2 24→16", "D 1→"), difference.differing().stream().map(change -> change.code() + " " + change.before().map(BigDecimal::toPlainString).orElse("")
                + "→" + change.after().map(BigDecimal::toPlainString).orElse("")).toList());
        assertEquals(n("48.2"), difference.after().automatic());
        assertTrue(difference.differing().getFirst().explainedAfter().contains("低于计入的前2项，不计"));
        assertTrue(difference.differing().getFirst().explainedBefore().contains("低于计入的前4项，不计"));
    }

    private static CompiledSheet compiled(Indicator... indicators) {
        var fields = List.of(field("score", "成绩", FieldType.NUMBER), field("bonus_free", "上一级分", FieldType.NUMBER), field("fit", "合格", FieldType.FLAG),
                list("works", "成果", choice("level", "级别", "省级", "地级"), field("points", "自报分", FieldType.NUMBER), field("thing", "项目号", FieldType.KEY)));
        return ExampleSheetsTest.compiled(new Sheet("s", 1, "表", "Sheet", Optional.of("2025-12-31"), n("100"), n("105"), 2, fields,
                List.of(bands("bands", "成绩分", "[0,60) 1")), List.of(indicators)));
    }

    private static AutoScore score(Indicator indicator, Facts facts) {
        return compiled(indicator).score(Inputs.of(facts));
    }

    private static void counts(String points, String said, Sheet.Source source) {
        var score = score(automatic("X", "计分", "50", source), WORKS);
        assertEquals(n(points), score.line("X").orElseThrow().points());
        var sentence = Explanation.of(compiled(automatic("X", "计分", "50", source))).sentence(score.line("X").orElseThrow());
        assertTrue(sentence.contains(said), sentence);
    }

    private static void said(AutoScore score, String sentence) {
        said(score, compiled(automatic("X", "计分", "20", formula("1"))), sentence);
    }

    private static void said(AutoScore score, CompiledSheet sheet, String sentence) {
        assertEquals(sentence, Explanation.of(sheet).sentence(score.line("X").orElseThrow()));
    }
}
