package conclave.exchange.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.workbook.Cell.Form;
import conclave.meeting.ExampleSheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Old workbooks say the same as new ones, and what is wrong with them is said in the same words. */
class OldWorkbookTest {

    private static final byte[] OLD = bytes(new HSSFWorkbook(), OldWorkbookTest::fill);

    @Test
    void anOldWorkbookReadsLikeANewOne() {
        assertEquals(Workbooks.read(bytes(new XSSFWorkbook(), OldWorkbookTest::fill)).book().orElseThrow().pages().getFirst().rows().keySet(), page(OLD).rows().keySet());
        for (var file : List.of(OLD, bytes(new XSSFWorkbook(), OldWorkbookTest::fill))) {
            var page = page(file);
            assertEquals(new Cell(Spot.at("申报人", 0, 0), Form.TEXT, "姓名"), page.cell(0, 0));
            assertEquals("阿依古丽·买买提", page.cell(1, 0).text());
            assertEquals(new Cell(Spot.at("申报人", 1, 1), Form.DATE, "1985-07-01"), page.cell(1, 1));
            assertEquals("007", page.cell(1, 2).text());
            assertEquals(Form.FORMULA, page.cell(1, 3).form());
            assertEquals(Optional.of("12.5"), page.cell(1, 3).last().map(Cell::text));
            assertEquals(List.of(2), List.copyOf(page.hiddenRows()));
            assertEquals(List.of(1), List.copyOf(page.hiddenColumns()));
            assertEquals("A5:A6", page.merged().getFirst().words());
        }
    }

    @Test
    void aFormulaThatNobodyComputedHasNoLastValue() {
        var file = bytes(new XSSFWorkbook(), book -> book.createSheet("申报人").createRow(0).createCell(0).setCellFormula("1+1"));
        assertEquals(Optional.empty(), page(file).cell(0, 0).last().filter(it -> !it.text().equals("0")));
    }

    @Test
    void whatIsWrongWithAnOldWorkbookIsSaid() throws IOException {
        assertEquals("macros", said(withEntry(OLD, "_VBA_PROJECT_CUR")));
        assertEquals("not-a-workbook", said(container("WordDocument")));
        assertEquals("protected", said(container("EncryptedPackage")));
        assertEquals("old-excel", said(container("Book")));
        assertEquals("torn", said(Arrays.copyOf(OLD, 700)));
        try {
            Biff8EncryptionKey.setCurrentUserPassword("1234");
            assertEquals("protected", said(bytes(new HSSFWorkbook(), OldWorkbookTest::fill)));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** A record of a few bytes says that 256 cells are blank; a million of them would be 256 million cells. */
    @Test
    void manyBlankCellsInFewBytesAreABomb() throws IOException {
        var records = new byte[6 << 20];
        for (int at = 0; at + 520 <= records.length; at += 520) {
            records[at] = (byte) 0xbe;
            records[at + 2] = 4;
            records[at + 3] = 2;
        }
        try (var system = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            system.createDocument(new java.io.ByteArrayInputStream(records), "Workbook");
            system.writeFilesystem(out);
            assertEquals("bomb", said(out.toByteArray()));
        }
    }

    @Test
    void aFlippedByteOfAnOldWorkbookIsAFindingOrNothing() {
        for (long seed = 0; seed < 400; seed++) {
            var chance = new Random(seed);
            var file = OLD.clone();
            for (int i = 1 + chance.nextInt(6); i > 0; i--) file[chance.nextInt(file.length)] ^= (byte) (1 << chance.nextInt(8));
            var read = Workbooks.read(file);
            assertEquals(read.book().isEmpty(), read.findings().stream().anyMatch(CellFinding::error), "seed " + seed);
        }
    }

    @Test
    void anOldWorkbookComesBackAsANewOneWithItsCellsInRed() {
        var finding = new CellFinding(true, "required", Spot.at("申报人", 1, 0), "", "没有填写。", "请填写。");
        var marked = Workbooks.marked(OLD, List.of(finding)).orElseThrow();
        var book = Workbooks.read(marked).book().orElseThrow();
        assertEquals(List.of("申报人", Layout.RESULT), book.pages().stream().map(Book.Page::name).toList());
        assertEquals("阿依古丽·买买提", book.pages().getFirst().cell(1, 0).text());
        assertEquals("12.5", book.pages().getFirst().cell(1, 3).text());
        assertTrue(Edited.book(marked, it -> assertEquals(1, it.getSheet("申报人").getCellComments().size())).length > 0);
    }

    @Test
    void theFormsOfScoreSheetsAreStillNewWorkbooks() {
        assertEquals("old-excel", SheetWorkbook.load(OLD).findings().getFirst().rule());
        assertEquals(List.of(), SheetWorkbook.load(SheetWorkbook.export(ExampleSheets.engineers())).findings());
    }

    private static void fill(Workbook book) {
        var sheet = book.createSheet("申报人");
        sheet.createRow(0).createCell(0).setCellValue("姓名");
        var row = sheet.createRow(1);
        row.createCell(0).setCellValue("阿依古丽·买买提 ");
        row.createCell(1).setCellValue(LocalDate.of(1985, 7, 1));
        style(book, sheet, 1, "yyyy-mm-dd");
        row.createCell(2).setCellValue(7);
        style(book, sheet, 2, "000");
        row.createCell(3).setCellFormula("10+2.5");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheet.createRow(2).createCell(0).setCellValue("隐藏的人");
        sheet.getRow(2).setZeroHeight(true);
        sheet.setColumnHidden(1, true);
        sheet.addMergedRegion(CellRangeAddress.valueOf("A5:A6"));
    }

    private static void style(Workbook book, Sheet sheet, int column, String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        sheet.getRow(1).getCell(column).setCellStyle(style);
    }

    private static Book.Page page(byte[] file) {
        return Workbooks.read(file).book().orElseThrow().pages().getFirst();
    }

    private static String said(byte[] file) {
        var read = Workbooks.read(file);
        assertTrue(read.book().isEmpty());
        return read.findings().getFirst().rule();
    }

    private static byte[] bytes(Workbook workbook, Consumer<Workbook> fill) {
        try (workbook; var out = new ByteArrayOutputStream()) {
            fill.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] withEntry(byte[] file, String name) throws IOException {
        try (var system = new POIFSFileSystem(new java.io.ByteArrayInputStream(file)); var out = new ByteArrayOutputStream()) {
            system.createDirectory(name);
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] container(String name) throws IOException {
        try (var system = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            system.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), name);
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
