package conclave.exchange.workbook;

import conclave.exchange.workbook.Book.Merged;
import conclave.exchange.workbook.Book.Page;
import conclave.exchange.workbook.Cell.Form;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;

/** From the library's workbook, new or old, to plain cells. No formula is ever computed, no link followed. */
final class Pages {

    private static final int COLUMNS = 300;
    /** 001 as the cell shows it: an office sees the noughts and means them. */
    private static final Pattern NOUGHTS = Pattern.compile("0{2,20}");

    private final int most;

    private Pages(int most) {
        this.most = most;
    }

    /** @param most so many rows of a page are read; one that goes on says so */
    static Book of(Workbook workbook, int most) {
        var reading = new Pages(most);
        var pages = new ArrayList<Page>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            pages.add(reading.page(workbook.getSheetAt(i), workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE));
        }
        return new Book(pages);
    }

    private Page page(Sheet sheet, boolean hidden) {
        var rows = new TreeMap<Integer, SortedMap<Integer, Cell>>();
        var hiddenRows = new TreeSet<Integer>();
        var columns = new TreeSet<Integer>();
        var cutShort = false;
        for (var row : sheet) {
            var cells = cells(sheet.getSheetName(), row);
            if (cells.isEmpty()) continue;
            if (rows.size() == most) {
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

    private static TreeMap<Integer, Cell> cells(String page, Row row) {
        var cells = new TreeMap<Integer, Cell>();
        for (var each : row) {
            if (each.getColumnIndex() >= COLUMNS) break;
            var cell = cell(Spot.at(page, row.getRowNum(), each.getColumnIndex()), each);
            if (!cell.blank()) cells.put(each.getColumnIndex(), cell);
        }
        return cells;
    }

    private static Cell cell(Spot spot, org.apache.poi.ss.usermodel.Cell cell) {
        if (cell.getCellType() != CellType.FORMULA) return value(spot, cell, cell.getCellType());
        var last = value(spot, cell, cell.getCachedFormulaResultType());
        return new Cell(spot, Form.FORMULA, "=" + formula(cell), last.blank() ? Optional.empty() : Optional.of(last));
    }

    private static Cell value(Spot spot, org.apache.poi.ss.usermodel.Cell cell, CellType type) {
        return switch (type) {
            case STRING -> new Cell(spot, Form.TEXT, Figures.tidy(cell.getStringCellValue()));
            case NUMERIC -> number(spot, cell);
            case BOOLEAN -> new Cell(spot, Form.FLAG, cell.getBooleanCellValue() ? "是" : "否");
            case ERROR -> new Cell(spot, Form.ERROR, FormulaError.forInt(cell.getErrorCellValue()).getString());
            case FORMULA, BLANK, _NONE -> new Cell(spot, Form.BLANK, "");
        };
    }

    /**
     * As it is written there: the library would go and look for where an array or a shared formula begins, and may never come back.
     * In old workbooks formulas are kept as a program for the library to decipher, so there it is not asked.
     */
    private static String formula(org.apache.poi.ss.usermodel.Cell cell) {
        return cell instanceof XSSFCell it && it.getCTCell().isSetF() ? it.getCTCell().getF().getStringValue() : "";
    }

    private static Cell number(Spot spot, org.apache.poi.ss.usermodel.Cell cell) {
        var raw = cell instanceof XSSFCell it ? it.getRawValue() : Double.toString(cell.getNumericCellValue());
        // A formula that was never computed has no value at all.
        if (raw == null || raw.isEmpty()) return new Cell(spot, Form.BLANK, "");
        var format = cell.getCellStyle().getDataFormatString();
        if (DateUtil.isCellDateFormatted(cell)) {
            var moment = cell.getLocalDateTimeCellValue();
            if (moment != null) return new Cell(spot, Form.DATE, moment.toLocalDate().toString());
        }
        var plain = Figures.plain(raw, format);
        var shown = format != null && NOUGHTS.matcher(format).matches() && plain.matches("[0-9]+") && plain.length() < format.length();
        return new Cell(spot, format != null && format.contains("%") ? Form.PERCENT : Form.NUMBER,
                shown ? "0".repeat(format.length() - plain.length()) + plain : plain);
    }
}
