package conclave.meeting.rule;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Item;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.Eligibility;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.sheet.AutoScore;
import conclave.meeting.rule.sheet.Basis;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.rule.sheet.SheetCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a sheet counts of an applicant. */
public final class Points {

    private Points() {
    }

    static List<Event> of(Register register, Book book, CompiledSheet compiled) {
        return register.applicants().values().stream()
                .filter(applicant -> book.sheetFor(register, applicant.id()).code().equals(compiled.sheet().code()))
                .<Event>map(applicant -> counted(compiled, applicant)).toList();
    }

    /** A sheet that is in force has been found sound. */
    public static CompiledSheet compiled(Sheet sheet) {
        return SheetCheck.check(sheet).compiled().orElseThrow();
    }

    /** What the sheet makes of an applicant, with every step that explains it. */
    public static AutoScore explained(CompiledSheet sheet, Item.Applicant applicant, SortedMap<String, Inputs.Outcome> outcomes) {
        return sheet.score(new Inputs(applicant.facts(), applicant.given(), outcomes));
    }

    /** What marks for this applicant are read against, under the sheet in force. */
    public static Basis basis(Register register, Book book, ApplicantId id) {
        var applicant = register.applicants().get(id).orElseThrow();
        return book.read(book.sheetFor(register, id)).basis(new Inputs(applicant.facts(), applicant.given(), new TreeMap<>()));
    }

    static ApplicantCounted counted(Register register, Book book, ApplicantId id) {
        return counted(book.read(book.sheetFor(register, id)), register.applicants().get(id).orElseThrow());
    }

    private static ApplicantCounted counted(CompiledSheet compiled, Item.Applicant applicant) {
        var score = explained(compiled, applicant, new TreeMap<>());
        var points = new TreeMap<String, BigDecimal>();
        for (var line : score.lines()) {
            if (line.state() == AutoScore.State.COUNTED || line.kind() == Kind.MIXED) points.put(line.code(), line.points());
        }
        var eligibility = switch (score.status()) {
            case ELIGIBLE -> Eligibility.ELIGIBLE;
            case INELIGIBLE -> Eligibility.INELIGIBLE;
            case VETOED -> Eligibility.VETOED;
        };
        return new ApplicantCounted(applicant.id(), compiled.sheet().code(), compiled.sheet().version(), points, score.automatic(),
                score.bonus(), score.deduction(), eligibility, score.because().stream().findFirst());
    }
}
