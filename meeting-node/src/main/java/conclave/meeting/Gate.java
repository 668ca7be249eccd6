package conclave.meeting;

import conclave.meeting.event.Event;
import conclave.meeting.event.IntakeCommand;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Intake;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Book;
import conclave.meeting.rule.RuleCheck;
import conclave.meeting.rule.RuleStage;
import java.util.ArrayList;
import java.util.List;

/** The last gate of the import: what came in is whole, its rules can be lived by, its facts are counted, its recusals declared. */
final class Gate {

    private Gate() {
    }

    static Verdict decide(Intake intake, IntakeCommand command) {
        return switch (Intake.decide(intake, command)) {
            case Verdict.No no -> no;
            case Verdict.Already already -> already;
            case Verdict.Yes yes -> command instanceof CompleteImport ? completed(intake, yes) : yes;
        };
    }

    private static Verdict completed(Intake intake, Verdict.Yes yes) {
        var register = intake.importing().orElseThrow().register();
        var wrong = RuleCheck.wrong(register);
        if (wrong.isPresent()) return Verdict.no(wrong.get().in(Refusal.of(Refusal.Code.IMPORT_DISAGREES)));
        var events = new ArrayList<Event>(yes.events());
        events.addAll(RuleStage.counted(register, Book.of(register)));
        events.addAll(recused(register));
        return new Verdict.Yes(events);
    }

    /** What the package confirmed is as good as declared or ordered: it stands in the record in the same words, before any room opens. */
    private static List<Event> recused(Register register) {
        return register.recusals().values().stream().flatMap(row -> row.values().stream())
                .<Event>map(one -> new ExpertRecused(one.expert(), one.applicant(), one.ground(), one.note())).toList();
    }
}
