package conclave.report.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.workbook.Cell;
import conclave.exchange.workbook.Workbooks;
import conclave.report.Form;
import conclave.report.Head;
import conclave.report.Part;
import conclave.report.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper that somebody signs: whole, numbered, with its heads, and never with an empty box where a name should be. */
final class PrintedTest {

    private static final List<Head> HEADS = List.of(Head.word("序号", 6), Head.text("姓名", 24), Head.text("工作单位", 40), Head.number("总分", 10));
    /** An ideograph of extension B that hardly a font has, a Uyghur name in its own letters, and Mongolian, which is written downwards. */
    private static final String RARE = "\ud869\uded6";
    private static final String MONGOLIAN = "\u182e\u1823\u1829\u182d\u1823\u182f";
    private static final String UYGHUR = "\u0626\u0627\u062f\u0649\u0644";

    @TempDir
    Path place;

    private static Form form(int rows, String name) {
        var table = new ArrayList<List<Value>>();
        for (int i = 1; i <= rows; i++) table.add(List.of(Value.of(i), Value.of(name), Value.of("新疆某水利工程勘测设计研究院" + i), Value.of(new BigDecimal("82.50"))));
        return new Form("trial", "评审结果汇总表", List.of("会议名称：评审会"), List.of(new Part.Grid("", HEADS, table)), List.of("主任委员（签字）", "日期"), "依据：第1至9行。");
    }

    private static Typefaces types;

    @BeforeAll
    static void theMachineHasItsFonts() throws IOException {
        types = Typefaces.find(Typefaces.PLACES).orElseThrow(() -> new AssertionError("install fonts-wqy-zenhei and fonts-lxgw-wenkai"));
    }

    private static PDDocument read(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    @Test
    void aLongTableHasItsHeadOnEveryPageAndEveryPageItsNumber() throws IOException {
        try (var pdf = read(Paper.of(form(90, "买买提·吐尔逊"), types))) {
            int pages = pdf.getNumberOfPages();
            assertTrue(pages > 2, () -> pages + " pages");
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(pdf);
                assertTrue(text.contains("第 " + page + " 页，共 " + pages + " 页"), text);
                if (text.contains("买买提·吐尔逊")) assertTrue(text.contains("工作单位"), text);
            }
            var whole = new PDFTextStripper().getText(pdf);
            assertEquals(90, whole.split("买买提·吐尔逊", -1).length - 1);
            assertTrue(whole.contains("主任委员（签字）"), whole);
        }
    }

    @Test
    void equalFormsHaveEqualBytes() throws IOException {
        assertArrayEquals(Paper.of(form(3, "张伟"), types), Paper.of(form(3, "张伟"), types));
        assertArrayEquals(FormBook.of(form(3, "张伟")), FormBook.of(form(3, "张伟")));
    }

    @Test
    void aCharacterThatNoFontHasIsMarkedAndCountedAndNeverAnEmptyBox() throws IOException {
        var form = form(2, "古" + MONGOLIAN + "\u0007");
        var printed = Printed.of(List.of(form), Optional.of(types));
        assertEquals(2L * MONGOLIAN.length(), printed.unset().get("trial"));
        try (var pdf = read(printed.files().get("trial.pdf"))) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("古〓〓"));
        }
        assertTrue(types.sets(RARE.codePointAt(0)) || Paper.unset(form(1, RARE), types) == 1);
        assertTrue(Paper.of(form(1, RARE), types).length > 0);
    }

    /** Without a Naskh face on the machine it is marked and counted, with one it is joined; either way no letter is lost in silence. */
    @Test
    void lettersThatJoinAreSetJoinedAndFoundAgainOrMarked() throws IOException {
        var form = form(2, "张 " + UYGHUR + "\u00b7" + UYGHUR + " (1)");
        var pdf = Paper.of(form, types);
        assertArrayEquals(pdf, Paper.of(form, types));
        if (!types.sets(UYGHUR.codePointAt(0))) {
            assertEquals(4L * UYGHUR.length(), Paper.unset(form, types));
            return;
        }
        assertEquals(0, Paper.unset(form, types));
        assertTrue(types.width(UYGHUR, types.script()) < UYGHUR.chars().mapToDouble(c -> types.width(c, types.script())).sum(), "joined, it is narrower");
        assertEquals(List.of("张 ", UYGHUR + "\u00b7" + UYGHUR, " (1)"),
                types.runs("张 " + UYGHUR + "\u00b7" + UYGHUR + " (1)", types.script()).stream().map(Typefaces.Run::text).toList());
        try (var read = read(pdf)) {
            var names = new ArrayList<String>();
            for (var name : read.getPage(0).getResources().getPropertiesNames()) {
                names.add(read.getPage(0).getResources().getProperties(name).getCOSObject().getString(COSName.ACTUAL_TEXT));
            }
            assertEquals(List.of(UYGHUR + "\u00b7" + UYGHUR), names.stream().distinct().toList());
            assertTrue(new PDFTextStripper().getText(read).contains("(1)"));
        }
    }

    @Test
    void aNameThatIsLongerThanAPageGoesOnOverTheNext() throws IOException {
        var name = "很长的名字".repeat(700);
        try (var pdf = read(Paper.of(form(2, name), types))) {
            assertTrue(pdf.getNumberOfPages() > 2);
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertEquals(2 * 700, text.codePoints().filter(c -> c == '很').count());
        }
        assertTrue(Paper.of(form(1, "A".repeat(3000)), types).length > 0);
    }

    @Test
    void withoutAFontThereIsAWorkbookAndNoPaperAndItIsSaid() throws IOException {
        var none = Typefaces.find(List.of(place));
        assertTrue(none.isEmpty());
        var printed = Printed.of(List.of(form(1, "张伟")), none);
        assertTrue(printed.withoutPaper());
        assertEquals(List.of("trial.xlsx"), List.copyOf(printed.files().keySet()));
    }

    @Test
    void aWorkbookHasEveryValueAndNoCellThatRuns() {
        var book = Workbooks.read(FormBook.of(form(2, "=cmd|' /C calc'!A0"))).book().orElseThrow();
        var page = book.pages().getFirst();
        var cells = page.rows().values().stream().flatMap(row -> row.values().stream()).toList();
        assertTrue(cells.stream().noneMatch(cell -> cell.form() == Cell.Form.FORMULA));
        assertEquals(2, cells.stream().filter(cell -> cell.form() == Cell.Form.TEXT && cell.text().startsWith("=cmd")).count());
        assertEquals(2, cells.stream().filter(cell -> cell.form() == Cell.Form.NUMBER && cell.text().equals("82.50")).count());
    }

    @Test
    void tablesOfManyRoomsBecomeOnePageThatCanBeSorted() {
        var parts = new ArrayList<Part>();
        for (int room = 1; room <= 3; room++) {
            parts.add(new Part.Grid("第" + room + "室：签到", HEADS, List.of(List.of(Value.of(1), Value.of("张伟"), Value.of("单位"), Value.of("")))));
            parts.add(new Part.Grid("第" + room + "室：轮次", List.of(Head.text("轮次", 20)), List.of(List.of(Value.of("打分")))));
        }
        var form = new Form("trial", "评审情况表", List.of(), parts, List.of(), "");
        var book = Workbooks.read(FormBook.of(form)).book().orElseThrow();
        assertEquals(List.of("评审情况表", "签到", "轮次"), book.pages().stream().map(page -> page.name()).toList());
        assertEquals("第3室", book.page("签到").orElseThrow().cell(4, 0).text());
    }
}
