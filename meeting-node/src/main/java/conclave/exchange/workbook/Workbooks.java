package conclave.exchange.workbook;

import java.util.List;
import java.util.Optional;

/** Workbooks of any kind that an office sends, as plain cells; and forms of our own, written and given back with their findings in red. */
public final class Workbooks {

    /** Twenty pieces for each of a thousand applicants. */
    public static final int ROWS = 20_000;

    private Workbooks() {
    }

    /** The cells, or why there are none. */
    public record Read(Optional<Book> book, List<CellFinding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    /** New workbooks and old ones; never an exception, whatever the file holds. */
    public static Read read(byte[] file) {
        var remarks = new Remarks();
        var book = Vetting.old(file) ? Xls.read(file, ROWS, remarks) : Xlsx.read(file, ROWS, remarks);
        return new Read(book, remarks.all());
    }

    /** @param guide the page that people read first; lines that begin with a wide space belong to the one above */
    public static byte[] write(String title, List<String> guide, List<Written> pages) {
        return BookWriter.write(title, guide, pages);
    }

    /** Forms that are read, signed and sent on; equal leaves have equal bytes. */
    public static byte[] leaves(List<Leaf> leaves) {
        return LeafWriter.write(leaves);
    }

    /** Text as a spreadsheet keeps it without ever taking it for a formula or a command. */
    public static boolean executable(String text) {
        return BookWriter.executable(text);
    }

    /** The same workbook with its findings in red; of an old one a new one with the same texts. Empty where it cannot be opened at all. */
    public static Optional<byte[]> marked(byte[] file, List<CellFinding> findings) {
        if (!Vetting.old(file)) return MarkedBook.of(file, findings);
        return read(file).book().map(Copied::of).flatMap(copy -> MarkedBook.of(copy, findings));
    }
}
