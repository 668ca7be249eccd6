package conclave.exchange.workbook;

import conclave.meeting.event.Sheet;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.SheetCheck;
import java.util.List;
import java.util.Optional;

/** 量化赋分表 as an Excel workbook: asked for, filled in, looked through, given back with what is wrong in red. */
public final class SheetWorkbook {

    private SheetWorkbook() {
    }

    /**
     * @param sheet there where every cell could be read
     * @param compiled there where nothing is an error
     */
    public record Loaded(Optional<Sheet> sheet, Optional<CompiledSheet> compiled, List<CellFinding> findings) {
        public Loaded {
            findings = List.copyOf(findings);
        }
    }

    /** Never an exception, whatever the file holds. */
    public static Loaded load(byte[] file) {
        var remarks = new Remarks();
        var book = Xlsx.read(file, remarks);
        if (book.isEmpty()) return new Loaded(Optional.empty(), Optional.empty(), remarks.all());
        var places = new Places();
        var sheet = new SheetReading(book.get(), remarks, places).sheet();
        var read = !remarks.errors();
        var checked = SheetCheck.check(sheet);
        SheetFindings.add(checked.findings(), book.get(), places, remarks);
        return new Loaded(read ? Optional.of(sheet) : Optional.empty(), read ? checked.compiled() : Optional.empty(), remarks.all());
    }

    public static byte[] export(Sheet sheet) {
        return BookWriter.write(Guide.SHEET_TITLE, Guide.SHEET, SheetPages.of(sheet));
    }

    /** The forms, empty. */
    public static byte[] template() {
        return BookWriter.write(Guide.SHEET_TITLE, Guide.SHEET, SheetPages.empty());
    }

    /** The same workbook, with the cells in red that the findings are about; empty where it cannot be opened at all. */
    public static Optional<byte[]> marked(byte[] file, List<CellFinding> findings) {
        return MarkedBook.of(file, findings);
    }
}
