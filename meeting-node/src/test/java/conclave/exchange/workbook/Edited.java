package conclave.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as somebody changes it by hand. */
final class Edited {

    private Edited() {
    }

    static byte[] book(byte[] file, Consumer<XSSFWorkbook> edit) {
        try (var workbook = Xlsx.open(file); var out = new ByteArrayOutputStream()) {
            edit.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException | OpenXML4JException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] text(byte[] file, String page, String cell, String value) {
        return book(file, workbook -> cell(workbook, page, cell).setCellValue(value));
    }

    static byte[] number(byte[] file, String page, String cell, int value) {
        return book(file, workbook -> cell(workbook, page, cell).setCellValue(value));
    }

    static byte[] blank(byte[] file, String page, String cell) {
        return book(file, workbook -> cell(workbook, page, cell).setBlank());
    }

    static XSSFCell cell(XSSFWorkbook workbook, String page, String cell) {
        var at = new CellReference(cell);
        var sheet = workbook.getSheet(page);
        var row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getCol()) == null ? row.createCell(at.getCol()) : row.getCell(at.getCol());
    }

    /** rule sheet!cell, errors only. */
    static List<String> errors(byte[] file) {
        return said(SheetWorkbook.load(file).findings(), true);
    }

    static List<String> said(List<CellFinding> findings, boolean errors) {
        return findings.stream().filter(it -> it.error() == errors).map(it -> it.rule() + " " + it.spot().page() + "!" + it.spot().cell()).toList();
    }
}
