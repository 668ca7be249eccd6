package conclave.exchange.workbook;

import java.util.TreeMap;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of our workbooks look. */
final class Styles {

    private static final String FONT = "微软雅黑";
    private static final byte[] BLUE = {(byte) 0x1f, 0x4e, 0x79};
    private static final byte[] SLATE = {0x5b, 0x7a, (byte) 0x99};
    private static final byte[] GREY = {(byte) 0xbf, (byte) 0xc5, (byte) 0xcc};
    private static final byte[] WHITE = {-1, -1, -1};

    private final XSSFWorkbook workbook;
    private final TreeMap<String, XSSFCellStyle> made = new TreeMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle title() {
        return made.computeIfAbsent("title", _ -> sentence(font(16, true)));
    }

    XSSFCellStyle strong() {
        return made.computeIfAbsent("strong", _ -> sentence(font(11, true)));
    }

    XSSFCellStyle prose() {
        return made.computeIfAbsent("prose", _ -> sentence(font(10, false)));
    }

    /** Darker where a column must be there. */
    XSSFCellStyle heading(boolean needed) {
        return made.computeIfAbsent("heading" + needed, _ -> {
            var font = font(11, true);
            font.setColor(new XSSFColor(WHITE, null));
            var style = plain(font, "@", true);
            style.setFillForegroundColor(new XSSFColor(needed ? BLUE : SLATE, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    /** Titles and sentences hold what people wrote as well; none of them is ever a formula. */
    private XSSFCellStyle sentence(XSSFFont font) {
        var style = plain(font, "@", false);
        style.setQuotePrefixed(true);
        return style;
    }

    /** What begins like a formula says so in the file: people may edit it and it stays what it is. */
    XSSFCellStyle text(boolean quoted) {
        return made.computeIfAbsent("text" + quoted, _ -> {
            var style = plain(font(10, false), "@", true);
            style.setQuotePrefixed(quoted);
            return style;
        });
    }

    XSSFCellStyle number(String format) {
        return made.computeIfAbsent("number" + format, _ -> plain(font(10, false), format, true));
    }

    XSSFCellStyle empty(Column column) {
        return made.computeIfAbsent("empty" + format(column), _ -> plain(font(10, false), format(column), true));
    }

    /** For rows that are still to be filled in. */
    XSSFCellStyle blank(Column column) {
        return made.computeIfAbsent("blank" + format(column), _ -> plain(font(10, false), format(column), false));
    }

    /** Where text belongs, 1-2 stays what it is and does not become a day in January. */
    private static String format(Column column) {
        return switch (column.entry()) {
            case TEXT, CHOICE -> "@";
            case NUMBER, WHOLE -> "General";
        };
    }

    private XSSFCellStyle plain(XSSFFont font, String format, boolean framed) {
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        if (framed) frame(style);
        return style;
    }

    private static void frame(XSSFCellStyle style) {
        var grey = new XSSFColor(GREY, null);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(grey);
        style.setBottomBorderColor(grey);
        style.setLeftBorderColor(grey);
        style.setRightBorderColor(grey);
    }

    private XSSFFont font(int size, boolean bold) {
        var font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        return font;
    }
}
