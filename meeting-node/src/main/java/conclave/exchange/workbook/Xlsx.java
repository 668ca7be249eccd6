package conclave.exchange.workbook;

import conclave.exchange.workbook.Book.Merged;
import conclave.exchange.workbook.Book.Page;
import conclave.exchange.workbook.Cell.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.util.IOUtils;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbook files, opened after they were vetted. No formula is ever computed, no link followed. */
final class Xlsx {

    /** More rows than a form or a trial has; a page that goes on is read so far and says so. */
    static final int ROWS = 5000;
    private static final int COLUMNS = 300;

    static {
        ZipSecureFile.setMinInflateRatio(0.001);
        ZipSecureFile.setMaxEntrySize(Vetting.UNPACKED);
        ZipSecureFile.setMaxTextSize(Vetting.UNPACKED);
        ZipSecureFile.setMaxFileCount(Vetting.PARTS);
        IOUtils.setByteArrayMaxOverride(Vetting.UNPACKED);
    }

    private Xlsx() {
    }

    /** The cells, or the one reason why there are none. */
    static Optional<Book> read(byte[] file, Remarks remarks) {
        var trouble = Vetting.trouble(file);
        if (trouble.isPresent()) {
            remarks.add(trouble.get());
            return Optional.empty();
        }
        try (var workbook = open(file)) {
            return Optional.of(book(workbook));
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            // Whatever a damaged workbook makes the library throw, it says the same to people.
            remarks.error(Rule.TORN, Spot.FILE, "");
            return Optional.empty();
        }
    }

    static XSSFWorkbook open(byte[] file) throws IOException, OpenXML4JException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static Book book(XSSFWorkbook workbook) {
        var pages = new ArrayList<Page>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            pages.add(page(workbook.getSheetAt(i), workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE));
        }
        return new Book(pages);
    }

    private static Page page(XSSFSheet sheet, boolean hidden) {
        var rows = new TreeMap<Integer, SortedMap<Integer, Cell>>();
        var hiddenRows = new TreeSet<Integer>();
        var columns = new TreeSet<Integer>();
        var cutShort = false;
        for (var row : sheet) {
            var cells = cells(sheet.getSheetName(), (XSSFRow) row);
            if (cells.isEmpty()) continue;
            if (rows.size() == ROWS) {
                cutShort = true;
                break;
            }
            rows.put(row.getRowNum(), cells);
            columns.addAll(cells.keySet());
            if (row.getZeroHeight() || row.getHeight() == 0) hiddenRows.add(row.getRowNum());
        }
        columns.removeIf(column -> !sheet.isColumnHidden(column) && sheet.getColumnWidth(column) > 0);
        var merged = sheet.getMergedRegions().stream()
                .map(it -> new Merged(it.getFirstRow(), it.getFirstColumn(), it.getLastRow(), it.getLastColumn())).toList();
        return new Page(sheet.getSheetName(), hidden, rows, hiddenRows, columns, merged, cutShort);
    }

    private static TreeMap<Integer, Cell> cells(String page, XSSFRow row) {
        var cells = new TreeMap<Integer, Cell>();
        for (var each : row) {
            if (each.getColumnIndex() >= COLUMNS) break;
            var cell = cell(Spot.at(page, row.getRowNum(), each.getColumnIndex()), (XSSFCell) each);
            if (!cell.blank()) cells.put(each.getColumnIndex(), cell);
        }
        return cells;
    }

    private static Cell cell(Spot spot, XSSFCell cell) {
        return switch (cell.getCellType()) {
            case STRING -> new Cell(spot, Form.TEXT, Figures.tidy(cell.getStringCellValue()));
            case NUMERIC -> number(spot, cell);
            case BOOLEAN -> new Cell(spot, Form.FLAG, cell.getBooleanCellValue() ? "是" : "否");
            case FORMULA -> new Cell(spot, Form.FORMULA, "=" + formula(cell));
            case ERROR -> new Cell(spot, Form.ERROR, FormulaError.forInt(cell.getErrorCellValue()).getString());
            case BLANK, _NONE -> new Cell(spot, Form.BLANK, "");
        };
    }

    /** As it is written there: the library would go and look for where an array or a shared formula begins, and may never come back. */
    private static String formula(XSSFCell cell) {
        return cell.getCTCell().isSetF() ? cell.getCTCell().getF().getStringValue() : "";
    }

    private static Cell number(Spot spot, XSSFCell cell) {
        var format = cell.getCellStyle().getDataFormatString();
        if (DateUtil.isCellDateFormatted(cell)) {
            var moment = cell.getLocalDateTimeCellValue();
            if (moment != null) return new Cell(spot, Form.DATE, moment.toLocalDate().toString());
        }
        return new Cell(spot, format != null && format.contains("%") ? Form.PERCENT : Form.NUMBER, Figures.plain(cell.getRawValue(), format));
    }
}
