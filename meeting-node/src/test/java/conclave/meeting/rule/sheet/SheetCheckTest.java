package conclave.meeting.rule.sheet;

import static conclave.meeting.SheetWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Chart;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.PassRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each slip that somebody can make in a sheet, and the place at which it is found. */
class SheetCheckTest {

    private static final List<Field> FIELDS = List.of(field("score", "成绩", FieldType.NUMBER), choice("degree", "学位", "博士", "硕士"), field("fit", "合格", FieldType.FLAG),
            field("thing", "项目号", FieldType.KEY), list("works", "成果", choice("level", "级别", "省级", "地级"), field("place", "位次", FieldType.NUMBER)));
    private static final List<Chart> CHARTS = List.of(lookup("points", "级别分", "省级 8", "地级 5"), lookup("degrees", "学位分", "博士 5", "硕士 4"), bands("bands", "成绩分", "[0,60) 0", "[60,] 5"));

    @Test
    void theExamplesHaveNothingWrong() {
        for (var sheet : List.of(ExampleSheets.engineers(), ExampleSheets.clinicians())) {
            assertEquals(List.of(), SheetCheck.check(sheet).findings().stream().filter(Finding::error).map(FindingWords::sentence).toList());
        }
    }

    @Test
    void theOverlapFromTheFieldIsFound() {
        found("错误：对照表 c第2行，分段 [60，85] 与 [75，100] 重叠，请改为首尾相接。", withChart(bands("c", "考核分", "[60,85] 1", "[75,100] 2")));
        found("CHART c 3 BANDS_OVERLAP", withChart(bands("c", "考核分", "[0,100] 1", "[20,30) 2", "[40,50] 3")));
        found("CHART c 1 BANDS_OVERLAP", withChart(bands("c", "考核分", "[85,100] 1", "[75,85] 2")));
        found("CHART c 2 BANDS_OVERLAP", withChart(bands("c", "考核分", "[1,) 1", "[5,) 2")));
        none(withChart(bands("c", "考核分", "[75,85) 1", "[85,100] 2", "(100,) 3", "[,75) 0")));
    }

    @Test
    void theGapFromTheFieldIsFound() {
        found("错误：对照表 c第2行，分段 [0，20] 与 (21，30] 之间有空档，请补齐。", withChart(bands("c", "扣分", "[0,20] 1", "(21,30] 2")));
        found("CHART c 2 BANDS_GAP", withChart(bands("c", "扣分", "[0,20) 1", "(20,30] 2")));
        found("CHART c 1 BAND_EMPTY", withChart(bands("c", "扣分", "[5,5) 1", "[5,6] 1")));
        none(withChart(bands("c", "扣分", "[5,5] 1", "(5,6] 1")));
    }

    @Test
    void chartsAreWhole() {
        found("CHART c 0 CHART_EMPTY", withChart(lookup("c", "空表")));
        found("CHART c 2 ENTRY_TWICE", withChart(lookup("c", "重复", "省级 1", "省级 2")));
        found("CHART if 0 RESERVED_WORD", withChart(lookup("if", "如果", "省级 1")));
        found("CHART c-d 0 CODE_MALFORMED", withChart(lookup("c-d", "连字符", "省级 1")));
        found("CHART points 0 CODE_TWICE", withChart(lookup("points", "另一表", "省级 1")));
        found("CHART c 0 NAME_TWICE", withChart(lookup("c", "级别分", "省级 1")));
        found("CHART c 0 NUMBER_TOO_LONG", withChart(lookup("c", "大数", "省级 1E999999999")));
    }

    @Test
    void fieldsAreWhole() {
        found("FIELD f 0 CHOICES_MISSING", withField(choice("f", "选项")));
        found("FIELD f 0 CHOICE_TWICE", withField(choice("f", "选项", "甲", "甲")));
        found("FIELD f 0 LIST_WITHOUT_FIELDS", withField(list("f", "列表")));
        found("FIELD f.g 0 LIST_IN_LIST", withField(list("f", "列表", list("g", "内列表", field("h", "内", FieldType.NUMBER)))));
        found("FIELD f 0 FIELDS_NOT_EXPECTED", withField(new Field("f", "数", FieldType.NUMBER, false, List.of(), List.of(field("g", "内", FieldType.NUMBER)))));
        found("FIELD score 0 CODE_TWICE", withField(field("score", "再一个", FieldType.NUMBER)));
        found("FIELD f.score 0 CODE_TWICE", withField(list("f", "列表", field("score", "内成绩", FieldType.NUMBER))));
        found("FIELD 成绩2 0 CODE_MALFORMED", withField(field("成绩2", "成绩2", FieldType.NUMBER)));
        found("FIELD cutoff 0 CODE_TWICE", withField(field("cutoff", "日期", FieldType.DATE)));
    }

