package conclave.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks that people fill in: headings that stay in sight, drop-down lists, pages that print as they are. No cell is ever a formula. */
final class BookWriter {

    private static final int GUIDE_WIDTH = 74;
    /** What is wider prints on two large sheets side by side. */
    private static final int WIDEST = 220;
    /** What a spreadsheet would take for the beginning of a formula, or of a command that it once knew. */
    private static final Pattern EXECUTABLE = Pattern.compile("(?s)[=+\\-@\\t\\r\\n|＝＋－＠﹣﹢].*");
    /** How the file format writes characters that XML cannot hold; text that looks like it is escaped, not meant. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final CellRows cells = new CellRows(styles);

    static byte[] write(String guideTitle, List<String> guide, List<Written> pages) {
        var writer = new BookWriter();
        writer.guide(guideTitle, guide);
        pages.forEach(writer::page);
        return writer.bytes();
    }

    private byte[] bytes() {
        try (workbook; var out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void guide(String title, List<String> lines) {
        var sheet = workbook.createSheet(Layout.GUIDE);
        sheet.setColumnWidth(0, GUIDE_WIDTH * 256);
        sheet.setDisplayGridlines(false);
        var first = sheet.createRow(0).createCell(0);
        first.setCellValue(title);
        first.setCellStyle(styles.title());
        first.getRow().setHeightInPoints(30);
        for (int i = 0; i < lines.size(); i++) {
            var cell = sheet.createRow(i + 1).createCell(0);
            cell.setCellValue(lines.get(i));
            cell.setCellStyle(lines.get(i).startsWith("　") ? styles.prose() : styles.strong());
            cell.getRow().setHeightInPoints(4 + 14 * Widths.lines(lines.get(i), GUIDE_WIDTH + 8));
        }
        print(sheet, false, 1);
    }

    private void page(Written page) {
        var sheet = workbook.createSheet(page.name());
        var heading = sheet.createRow(0);
        heading.setHeightInPoints(24);
        for (int i = 0; i < page.columns().size(); i++) {
            var column = page.columns().get(i);
            var cell = heading.createCell(i);
            cell.setCellValue(text(column.title()));
            cell.setCellStyle(styles.heading(i < page.needed()));
            sheet.setColumnWidth(i, (column.width() + 2) * 256);
            sheet.setDefaultColumnStyle(i, styles.blank(column));
            if (page.rows().size() + page.spare() > 0) offer(sheet, i, column, page.rows().size() + page.spare());
        }
        for (int i = 0; i < page.rows().size(); i++) cells.row(sheet, i + 1, page.rows().get(i), page.columns());
        sheet.createFreezePane(page.fixed(), 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        var wide = page.columns().stream().mapToInt(Column::width).sum() > WIDEST;
        if (wide) sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:" + Spot.letters(page.fixed() - 1)));
        print(sheet, true, wide ? 2 : 1);
    }

    static boolean executable(String text) {
        return EXECUTABLE.matcher(text).matches();
    }

    static String text(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_");
    }

    private static void offer(XSSFSheet sheet, int index, Column column, int rows) {
        var constraint = switch (column.entry()) {
            case CHOICE -> new XSSFDataValidationConstraint(column.words().toArray(String[]::new));
            case NUMBER -> new XSSFDataValidationConstraint(ValidationType.DECIMAL, OperatorType.BETWEEN, "-999999999999", "999999999999");
            case WHOLE -> new XSSFDataValidationConstraint(ValidationType.INTEGER, OperatorType.BETWEEN, "0", "1000");
            case TEXT -> column.from().isEmpty() ? new XSSFDataValidationConstraint(ValidationType.ANY, null)
                    : new XSSFDataValidationConstraint(ValidationType.LIST, column.from());
        };
        if (column.entry() == Column.Entry.TEXT && column.from().isEmpty() && column.hint().isEmpty()) return;
        var validation = sheet.getDataValidationHelper().createValidation(constraint, new CellRangeAddressList(1, rows, index, index));
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        if (!column.hint().isEmpty()) {
            validation.createPromptBox(column.title(), column.hint());
            validation.setShowPromptBox(true);
        }
        if (column.entry() != Column.Entry.TEXT) {
            validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
            validation.createErrorBox(column.title(), column.entry() == Column.Entry.CHOICE ? "请从下拉列表中选取。" : "这里只能填数字。");
            validation.setShowErrorBox(true);
        }
        sheet.addValidationData(validation);
    }

    static void print(XSSFSheet sheet, boolean landscape, int across) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.getPrintSetup().setPaperSize(across > 1 ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.getPrintSetup().setFitWidth((short) across);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getHeader().setLeft("&A");
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    }
}
