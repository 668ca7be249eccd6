package conclave.exchange.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/** What people do to a form by mistake: each time a finding with its cell. */
class BadCellsTest {

    /** 指标: row 2 is A1, 3 A1.1, 4 A1.2, 5 A1.3, 6 A2, 7 A3; columns: A 编号, B 上级, E 类别, F 满分, J 汇总方式, L 来源, R 计分式. */
    private static final byte[] SOUND = SheetWorkbook.export(ExampleSheets.engineers());

    @Test
    void theExampleIsSound() {
        assertEquals(List.of(), SheetWorkbook.load(SOUND).findings());
    }

    @Test
    void wordsWhereANumberBelongs() {
        found("not-a-number 指标!F3", Edited.text(SOUND, "指标", "F3", "5分"));
        found("not-a-number 对照表!I2", Edited.text(SOUND, "对照表", "I2", "五"));
        found("not-a-number 基本信息!B7", Edited.text(SOUND, "基本信息", "B7", "1e9"));
        found("not-whole 指标!K6", Edited.text(SOUND, "指标", "K6", "1.5"));
        found("required 指标!F3", Edited.blank(SOUND, "指标", "F3"));
        found("required 基本信息!B2", Edited.blank(SOUND, "基本信息", "B2"));
        found("not-a-word 指标!E3", Edited.text(SOUND, "指标", "E3", "自动"));
        found("cutoff-malformed 基本信息!B6", Edited.text(SOUND, "基本信息", "B6", "去年年底"));
    }

