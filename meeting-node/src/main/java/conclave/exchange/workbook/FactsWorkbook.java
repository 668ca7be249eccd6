package conclave.exchange.workbook;

import conclave.meeting.rule.sheet.CompiledSheet;
import java.util.List;

/** The facts of applicants as an Excel workbook, for trying a score sheet before the meeting (自动量化赋分测试). */
public final class FactsWorkbook {

    private FactsWorkbook() {
    }

    public record Loaded(List<Applicant> applicants, List<CellFinding> findings) {
        public Loaded {
            applicants = List.copyOf(applicants);
            findings = List.copyOf(findings);
        }
    }

    /** The forms that this sheet asks for, with the applicants in them. */
    public static byte[] write(CompiledSheet sheet, List<Applicant> applicants) {
        return BookWriter.write(sheet.sheet().title() + "：试算用申报事实", Guide.FACTS, FactsPages.of(sheet, applicants));
    }

    /** Never an exception, whatever the file holds. */
    public static Loaded load(byte[] file, CompiledSheet sheet) {
        var remarks = new Remarks();
        var book = Xlsx.read(file, remarks);
        if (book.isEmpty()) return new Loaded(List.of(), remarks.all());
        var applicants = new FactsReading(sheet, book.get(), remarks).applicants();
        return new Loaded(applicants, remarks.all());
    }
}
