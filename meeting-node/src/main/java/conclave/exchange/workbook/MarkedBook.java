package conclave.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The workbook as it came, with the findings in it. Red is a conditional format that is ours by its formula, the comments
 * are ours by their author, so that the next check takes them away again and nothing else.
 */
final class MarkedBook {

    private static final String AUTHOR = "赋分表检查";
    private static final String OURS = "LEN(\"" + AUTHOR + "\")>0";
    private static final String AMBER = "LEN(\"" + AUTHOR + "\")>1";
    private static final byte[] RED = {-1, (byte) 0xc7, (byte) 0xce};
    private static final byte[] YELLOW = {-1, (byte) 0xeb, (byte) 0x9c};

    private final XSSFWorkbook workbook;
    private final Styles styles;

    private MarkedBook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    static Optional<byte[]> of(byte[] file, List<CellFinding> findings) {
        if (Vetting.trouble(file).isPresent()) return Optional.empty();
        try (var workbook = Xlsx.open(file); var out = new ByteArrayOutputStream()) {
            var marked = new MarkedBook(workbook);
            marked.clear();
            for (var sheet : workbook) marked.mark((XSSFSheet) sheet, findings.stream().filter(it -> it.spot().page().equals(sheet.getSheetName())).toList());
            marked.list(findings);
            workbook.write(out);
            return Optional.of(out.toByteArray());
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            // What was read may still be too damaged to be written; the findings are said in words then.
            return Optional.empty();
        }
    }

    private void clear() {
        var result = workbook.getSheetIndex(Layout.RESULT);
        if (result >= 0) workbook.removeSheetAt(result);
        for (var each : workbook) {
            var sheet = (XSSFSheet) each;
            var formats = sheet.getSheetConditionalFormatting();
            for (int i = formats.getNumConditionalFormattings() - 1; i >= 0; i--) {
                var formula = formats.getConditionalFormattingAt(i).getRule(0).getFormula1();
                if (OURS.equals(formula) || AMBER.equals(formula)) formats.removeConditionalFormatting(i);
            }
            var comments = new ArrayList<>(sheet.getCellComments().entrySet());
            for (var comment : comments) {
                if (!AUTHOR.equals(comment.getValue().getAuthor())) continue;
                sheet.getRow(comment.getKey().getRow()).getCell(comment.getKey().getColumn()).removeCellComment();
            }
        }
    }

    private void mark(XSSFSheet sheet, List<CellFinding> findings) {
        var cells = new TreeMap<String, List<CellFinding>>();
        for (var finding : findings) {
            if (!finding.spot().cell().isEmpty()) cells.computeIfAbsent(finding.spot().cell(), _ -> new ArrayList<>()).add(finding);
        }
        colour(sheet, OURS, RED, ranges(cells, true));
        colour(sheet, AMBER, YELLOW, ranges(cells, false));
        cells.forEach((cell, all) -> comment(sheet, new CellReference(cell), all));
    }

    private static CellRangeAddress[] ranges(TreeMap<String, List<CellFinding>> cells, boolean errors) {
        return cells.entrySet().stream().filter(it -> it.getValue().stream().anyMatch(CellFinding::error) == errors)
                .map(it -> CellRangeAddress.valueOf(it.getKey())).toArray(CellRangeAddress[]::new);
    }

    private static void colour(XSSFSheet sheet, String formula, byte[] colour, CellRangeAddress[] cells) {
        if (cells.length == 0) return;
        var formats = sheet.getSheetConditionalFormatting();
        var rule = formats.createConditionalFormattingRule(formula);
        var fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(new XSSFColor(colour, null));
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formats.addConditionalFormatting(cells, rule);
    }

    /** What somebody else wrote beside the cell stays; the page of results says the rest. */
    private void comment(XSSFSheet sheet, CellReference at, List<CellFinding> findings) {
        var row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        var cell = row.getCell(at.getCol()) == null ? row.createCell(at.getCol()) : row.getCell(at.getCol());
        if (cell.getCellComment() != null) return;
        var anchor = workbook.getCreationHelper().createClientAnchor();
        // Begun in the cell itself, at its right edge: the library takes the anchor's first cell for the comment's.
        anchor.setCol1(at.getCol());
        anchor.setDx1(Math.round(sheet.getColumnWidthInPixels(at.getCol())) * Units.EMU_PER_PIXEL);
        anchor.setCol2(at.getCol() + 4);
        anchor.setRow1(at.getRow());
        anchor.setRow2(at.getRow() + 5);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setAuthor(AUTHOR);
        comment.setString(new XSSFRichTextString(BookWriter.text(findings.stream().map(it -> it.what() + it.fix()).collect(Collectors.joining("\n")))));
        cell.setCellComment(comment);
    }

    private void list(List<CellFinding> findings) {
        var sheet = workbook.createSheet(Layout.RESULT);
        var titles = List.of("序号", "程度", "工作表", "单元格", "填写内容", "问题", "处理办法", "规则");
        var widths = List.of(6, 7, 12, 9, 22, 46, 36, 20);
        var heading = sheet.createRow(0);
        for (int i = 0; i < titles.size(); i++) {
            sheet.setColumnWidth(i, widths.get(i) * 256);
            heading.createCell(i).setCellValue(titles.get(i));
            heading.getCell(i).setCellStyle(styles.heading(true));
        }
        for (int i = 0; i < findings.size(); i++) row(sheet, i + 1, findings.get(i));
        if (findings.isEmpty()) write(sheet, 1, 5, "没有发现问题。");
        sheet.createFreezePane(0, 1);
        BookWriter.print(sheet, true, 1);
        sheet.addIgnoredErrors(new CellRangeAddress(1, Math.max(1, findings.size()), 0, titles.size() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        workbook.setActiveSheet(workbook.getSheetIndex(sheet));
    }

    private void row(XSSFSheet sheet, int index, CellFinding finding) {
        var values = List.of(Integer.toString(index), finding.error() ? "错误" : "提示", finding.spot().page(), finding.spot().cell(), finding.value(),
                finding.what(), finding.fix(), finding.rule());
        for (int i = 0; i < values.size(); i++) write(sheet, index, i, values.get(i));
        sheet.getRow(index).setHeightInPoints(4 + 14 * Math.max(Widths.lines(finding.value(), 20), Math.max(Widths.lines(finding.what(), 44), Widths.lines(finding.fix(), 34))));
        if (finding.spot().page().isEmpty()) return;
        var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + finding.spot().page().replace("'", "''") + "'!" + (finding.spot().cell().isEmpty() ? "A1" : finding.spot().cell()));
        sheet.getRow(index).getCell(3).setHyperlink(link);
    }

    private void write(XSSFSheet sheet, int row, int column, String text) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        var cell = line.createCell(column);
        cell.setCellValue(BookWriter.text(text));
        cell.setCellStyle(styles.text(BookWriter.executable(text)));
    }
}