    @Test
    void expressionsAreCheckedWithTheirPlace() {
        found("错误：指标 X的计分因子第1项，公式第 1 个字符处：没有字段“nobody”。", formula("nobody + 1"));
        found("错误：指标 X的计分因子第1项，公式第 13 个字符处：“高中”不在取值 博士、硕士 之中。", formula("if(degree = \"高中\", 1, 0)"));
        found("错误：指标 X的计分因子第1项，公式第 9 个字符处：这里需要数字，写的是是否。", formula("score + fit"));
        found("错误：指标 X的计分因子第1项，公式第 8 个字符处：对照表“级别分”里没有取值“博士”，请补上，或写明“其他”取值的分值。", formula("points(degree)"));
        found("错误：指标 X的计分因子第1项，公式第 1 个字符处引用了指标“X”。公式只能用字段和对照表，以免循环引用。", formula("X * 2"));
        found("INDICATOR X 1 EXPRESSION", automatic("X", "甲", "10", formula("level")));
        found("INDICATOR X 0 EXPRESSION", below("1 +", automatic("X", "甲", "10", formula("score"))));
        found("INDICATOR X 0 EXPRESSION", leaf("X", "否决", Kind.VETO, "0", condition("score")));
        found("INDICATOR X 0 EXPRESSION", automatic("X", "甲", "10", when("level", listed("works", new Formula("place")))));
    }

    private static void found(String what, Measured source) {
        found(what, automatic("X", "甲", "10", source));
    }

    @Test
    void sourcesNameWhatIsThere() {
        found("INDICATOR X 1 UNKNOWN_FIELD", looked("nobody", "points"));
        found("INDICATOR X 1 UNKNOWN_CHART", looked("degree", "nothing"));
        found("INDICATOR X 1 FIELD_TYPE", looked("fit", "points"));
        found("INDICATOR X 1 FIELD_TYPE", looked("degree", "bands"));
        found("INDICATOR X 1 CHART_MISSES", looked("degree", "points"));
        found("INDICATOR X 1 CHART_MISSES", looked("thing", "points"));
        found("INDICATOR X 1 CHART_MISSES", looked("score", "points"));
        found("INDICATOR X 0 FACTORS_MISSING", new Measured(List.of()));
        var works = listed("works", new Looked("level", "points"));
        none(automatic("X", "甲", "10", works));
        found("INDICATOR X 0 UNKNOWN_LIST", automatic("X", "甲", "10", listed("score", new Formula("1"))));
        found("INDICATOR X 0 UNKNOWN_FIELD", automatic("X", "甲", "10", once("thing", works)));
        found("INDICATOR X 0 UNKNOWN_FIELD", automatic("X", "甲", "10", limited("degree", works, "省级 1")));
        found("INDICATOR X 0 FIELD_TYPE", automatic("X", "甲", "10", limited("place", works)));
        found("INDICATOR X 1 UNKNOWN_CHOICE", automatic("X", "甲", "10", limited("level", works, "国家级 1")));
        found("INDICATOR X 2 LIMIT_TWICE", automatic("X", "甲", "10", limited("level", works, "省级 1", "省级 2")));
        found("INDICATOR X 1 LIMIT_NEGATIVE", automatic("X", "甲", "10", limited("level", works, "省级 -1")));
        found("INDICATOR X 0 COUNT_MISSING", automatic("X", "甲", "10", best(0, works)));
        found("INDICATOR X 0 GATHERING_UNFIT", automatic("X", "甲", "10",
                new Listed("works", Optional.empty(), works.factors(), Optional.empty(), Optional.empty(), List.of(), Gathering.WEIGHTED, 0)));
        found("INDICATOR X 0 STAGE_MISSING", automatic("X", "甲", "10", new PassRate("", n("2"))));
        found("INDICATOR X 0 TIMES_NOT_POSITIVE", automatic("X", "甲", "10", new PassRate("vote", n("0"))));
    }

