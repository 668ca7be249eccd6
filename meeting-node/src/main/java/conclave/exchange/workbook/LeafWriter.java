package conclave.exchange.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Forms as workbooks: they print as they are, on A4, and equal ones have equal bytes: no clock leaves a trace in the file. */
final class LeafWriter {

    /** What is wider lies across. */
    private static final int UPRIGHT = 96;
    private static final int ALONE = 90;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final CellRows cells = new CellRows(styles);

    static byte[] write(List<Leaf> leaves) {
        var writer = new LeafWriter();
        leaves.forEach(writer::leaf);
        return writer.bytes();
    }

    private byte[] bytes() {
        try (workbook; var out = new ByteArrayOutputStream()) {
            var about = workbook.getProperties().getCoreProperties();
            about.setCreator("Conclave");
            about.setCreated(Optional.of(new Date(0)));
            workbook.write(out);
            return timeless(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] timeless(byte[] packed) throws IOException {
        var out = new ByteArrayOutputStream(packed.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(packed)); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                zip.putNextEntry(same);
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private void leaf(Leaf leaf) {
        var sheet = workbook.createSheet(free(leaf.name()));
        sheet.setDisplayGridlines(false);
        var columns = leaf.columns();
        for (int i = 0; i < columns.size(); i++) sheet.setColumnWidth(i, (columns.get(i).width() + 2) * 256);
        if (columns.isEmpty()) sheet.setColumnWidth(0, ALONE * 256);
        int width = columns.isEmpty() ? ALONE : columns.stream().mapToInt(column -> column.width() + 2).sum();
        int at = line(sheet, 0, leaf.title(), width, columns.size(), true);
        for (var text : leaf.above()) at = line(sheet, at, text, width, columns.size(), false);
        if (!columns.isEmpty()) at = table(sheet, at, leaf);
        if (!leaf.below().isEmpty()) at++;
        for (var text : leaf.below()) at = line(sheet, at, text, width, columns.size(), false);
        BookWriter.print(sheet, width > UPRIGHT, 1);
    }

    /** Two rooms may be called alike. */
    private String free(String name) {
        var free = name;
        for (int i = 2; workbook.getSheet(free) != null; i++) free = name.substring(0, Math.min(name.length(), 27)) + " " + i;
        return free;
    }

    private int line(XSSFSheet sheet, int at, String text, int width, int across, boolean title) {
        var cell = sheet.createRow(at).createCell(0);
        cell.setCellValue(BookWriter.text(text));
        cell.setCellStyle(title ? styles.title() : styles.prose());
        cell.getRow().setHeightInPoints(title ? 30 : 6 + 14 * Widths.lines(text, width));
        if (across > 1) sheet.addMergedRegion(new CellRangeAddress(at, at, 0, across - 1));
        return at + 1;
    }

    private int table(XSSFSheet sheet, int at, Leaf leaf) {
        var heading = sheet.createRow(at);
        heading.setHeightInPoints(24);
        for (int i = 0; i < leaf.columns().size(); i++) {
            var cell = heading.createCell(i);
            cell.setCellValue(BookWriter.text(leaf.columns().get(i).title()));
            cell.setCellStyle(styles.heading(true));
        }
        sheet.createFreezePane(0, at + 1);
        sheet.setRepeatingRows(new CellRangeAddress(at, at, -1, -1));
        int next = at + 1;
        for (var row : leaf.rows()) cells.row(sheet, next++, row, leaf.columns());
        return next;
    }
}
