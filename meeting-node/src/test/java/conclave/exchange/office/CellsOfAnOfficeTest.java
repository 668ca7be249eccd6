package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Applicant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tired people and Excel do to cells: each has its own word, with the cell. Columns: A 编号, B 姓名, D 出生, G 证件, H 手机, P 取得日期, R 职称. */
class CellsOfAnOfficeTest {

    @TempDir
    private Path workshop;

    @Test
    void anIdentityNumberThatExcelRoundedIsLost() throws IOException {
        error("id-rounded 申报人.xlsx 申报人!G3", it -> it.says("G3", 659985198507010012d));
        error("id-rounded 申报人.xlsx 申报人!G3", it -> it.says("G3", "659985198507010000"));
        error("id-rounded 申报人.xlsx 申报人!G3", it -> it.says("G3", "6.59985E+17"));
    }

    @Test
    void anIdentityNumberIsHeldAgainstEverythingElse() throws IOException {
        error("id-malformed 申报人.xlsx 申报人!G3", it -> it.says("G3", "6599851985070100"));
        error("id-twice 申报人.xlsx 申报人!G4", it -> it.says("G4", Desk.ID_ONE).says("D4", "1985-07-01").says("C4", "男"));
        warning("id-check 申报人.xlsx 申报人!G3", it -> it.says("G3", "659985198507010013"));
        warning("id-short 申报人.xlsx 申报人!G3", it -> it.says("G3", "659985850701001"));
        warning("id-birth 申报人.xlsx 申报人!D3", it -> it.says("D3", "1985-07-02"));
        warning("id-sex 申报人.xlsx 申报人!C3", it -> it.says("C3", "女"));
        assertEquals("H12345678", first(it -> it.says("F3", "护照").says("G3", "H12345678")).idNumber());
    }

    @Test
    void telephoneNumbers() throws IOException {
        error("phone-lost 申报人.xlsx 申报人!H3", it -> it.says("H3", "1.39E+10"));
        warning("phone-odd 申报人.xlsx 申报人!H3", it -> it.says("H3", "1390000"));
        assertEquals("13900000009", first(it -> it.says("H3", 13900000009d)).phone());
        assertEquals("13900000009", first(it -> it.says("H3", "+86 139-0000-0009")).phone());
    }

    @Test
    void namesAsPeopleAlignThem() throws IOException {
        warning("name-spaces 申报人.xlsx 申报人!B3", it -> it.says("B3", "张　 伟"));
        assertEquals("张伟", first(it -> it.says("B3", " 张　 伟 ")).name());
        warning("name-dot 申报人.xlsx 申报人!B3", it -> it.says("B3", "张伟•买买提"));
        assertEquals("张伟·买买提", first(it -> it.says("B3", "张伟 ． 买买提").scan("A-001/身份证.pdf")).name());
        warning("name-odd 申报人.xlsx 申报人!B3", it -> it.says("B3", "张伟（原名张三）"));
        warning("invisible 申报人.xlsx 申报人!B3", it -> it.says("B3", "张\u200b伟"));
    }

    @Test
    void daysAsPeopleWriteThem() throws IOException {
        warning("date-month 申报人.xlsx 申报人!P3", it -> it.says("P3", "2014.07"));
        assertEquals(LocalDate.of(2014, 7, 1), first(it -> it.says("P3", "2014年7月")).currentTitleDate());
        assertEquals(LocalDate.of(2014, 7, 9), first(it -> it.says("P3", "20140709")).currentTitleDate());
        assertEquals(LocalDate.of(2014, 7, 9), first(it -> it.says("P3", "２０１４/7/9")).currentTitleDate());
        warning("full-width 申报人.xlsx 申报人!P3", it -> it.says("P3", "２０１４/7/9"));
        error("date-ambiguous 申报人.xlsx 申报人!P3", it -> it.says("P3", 2014.1));
        error("date-ambiguous 申报人.xlsx 申报人!P3", it -> it.says("P3", "2014.1"));
        error("date-serial 申报人.xlsx 申报人!P3", it -> it.says("P3", 41821));
        error("date-malformed 申报人.xlsx 申报人!P3", it -> it.says("P3", "2014-02-30"));
        error("date-far 申报人.xlsx 申报人!P3", it -> it.says("P3", "1814-07-01"));
        assertEquals(LocalDate.of(1985, 7, 1), first(it -> it.says("D3", 1985.07)).birth());
    }

    @Test
    void theIdentityNumberKnowsWhichMonthExcelShortened() throws IOException {
        assertEquals(LocalDate.of(1985, 10, 8), first(it -> it.says("D3", 1985.1).says("G3", valid("65998519851008001"))).birth());
    }