    @Test
    void numbersFitEachOther() {
        found("INDICATOR X 0 MAX_NEGATIVE", automatic("X", "甲", "-1", new Given()));
        found("INDICATOR X 0 MIN_ABOVE_MAX", marked("11", "10", "0.5"));
        found("INDICATOR X 0 STEP_NOT_POSITIVE", marked("0", "10", "0"));
        found("INDICATOR X 0 STEP_DOES_NOT_DIVIDE", marked("8", "20", "5"));
        none(marked("8", "20", "0.5"));
        found("INDICATOR X 0 FINER_THAN_SCALE", marked("0", "10.001", "0.5"));
        found("INDICATOR X 0 COUNT_MISSING", group("X", "甲", Kind.GROUP, "10", Gathering.TOP_N, 0, expert("Y", "乙", "10")));
        found("INDICATOR Y 0 WEIGHT_MISSING", group("X", "甲", Kind.GROUP, "10", Gathering.WEIGHTED, 0, expert("Y", "乙", "10")));
        found("INDICATOR Y 0 WEIGHT_NEGATIVE", group("X", "甲", Kind.GROUP, "10", Gathering.WEIGHTED, 0, weighing("-1", expert("Y", "乙", "10"))));
        warned("INDICATOR X 0 WEIGHTS_NOT_ONE", group("X", "甲", Kind.GROUP, "10", Gathering.WEIGHTED, 0, weighing("0.9", expert("Y", "乙", "10"))));
        warned("INDICATOR X 0 CANNOT_REACH", group("X", "甲", Kind.GROUP, "10", Gathering.SUM, 0, expert("Y", "乙", "9")));
        warned("INDICATOR X 0 ABOVE_MAX", group("X", "甲", Kind.GROUP, "10", Gathering.SUM, 0, expert("Y", "乙", "11")));
        warned("INDICATOR X 0 CANNOT_REACH", group("X", "甲", Kind.GROUP, "20", Gathering.MAX, 0, expert("Y", "乙", "10"), expert("Z", "丙", "10")));
        warned("INDICATOR X 0 CANNOT_REACH", automatic("X", "甲", "10", looked("degree", "degrees")));
        warned("INDICATOR X 0 COUNTED_TOGETHER", group("X", "甲", Kind.GROUP, "10", Gathering.SUM, 0, expert("Y", "乙", "9"), automatic("Z", "丙", "9", formula("score"))));
    }

    @Test
    void everyKindHasWhatItNeedsAndNothingElse() {
        found("INDICATOR X 0 CHILDREN_MISSING", group("X", "甲", Kind.GROUP, "10", Gathering.SUM, 0));
        found("INDICATOR X 0 SOURCE_MISSING", group("X", "甲", Kind.AUTOMATIC, "10", Gathering.SUM, 0));
        found("INDICATOR X 0 SOURCE_MISSING", group("X", "甲", Kind.VETO, "0", Gathering.SUM, 0));
        found("INDICATOR X 0 SOURCE_NOT_EXPECTED", leaf("X", "甲", Kind.EXPERT, "10", new Given()));
        found("INDICATOR X 0 SOURCE_UNFIT", leaf("X", "甲", Kind.VETO, "0", formula("score")));
        found("INDICATOR X 0 SOURCE_UNFIT", automatic("X", "甲", "10", condition("fit")));
        found("INDICATOR X 0 ADJUSTMENT_MISSING", leaf("X", "甲", Kind.MIXED, "10", formula("score")));
        found("INDICATOR X 0 ADJUSTMENT_NEGATIVE", mixed("X", "甲", "10", "-1", "1", formula("score")));
        found("INDICATOR X 0 CHILDREN_NOT_EXPECTED", group("X", "甲", Kind.AUTOMATIC, "10", Gathering.SUM, 0, expert("Y", "乙", "10")));
        found("INDICATOR Y 0 KIND_INSIDE", group("X", "甲", Kind.GROUP, "10", Gathering.SUM, 0, leaf("Y", "乙", Kind.BONUS, "10", new Given())));
        found("INDICATOR Y 0 CODE_TWICE", group("X", "甲", Kind.GROUP, "20", Gathering.SUM, 0, expert("Y", "乙", "10"), expert("Y", "丙", "10")));
        found("INDICATOR X 0 NAME_MISSING", automatic("X", " ", "10", new Given()));
        found("INDICATOR 一 0 CODE_MALFORMED", automatic("一", "甲", "10", new Given()));
    }

