package conclave.exchange.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Values into cells: text, numbers as far as a spreadsheet keeps all their places, or nothing; never a formula. */
record CellRows(Styles styles) {

    private static final int HIGHEST = 400;

    void row(XSSFSheet sheet, int index, List<?> values, List<Column> columns) {
        var row = sheet.createRow(index);
        row.setHeightInPoints(Math.min(HIGHEST, 4 + 14 * Widths.lines(values, columns)));
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            switch (values.get(i)) {
                case null -> cell.setCellStyle(styles.empty(columns.get(i)));
                case BigDecimal number when Figures.fits(number) -> {
                    cell.setCellValue(number.doubleValue());
                    cell.setCellStyle(styles.number(Figures.format(number)));
                }
                case BigDecimal number -> {
                    cell.setCellValue(number.toPlainString());
                    cell.setCellStyle(styles.text(false));
                }
                case Object text -> {
                    cell.setCellValue(BookWriter.text(text.toString()));
                    cell.setCellStyle(styles.text(BookWriter.executable(text.toString())));
                }
            }
        }
    }
}
