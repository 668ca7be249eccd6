package conclave.meeting.rule.sheet;

import static conclave.meeting.SheetWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where what is counted and what experts give meet under one cap: seven points are counted, and the mark comes on top. */
class CapsTest {

    private static final Facts SEVEN = facts("score", "7");

    @Test
    void aMarkIsWorthWhatTheCapLeavesOfIt() {
        var it = group("G", "业绩", Kind.GROUP, "10", Gathering.SUM, 0, counted("Z"), expert("Y", "评价", "9"));
        worth("2", it, SEVEN, "Y 2");
        worth("3", it, SEVEN, "Y 5");
        worth("9", it, Facts.NONE, "Y 9");
        worth("0", it, SEVEN);
        assertEquals(List.of("G 业绩：Z 计 7 分；Y 计 5 分；超过满分 10 分，核减 2 分。合计 10 分。", "Z 计分：成绩 ＝ 7 分（成绩 7）。合计 7 分。",
                "Y 评价：专家评定 5 分。合计 5 分。", "自动量化赋分 7 分，专家评分计入 3 分，合计 10 分；加分 0 分，扣分 0 分。", "符合申报资格，未触发一票否决。"), said(it, SEVEN, "Y 5"));
    }

    @Test
    void ofTwoTheHigherCountsWhoeverGaveIt() {
        var it = group("G", "业绩", Kind.GROUP, "20", Gathering.MAX, 0, counted("Z"), expert("Y", "评价", "9"));
        worth("0", it, SEVEN, "Y 6.5");
        worth("1.5", it, SEVEN, "Y 8.5");
    }

    @Test
    void theBestSoManyOfCountedAndMarked() {
        var it = group("G", "业绩", Kind.GROUP, "20", Gathering.TOP_N, 2, counted("Z"), expert("Y", "评价", "9"), expert("X", "创新", "9"));
        worth("8", it, SEVEN, "Y 8", "X 3");
        worth("10", it, SEVEN, "Y 8", "X 9");
    }

    @Test
    void aCapInsideACapIsHeldFirst() {
        var inner = group("H", "成果", Kind.GROUP, "8", Gathering.SUM, 0, counted("Z"), expert("Y", "评价", "9"));
        var it = group("G", "业绩", Kind.GROUP, "12", Gathering.SUM, 0, inner, expert("X", "创新", "9"));
        worth("4", it, SEVEN, "Y 9", "X 3");
        worth("5", it, SEVEN, "Y 9", "X 9");
    }

    @Test
    void aGroupsCeilingHoldsForWhatExpertsAdd() {
        var it = below("next", group("G", "业绩", Kind.GROUP, "20", Gathering.SUM, 0, counted("Z"), expert("Y", "评价", "9")));
        worth("3", it, facts("score", "7", "next", "10"), "Y 6");
        worth("6", it, SEVEN, "Y 6");
        assertEquals("G 业绩：Z 计 7 分；Y 计 6 分；不得高于 10 分，核减 3 分。合计 10 分。", said(it, facts("score", "7", "next", "10"), "Y 6").getFirst());
    }

    @Test
    void whatAnExpertMovesStaysBelowTheCeilingToo() {
        var it = below("next", mixed("X", "业绩", "10", "2", "2", formula("score")));
        worth("8", it, facts("score", "7", "next", "8"), "X 9");
        worth("9", it, SEVEN, "X 9");
        assertEquals("X 业绩：成绩 ＝ 7 分（成绩 7）；专家评定 9 分，上调 2 分；不得高于 8 分，核减 1 分。合计 8 分。", said(it, facts("score", "7", "next", "8"), "X 9").getFirst());
        assertEquals("X 业绩：成绩 ＝ 7 分（成绩 7）；专家评定 6 分，下调 1 分。合计 6 分。", said(mixed("X", "业绩", "10", "2", "2", formula("score")), SEVEN, "X 6").getFirst());
    }

    /** The sheet's total is held once, at the end, over what all stages came to. */
    @Test
    void theSheetsTotalCutsTheWholeAndNotTheMarks() {
        var sheet = compiled("8", counted("Z"), expert("Y", "评价", "9"));
        assertEquals(n("5"), sheet.basis(Inputs.of(SEVEN)).worth(marks("Y 5")));
        var whole = sheet.score(Inputs.of(SEVEN), marks("Y 5"));
        assertEquals(n("8"), whole.automatic());
        assertEquals("自动量化赋分 7 分，专家评分计入 5 分，合计 8 分（超过满分 8 分，核减 4 分）；加分 0 分，扣分 0 分。",
                Explanation.of(sheet).sentences(sheet.score(Inputs.of(SEVEN)), whole).get(2));
    }

    private static Indicator counted(String code) {
        return automatic(code, "计分", "20", formula("score"));
    }

    private static void worth(String points, Indicator indicator, Facts facts, String... marks) {
        assertEquals(n(points), compiled("100", indicator).basis(Inputs.of(facts)).worth(marks(marks)));
    }

    private static List<String> said(Indicator indicator, Facts facts, String... marks) {
        var sheet = compiled("100", indicator);
        return Explanation.of(sheet).sentences(sheet.score(Inputs.of(facts)), sheet.score(Inputs.of(facts), marks(marks)));
    }

    private static TreeMap<String, BigDecimal> marks(String... written) {
        var marks = new TreeMap<String, BigDecimal>();
        for (var one : written) marks.put(one.split(" ")[0], n(one.split(" ")[1]));
        return marks;
    }

    private static CompiledSheet compiled(String total, Indicator... indicators) {
        var fields = List.of(field("score", "成绩", FieldType.NUMBER), field("next", "上一级分", FieldType.NUMBER));
        return ExampleSheetsTest.compiled(new Sheet("s", 1, "表", "Sheet", Optional.empty(), n(total), n("105"), 2, fields, List.of(), List.of(indicators)));
    }
}