    @Test
    void whatIsMeantIsReadAndSaid() {
        var loaded = SheetWorkbook.load(Edited.text(SOUND, "指标", "F3", " 5 "));
        assertEquals(List.of("number-as-text 指标!F3"), Edited.said(loaded.findings(), false));
        assertEquals(ExampleSheets.engineers(), loaded.sheet().orElseThrow());
        assertEquals(ExampleSheets.engineers(), SheetWorkbook.load(Edited.text(SOUND, "基本信息", "B6", "2025年12月31日")).sheet().orElseThrow());
        assertEquals(ExampleSheets.engineers(), SheetWorkbook.load(Edited.text(SOUND, "指标", "A3", " A1.1　")).sheet().orElseThrow());
        var percent = SheetWorkbook.load(Edited.book(SOUND, book -> {
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("0%"));
            Edited.cell(book, "对照表", "I2").setCellStyle(style);
        }));
        assertTrue(Edited.said(percent.findings(), false).contains("percent 对照表!I2"), percent::toString);
    }

    /** The library looks for the first cell of an array, and that one for itself; and what a shared one says it would parse, however deep. */
    @Test
    void formulasThatBeginNowhere() {
        found("formula 指标!F3", edited(book -> formula(book, "F4", STCellFormulaType.ARRAY, "1+1")));
        found("formula 指标!F4", edited(book -> {
            formula(book, "F3", STCellFormulaType.SHARED, "(".repeat(8000) + "1" + ")".repeat(8000));
            formula(book, "F4", STCellFormulaType.SHARED, "");
        }));
    }

    private static void formula(XSSFWorkbook book, String cell, STCellFormulaType.Enum type, String text) {
        var formula = Edited.cell(book, "指标", cell).getCTCell().addNewF();
        formula.setT(type);
        formula.setSi(0);
        formula.setStringValue(text);
        if (!text.isEmpty()) formula.setRef("F3:F4");
    }

    @Test
    void formulasAndErrorsOfExcel() {
        found("formula 指标!F3", edited(book -> Edited.cell(book, "指标", "F3").setCellFormula("2+3")));
        found("formula 指标!R4", edited(book -> Edited.cell(book, "指标", "R4").setCellFormula("SUM(F3:F5)")));
        found("cell-error 对照表!I3", edited(book -> Edited.cell(book, "对照表", "I3").setCellErrorValue((byte) 42)));
    }

    @Test
    void whatIsHiddenDoesNotCountInSecret() {
        found("row-hidden 指标!A4", edited(book -> book.getSheet("指标").getRow(3).setZeroHeight(true)));
        found("column-hidden 指标!F1", edited(book -> book.getSheet("指标").setColumnHidden(5, true)));
        found("page-hidden 对照表!", edited(book -> book.setSheetHidden(book.getSheetIndex("对照表"), true)));
        var other = SheetWorkbook.load(edited(book -> {
            book.createSheet("旧稿");
            book.setSheetHidden(book.getSheetIndex("旧稿"), true);
        }));
        assertEquals(List.of("other-page-hidden 旧稿!"), Edited.said(other.findings(), false));
        assertTrue(other.compiled().isPresent());
    }

    @Test
    void cellsThatWereMerged() {
        found("merged 指标!B3", edited(book -> book.getSheet("指标").addMergedRegion(CellRangeAddress.valueOf("B3:B5"))));
        assertEquals(List.of(), Edited.errors(edited(book -> book.getSheet("指标").addMergedRegion(CellRangeAddress.valueOf("AM3:AN5")))));
    }

    @Test
    void headingsAreKnownByTheirWords() {
        found("heading-missing 指标!", Edited.text(SOUND, "指标", "F1", "分数"));
        found("heading-twice 指标!H1", Edited.text(SOUND, "指标", "H1", "满分"));
        found("page-missing !", edited(book -> book.removeSheetAt(book.getSheetIndex("对照表"))));
        var moved = edited(book -> {
            var page = book.getSheet("指标");
            page.shiftColumns(0, 27, 1);
            page.shiftRows(0, page.getLastRowNum(), 2);
            Edited.cell(book, "指标", "A1").setCellValue("某厅评审用表");
            Edited.cell(book, "指标", "A3").setCellValue("备注");
        });
        var loaded = SheetWorkbook.load(moved);
        assertEquals(List.of("heading-unknown 指标!A3"), Edited.said(loaded.findings(), false));
        assertEquals(ExampleSheets.engineers(), loaded.sheet().orElseThrow());
    }

    @Test
    void parentsThatGoRoundInACircle() {
        var circle = Edited.text(Edited.text(SOUND, "指标", "B2", "A2"), "指标", "B6", "A1");
        assertEquals(List.of("parent-cycle 指标!B2", "parent-cycle 指标!B6"), Edited.errors(circle));
        assertTrue(SheetWorkbook.load(circle).findings().getFirst().what().contains("A1 → A2 → A1"));
        found("parent-cycle 指标!B6", Edited.text(SOUND, "指标", "B6", "A2"));
        found("parent-unknown 指标!B6", Edited.text(SOUND, "指标", "B6", "A9"));
        found("refers-to-indicator 指标!R4", Edited.text(SOUND, "指标", "R4", "专家评议 + 1"));
    }

    @Test
    void bandsThatOverlapOrLeaveAGap() {
        // 对照表 rows 6 to 9: 任职年限分 [5,8) [8,10) [10,15) [15,).
        found("bands-overlap 对照表!E7", Edited.number(SOUND, "对照表", "E7", 7));
        found("bands-overlap 对照表!E7", Edited.text(SOUND, "对照表", "H6", "含"));
        found("bands-gap 对照表!E7", Edited.text(SOUND, "对照表", "F7", "不含"));
        found("end-unsaid 对照表!H6", Edited.blank(SOUND, "对照表", "H6"));
        found("chart-apart 对照表!A8", Edited.text(SOUND, "对照表", "A7", "other"));
    }

    @Test
    void whatDoesNotReachOrIsNotKnown() {
        var loaded = SheetWorkbook.load(Edited.number(SOUND, "指标", "F2", 20));
        assertTrue(Edited.said(loaded.findings(), false).contains("cannot-reach 指标!F2"), loaded::toString);
        assertEquals("20", loaded.findings().stream().filter(it -> it.rule().equals("cannot-reach")).findFirst().orElseThrow().value());
        found("unknown-field 指标!O3", Edited.text(SOUND, "指标", "N3", "degre"));
        found("unknown-chart 指标!O3", Edited.text(SOUND, "指标", "O3", "没有的表"));
        found("unknown-list 指标!M6", Edited.text(SOUND, "指标", "M6", "没有的列表"));
        found("code-twice 指标!A5", Edited.text(SOUND, "指标", "A5", "A1.2"));
        found("indicator-unknown 分项封顶!A2", Edited.text(SOUND, "分项封顶", "A2", "A99"));
        found("list-unknown 事实字段!F12", Edited.text(SOUND, "事实字段", "F12", "没有"));
        found("choices-malformed 事实字段!E2", Edited.text(SOUND, "事实字段", "E2", "\"博士；硕士"));
        found("chart-misses 指标!O3", Edited.text(SOUND, "事实字段", "E2", "博士；硕士；本科；专科；中专"));
    }

    @Test
    void whatDoesNotCountIsSaid() {
        var loaded = SheetWorkbook.load(Edited.text(SOUND, "指标", "M3", "projects"));
        assertEquals(List.of("unused 指标!M3"), Edited.said(loaded.findings(), false));
    }

    @Test
    void oneSlipIsOneFinding() {
        assertEquals(List.of("not-a-number 指标!F3"), Edited.errors(Edited.text(SOUND, "指标", "F3", "5分")));
        assertEquals(List.of("not-a-word 事实字段!C2"), Edited.errors(Edited.text(SOUND, "事实字段", "C2", "选择")));
        assertEquals(List.of("not-a-number 对照表!I2"), Edited.errors(Edited.text(SOUND, "对照表", "I2", "五")));
    }

    @Test
    void slipsInDifferentPlacesAreAllFoundAtOnce() {
        var file = Edited.text(Edited.text(Edited.text(SOUND, "对照表", "I2", "五"), "指标", "R4", "tenure(没有的字段)"), "指标", "F3", "5分");
        assertEquals(List.of("expression 指标!R4", "not-a-number 对照表!I2", "not-a-number 指标!F3"), Edited.errors(file).stream().sorted().toList());
    }

    @Test
    void everyFindingIsTwoSentences() {
        for (var rule : Rule.values()) {
            var finding = rule.at(true, Spot.FILE, "", "1", "2");
            assertTrue(finding.what().endsWith("。") && finding.fix().endsWith("。"), rule::name);
            assertTrue(!finding.sentence().contains("{"), rule::name);
        }
    }

    @Test
    void anythingInAnyCellIsAFindingOrASheet() {
        var words = List.of("", " ", "=1+1", "-5", "9999999999999999", "1E400", "A1", "A1.1", "含", "是", "自动量化赋分", "专家评分", "列表", "选项", "按列表计分", "条件",
                "degree", "学位", "projects", "if(", "((((((((((", "\"", "；", "2025-12-31", "\u0000\u0001", "\ud83d", "𠮷", "择优", "按权重", "分段", "其他", "0.0000001");
        for (long seed = 0; seed < 100; seed++) {
            var chance = new Random(seed);
            var file = edited(book -> {
                for (int i = 1 + chance.nextInt(12); i > 0; i--) scribble(book, chance, words);
            });
            var loaded = SheetWorkbook.load(file);
            var said = "seed " + seed;
            assertEquals(loaded.compiled().isPresent(), loaded.findings().stream().noneMatch(CellFinding::error), said);
            if (seed % 4 == 0) assertTrue(SheetWorkbook.marked(file, loaded.findings()).isPresent(), said);
        }
    }

    private static void scribble(XSSFWorkbook book, Random chance, List<String> words) {
        var page = book.getSheet(Layout.PAGES.get(chance.nextInt(Layout.PAGES.size())).page());
        var row = page.getRow(chance.nextInt(page.getLastRowNum() + 1));
        if (row == null) return;
        var cell = row.getCell(chance.nextInt(28), MissingCellPolicy.CREATE_NULL_AS_BLANK);
        switch (chance.nextInt(8)) {
            case 0 -> cell.setCellValue(chance.nextDouble() * Math.pow(10, chance.nextInt(40) - 10));
            case 1 -> cell.setCellValue(chance.nextBoolean());
            case 2 -> cell.setCellFormula("1/0");
            case 3 -> cell.setBlank();
            case 4 -> row.setZeroHeight(chance.nextInt(4) == 0);
            default -> cell.setCellValue(words.get(chance.nextInt(words.size())));
        }
    }

    private static byte[] edited(Consumer<XSSFWorkbook> edit) {
        return Edited.book(SOUND, edit);
    }

    private static void found(String finding, byte[] file) {
        var errors = Edited.errors(file);
        assertTrue(errors.contains(finding), errors::toString);
        assertTrue(SheetWorkbook.load(file).compiled().isEmpty());
    }
}
