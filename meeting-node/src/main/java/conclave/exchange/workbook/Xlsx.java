package conclave.exchange.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbook files, opened after they were vetted. */
final class Xlsx {

    /** More rows than a form or a trial has; a page that goes on is read so far and says so. */
    static final int ROWS = 5000;

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
        return read(file, ROWS, remarks);
    }

    static Optional<Book> read(byte[] file, int rows, Remarks remarks) {
        var trouble = Vetting.trouble(file);
        if (trouble.isPresent()) {
            remarks.add(trouble.get());
            return Optional.empty();
        }
        try (var workbook = open(file)) {
            return Optional.of(Pages.of(workbook, rows));
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            // Whatever a damaged workbook makes the library throw, it says the same to people.
            remarks.error(Rule.TORN, Spot.FILE, "");
            return Optional.empty();
        }
    }

    static XSSFWorkbook open(byte[] file) throws IOException, OpenXML4JException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