    @Test
    void theWholeIsChecked() {
        var it = ExampleSheets.clinicians();
        is("SHEET  0 EXPERTS_MISSING", false, sheet(List.of(automatic("X", "甲", "10", formula("score"))), it.total().toString(), "100", 2, "2025-12-31"));
        is("SHEET  0 INDICATORS_MISSING", true, sheet(List.of(), "100", "100", 2, "2025-12-31"));
        is("SHEET  0 CUTOFF_MALFORMED", true, sheet(it.indicators(), "100", "100", 2, "2025-02-30"));
        is("SHEET  0 SCALE_OUT_OF_RANGE", true, sheet(it.indicators(), "100", "100", -1, "2025-12-31"));
        is("SHEET  0 TOTAL_NOT_POSITIVE", true, sheet(it.indicators(), "0", "100", 2, "2025-12-31"));
        is("SHEET  0 FINAL_BELOW_TOTAL", false, sheet(it.indicators(), "100", "90", 2, "2025-12-31"));
        is("SHEET  0 CANNOT_REACH", false, sheet(List.of(expert("Y", "乙", "10")), "100", "100", 2, "2025-12-31"));
    }

    @Test
    void aSheetWithoutEndIsNotFollowedToItsEnd() {
        var deep = expert("Y", "乙", "10");
        for (int i = 0; i < 20_000; i++) deep = group("G" + i, "甲", Kind.GROUP, "10", Gathering.SUM, 0, deep);
        found("INDICATOR G19992 0 TOO_DEEP", deep);
        var many = new ArrayList<Indicator>();
        for (int i = 0; i < 501; i++) many.add(expert("E" + i, "甲", "1"));
        is("SHEET  0 TOO_MANY", true, sheet(many, "100", "100", 2, "2025-12-31"));
        found("INDICATOR X 0 TEXT_TOO_LONG", automatic("X", "甲".repeat(300), "10", formula("score")));
    }

    private static Indicator marked(String min, String max, String step) {
        return new Indicator("X", "甲", "X", Kind.EXPERT, n(min), n(max), Optional.of(n(step)), Optional.empty(), Gathering.SUM, 0, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Sheet sheet(List<Indicator> indicators, String total, String finalMax, int scale, String cutoff) {
        return new Sheet("s", 1, "表", "Sheet", Optional.of(cutoff), n(total), n(finalMax), scale, FIELDS, CHARTS, indicators);
    }

    private static Sheet withChart(Chart chart) {
        var charts = new ArrayList<>(CHARTS);
        charts.add(chart);
        return new Sheet("s", 1, "表", "Sheet", Optional.of("2025-12-31"), n("100"), n("100"), 2, FIELDS, charts, List.of(expert("E", "专家", "100")));
    }

    private static Sheet withField(Field field) {
        var fields = new ArrayList<>(FIELDS);
        fields.add(field);
        return new Sheet("s", 1, "表", "Sheet", Optional.of("2025-12-31"), n("100"), n("100"), 2, fields, CHARTS, List.of(expert("E", "专家", "100")));
    }

    private static Sheet around(Indicator indicator) {
        return sheet(List.of(indicator, expert("E", "专家", "90")), "100", "100", 2, "2025-12-31");
    }

    private static void found(String what, Indicator indicator) {
        is(what, true, around(indicator));
    }

    private static void found(String what, Sheet sheet) {
        is(what, true, sheet);
    }

    private static void warned(String what, Indicator indicator) {
        is(what, false, around(indicator));
    }

    private static void none(Indicator indicator) {
        none(around(indicator));
    }

    private static void none(Sheet sheet) {
        assertEquals(List.of(), SheetCheck.check(sheet).findings().stream().filter(Finding::error).toList());
    }

    /** Either the sentence, or part, code, row and what it is. */
    private static void is(String what, boolean error, Sheet sheet) {
        var checked = SheetCheck.check(sheet);
        var said = checked.findings().stream().filter(finding -> finding.error() == error).map(FindingWords::sentence).toList();
        var coded = checked.findings().stream().filter(finding -> finding.error() == error)
                .map(it -> it.place().part() + " " + it.place().code() + " " + it.place().row() + " " + it.code()).toList();
        assertTrue(said.contains(what) || coded.contains(what), () -> what + " is not in " + said + coded);
        assertEquals(checked.compiled().isEmpty(), checked.findings().stream().anyMatch(Finding::error));
    }

    @Test
    void aBandHasTwoEnds() {
        assertEquals(new Band(Optional.of(n("1")), true, Optional.empty(), false, n("2")), band("[1,) 2"));
    }
}
