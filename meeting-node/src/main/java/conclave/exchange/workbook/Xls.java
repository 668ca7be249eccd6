package conclave.exchange.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.IOUtils;

/**
 * Workbooks of Excel 97 to 2003. They are not compressed, so the size of the file bounds them but for two kinds of records that say
 * many cells in few bytes: those are counted before the library makes cells of them.
 */
final class Xls {

    private static final int BLANKS = 0xbe;
    private static final int NUMBERS = 0xbd;
    private static final int PASSWORD = 0x2f;
    private static final String CELLS = "Workbook";

    static {
        IOUtils.setByteArrayMaxOverride(Vetting.UNPACKED);
    }

    private Xls() {
    }

    static Optional<Book> read(byte[] file, int rows, Remarks remarks) {
        try (var system = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            var trouble = trouble(system.getRoot());
            if (trouble.isPresent()) {
                remarks.add(trouble.get());
                return Optional.empty();
            }
            try (var workbook = new HSSFWorkbook(system)) {
                return Optional.of(Pages.of(workbook, rows));
            }
        } catch (EncryptedDocumentException e) {
            remarks.error(Rule.PROTECTED, Spot.FILE, "");
        } catch (OldExcelFormatException e) {
            remarks.error(Rule.OLD_EXCEL, Spot.FILE, "");
        } catch (IOException | RuntimeException e) {
            // Whatever a damaged workbook makes the library throw, it says the same to people.
            remarks.error(Rule.TORN, Spot.FILE, "");
        }
        return Optional.empty();
    }

    private static Optional<CellFinding> trouble(DirectoryNode root) throws IOException {
        if (root.hasEntry("EncryptedPackage")) return found(Rule.PROTECTED);
        if (root.hasEntry("_VBA_PROJECT_CUR") || root.hasEntry("_VBA_PROJECT")) return found(Rule.MACROS);
        if (root.hasEntry("Book") && !root.hasEntry(CELLS)) return found(Rule.OLD_EXCEL);
        if (!root.hasEntry(CELLS)) return found(Rule.NOT_A_WORKBOOK);
        byte[] records;
        try (var stream = root.createDocumentInputStream(CELLS)) {
            records = stream.readNBytes(Vetting.LARGEST + 1);
        }
        long cells = 0;
        for (int at = 0; at + 4 <= records.length; ) {
            var kind = word(records, at);
            var length = word(records, at + 2);
            if (kind == PASSWORD) return found(Rule.PROTECTED);
            cells += kind == BLANKS ? length / 2 : kind == NUMBERS ? length / 6 : 1;
            if (cells > Vetting.ELEMENTS) return found(Rule.BOMB, "超过 " + Vetting.ELEMENTS + " 个单元");
            at += 4 + length;
        }
        return Optional.empty();
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private static Optional<CellFinding> found(Rule rule, Object... facts) {
        return Optional.of(rule.at(true, Spot.FILE, "", facts));
    }
}
