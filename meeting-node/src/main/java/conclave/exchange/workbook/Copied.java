package conclave.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What stood in an old workbook, cell for cell in a new one: the texts as they were read, nothing that computes. */
final class Copied {

    private final XSSFWorkbook workbook;
    private final Styles styles;

    private Copied(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    static byte[] of(Book book) {
        try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var copied = new Copied(workbook);
            book.pages().forEach(copied::page);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(Book.Page page) {
        var sheet = workbook.createSheet(page.name());
        page.rows().forEach((index, cells) -> {
            var row = sheet.createRow(index);
            cells.forEach((column, cell) -> {
                var text = cell.last().map(Cell::text).orElse(cell.text());
                row.createCell(column).setCellValue(BookWriter.text(text));
                row.getCell(column).setCellStyle(styles.text(BookWriter.executable(text)));
            });
            row.setZeroHeight(page.hiddenRows().contains(index));
        });
        page.hiddenColumns().forEach(column -> sheet.setColumnHidden(column, true));
        page.merged().forEach(it -> merge(sheet, it));
        if (page.hidden() && workbook.getNumberOfSheets() > 1) workbook.setSheetHidden(workbook.getNumberOfSheets() - 1, true);
    }

    /** A damaged file may say of cells twice that they are joined; one cell joined to itself is none. */
    private static void merge(XSSFSheet sheet, Book.Merged it) {
        var region = new CellRangeAddress(it.row(), it.lastRow(), it.column(), it.lastColumn());
        if (region.getNumberOfCells() > 1 && sheet.getMergedRegions().stream().noneMatch(region::intersects)) sheet.addMergedRegion(region);
    }
}
