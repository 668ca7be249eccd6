package conclave.exchange.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.event.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook that goes back to whoever filled it in. */
class MarkedBookTest {

    private static final byte[] SOUND = SheetWorkbook.export(ExampleSheets.engineers());

    @Test
    void whatIsWrongIsRedAndSaysWhy() throws IOException, OpenXML4JException {
        var wrong = Edited.text(Edited.text(SOUND, "指标", "F3", "5分"), "指标", "M3", "projects");
        var findings = SheetWorkbook.load(wrong).findings();
        try (var book = Xlsx.open(SheetWorkbook.marked(wrong, findings).orElseThrow())) {
            var formats = book.getSheet("指标").getSheetConditionalFormatting();
            assertEquals(List.of("F3", "M3"), IntStream.range(0, formats.getNumConditionalFormattings())
                    .mapToObj(i -> formats.getConditionalFormattingAt(i).getFormattingRanges()[0].formatAsString()).toList());
            assertEquals("“5分”不是数字。请只写数字，如 12 或 12.5，不带单位和符号。", book.getSheet("指标").getCellComment(new CellAddress("F3")).getString().getString());
            var list = book.getSheet(Layout.RESULT);
            assertEquals(List.of("1", "错误", "指标", "F3", "5分", "“5分”不是数字。", "请只写数字，如 12 或 12.5，不带单位和符号。", "not-a-number"),
                    IntStream.range(0, 8).mapToObj(i -> list.getRow(1).getCell(i).getStringCellValue()).toList());
            assertEquals("'指标'!F3", list.getRow(1).getCell(3).getHyperlink().getAddress());
            assertEquals("提示", list.getRow(2).getCell(1).getStringCellValue());
        }
    }

    @Test
    void everythingElseStaysAsItWas() {
        var own = Edited.book(Edited.text(SOUND, "指标", "F3", "5分"), book -> {
            book.createSheet("会议记录").createRow(4).createCell(2).setCellValue("3 月 5 日讨论稿");
            Edited.cell(book, "指标", "AC3").setCellValue("=备注");
        });
        var back = SheetWorkbook.marked(own, SheetWorkbook.load(own).findings()).orElseThrow();
        var before = Xlsx.read(own, new Remarks()).orElseThrow().pages();
        var after = Xlsx.read(back, new Remarks()).orElseThrow().pages();
        assertEquals(before, after.subList(0, before.size()));
        assertEquals(Layout.RESULT, after.getLast().name());
    }

    @Test
    void whatComesBackCanBeCheckedAgain() {
        var wrong = Edited.text(Edited.text(SOUND, "指标", "F3", "5分"), "对照表", "I2", "五");
        var once = SheetWorkbook.load(wrong).findings();
        var marked = SheetWorkbook.marked(wrong, once).orElseThrow();
        assertEquals(once, SheetWorkbook.load(marked).findings());
        var twice = SheetWorkbook.marked(marked, once).orElseThrow();
        assertEquals(Xlsx.read(marked, new Remarks()), Xlsx.read(twice, new Remarks()));
        var right = Edited.number(Edited.number(twice, "指标", "F3", 5), "对照表", "I2", 5);
        var loaded = SheetWorkbook.load(right);
        assertEquals(List.of(), loaded.findings());
        assertEquals(ExampleSheets.engineers(), loaded.sheet().orElseThrow());
        var clean = SheetWorkbook.marked(right, loaded.findings()).orElseThrow();
        Edited.book(clean, MarkedBookTest::unmarked);
    }

    private static void unmarked(XSSFWorkbook book) {
        assertEquals(0, book.getSheet("指标").getSheetConditionalFormatting().getNumConditionalFormattings());
        assertNull(book.getSheet("指标").getCellComment(new CellAddress("F3")));
        assertEquals("没有发现问题。", book.getSheet(Layout.RESULT).getRow(1).getCell(5).getStringCellValue());
    }

    @Test
    void cellsSideBySideEachHaveTheirComment() {
        var wrong = SOUND;
        for (var cell : List.of("F3", "G3", "H3", "F4", "Z3", "AA3")) wrong = Edited.text(wrong, "指标", cell, "若干");
        var marked = SheetWorkbook.marked(wrong, SheetWorkbook.load(wrong).findings()).orElseThrow();
        Edited.book(marked, book -> assertEquals(6, book.getSheet("指标").getCellComments().size()));
    }

    @Test
    void aCommentOfSomebodyElseStays() {
        var noted = Edited.book(Edited.text(SOUND, "指标", "F3", "5分"), book -> {
            var comment = book.getSheet("指标").createDrawingPatriarch().createCellComment(book.getCreationHelper().createClientAnchor());
            comment.setAuthor("王处");
            comment.setString("请再核");
            Edited.cell(book, "指标", "F3").setCellComment(comment);
        });
        var marked = SheetWorkbook.marked(noted, SheetWorkbook.load(noted).findings()).orElseThrow();
        Edited.book(marked, book -> assertEquals("请再核", book.getSheet("指标").getCellComment(new CellAddress("F3")).getString().getString()));
    }

    @Test
    void whatLooksLikeACommandIsQuoted() {
        for (var text : List.of("=HYPERLINK(\"x\")", "+1", "-1", "@SUM", "\tx", "＝1", "＋1", "－1", "＠x")) {
            var wrong = Edited.text(SOUND, "指标", "F3", text);
            var marked = SheetWorkbook.marked(wrong, SheetWorkbook.load(wrong).findings()).orElseThrow();
            Edited.book(marked, book -> assertTrue(book.getSheet(Layout.RESULT).getRow(1).getCell(4).getCellStyle().getQuotePrefixed() || text.startsWith("\t"), text));
        }
        var sheet = ExampleSheets.engineers();
        var named = new Sheet(sheet.code(), 1, "=cmd|' /C calc'!A0", "@x", sheet.cutoff(), sheet.total(), sheet.finalMax(), 2, sheet.fields(),
                sheet.charts(), sheet.indicators());
        Edited.book(SheetWorkbook.export(named), book -> {
            var cell = Edited.cell(book, "基本信息", "B4");
            assertEquals(CellType.STRING, cell.getCellType());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
        });
    }
}
