package conclave.meeting;

import conclave.meeting.event.Event;
import conclave.meeting.event.IntakeCommand;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Intake;
import conclave.meeting.rule.Book;
import conclave.meeting.rule.RuleCheck;
import conclave.meeting.rule.RuleStage;
import java.util.ArrayList;

/** The last gate of the import: what came in is whole, its rules can be lived by, and its facts are counted. */
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
        return new Verdict.Yes(events);
    }
}