    @Test
    void formulasCountAsTheyWereSaved() throws IOException {
        warning("formula-taken 申报人.xlsx 申报人!R3", it -> it.edit("申报人.xlsx", book -> {
            Desk.cell(book, "申报人", "R3").setCellFormula("\"高级\"&\"工程师\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));
        error("formula-empty 申报人.xlsx 申报人!R3", it -> it.edit("申报人.xlsx", book -> {
            Desk.cell(book, "申报人", "R3").setBlank();
            Desk.cell(book, "申报人", "R3").setCellFormula("A1&B1");
        }));
        error("cell-error 申报人.xlsx 申报人!R3", it -> it.edit("申报人.xlsx", book -> Desk.cell(book, "申报人", "R3").setCellErrorValue((byte) 42)));
    }

    @Test
    void codesAndLeadingNoughts() throws IOException {
        error("zeros-lost 申报人.xlsx 申报人!A4", it -> it.says("A3", "007").says("A4", 8).scan("007/表.pdf"));
        error("code-malformed 申报人.xlsx 申报人!A3", it -> it.says("A3", "甲一"));
        error("code-twice 申报人.xlsx 申报人!A4", it -> it.says("A4", "A-001"));
        warning("code-given 申报人.xlsx 申报人!B4", it -> it.edit("申报人.xlsx", book -> Desk.cell(book, "申报人", "A4").setBlank()));
    }

    @Test
    void whatIsHiddenOrJoinedDoesNotCountInSecret() throws IOException {
        error("row-hidden 申报人.xlsx 申报人!A4", edited(book -> book.getSheet("申报人").getRow(3).setZeroHeight(true)));
        error("column-hidden 申报人.xlsx 申报人!I1", edited(book -> book.getSheet("申报人").setColumnHidden(8, true)));
        error("page-hidden 申报人.xlsx 申报人!", edited(book -> book.setSheetHidden(book.getSheetIndex("申报人"), true)));
        error("merged 申报人.xlsx 申报人!B3", edited(book -> book.getSheet("申报人").addMergedRegion(CellRangeAddress.valueOf("B3:B4"))));
        warning("merged-taken 申报人.xlsx 申报人!I3", edited(book -> {
            Desk.cell(book, "申报人", "I4").setBlank();
            book.getSheet("申报人").addMergedRegion(CellRangeAddress.valueOf("I3:I4"));
        }));
        error("too-many-joined 申报人.xlsx 申报人!", edited(book -> {
            for (int i = 0; i <= Tables.MOST_JOINED; i++) book.getSheet("申报人").addMergedRegionUnsafe(new CellRangeAddress(100 + i, 100 + i, 0, 1));
        }));
        warning("row-left-out 申报人.xlsx 申报人!A6", it -> it.says("A6", "填表人：李四"));
    }

    @Test
    void wordsThatAreNotInTheDictionary() throws IOException {
        error("word-unknown 申报人.xlsx 申报人!E3", it -> it.says("E3", "维吾族"));
        error("room-unknown 申报人.xlsx 申报人!S3", it -> it.says("S3", "R09"));
        error("room-open 申报人.xlsx 申报人!Q3", it -> it.says("Q3", "园林"));
        error("word-unknown 评委.xlsx 评委!D3", it -> it.edit("评委.xlsx", book -> Desk.set(book, "评委", "D3", "评委；副组长")));
        error("required 申报人.xlsx 申报人!A3", edited(book -> Desk.cell(book, "申报人", "J3").setBlank()));
        error("mode-unknown 会议.xlsx 会议!B14", it -> it.drop("mode.json").edit("会议.xlsx", book -> Desk.set(book, "会议", "B14", "随便")));
    }

    @Test
    void everySlipIsThreeSentences() {
        for (var slip : Slip.values()) {
            var said = slip.at(true, "表.xlsx", conclave.exchange.workbook.Spot.FILE, "", "甲。", "乙。", "C.");
            assertTrue(said.finding().what().endsWith("。") && said.finding().fix().endsWith("。") && said.english().endsWith("."), slip::name);
            assertTrue(!said.sentence().contains("{"), slip::name);
        }
    }

    @FunctionalInterface
    private interface Change {
        Desk on(Desk desk) throws IOException;
    }

    private static Change edited(Consumer<Workbook> edit) {
        return it -> it.edit("申报人.xlsx", edit);
    }

    private Gathering.Gathered gathered(Change change) throws IOException {
        return change.on(Desk.of(workshop.resolve("d" + System.nanoTime()))).gather();
    }

    private void error(String finding, Change change) throws IOException {
        var gathered = gathered(change);
        var errors = Desk.said(gathered, true);
        assertTrue(errors.contains(finding), () -> finding + " not in " + errors);
        assertTrue(gathered.meeting().isEmpty());
    }

    private void warning(String finding, Change change) throws IOException {
        var gathered = gathered(change);
        assertTrue(Desk.said(gathered, false).contains(finding), () -> finding + " not in " + Desk.said(gathered, false) + Desk.said(gathered, true));
    }

    private Applicant first(Change change) throws IOException {
        var gathered = gathered(change);
        return gathered.meeting().orElseThrow(() -> new AssertionError(Desk.said(gathered, true))).applicants().getFirst();
    }

    private static String valid(String seventeen) {
        return seventeen + conclave.exchange.IdNumber.checkCharacter(seventeen);
    }
}
