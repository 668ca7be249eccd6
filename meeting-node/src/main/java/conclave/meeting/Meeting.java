package conclave.meeting;

import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyCommand;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferCommand;
import conclave.meeting.event.TransferEvent;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Intake;
import conclave.meeting.intake.Register;
import conclave.meeting.sitting.Floor;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.SittingStage;
import conclave.meeting.tally.Tallies;
import conclave.meeting.transfer.Ending;
import java.util.ArrayList;

/**
 * A meeting is the fold of its facts. {@link #decide} says what an order leads to, {@link #evolve} what a fact changes;
 * neither knows a clock, a disk or chance, so every node that reads the same log comes to the same meeting.
 */
public record Meeting(Intake intake, Floor floor, Tallies tallies, Ending ending, Table<PersonId, Table<String, Answer>> answers,
                      long clock, long recorded) {

    /** Names this way of deciding; a log that was begun under another is not read by it. */
    public static final String RULES = "conclave-rules-1";

    public static final Meeting NOT_FOUNDED =
            new Meeting(Intake.NOTHING, Floor.EMPTY, Tallies.NONE, Ending.OPEN, Table.empty(), 0, 0);

    /** What an order led to, for the same person asking again with the same key: the first line of the record it made. */
    public record Answer(String request, long seq, long at) {
    }

    /** The order is judged at its own time, or at the meeting's where its clock is behind: time never runs back. */
    public static Decision decide(Meeting meeting, Order asked) {
        var order = asked.at() >= meeting.clock ? asked
                : new Order(asked.key(), asked.request(), asked.actor(), meeting.clock, asked.command());
        var answer = meeting.answers.get(order.actor()).flatMap(own -> own.get(order.key()));
        if (answer.isPresent()) {
            return answer.get().request().equals(order.request())
                    ? new Decision.Repeated(answer.get().seq(), answer.get().at())
                    : new Decision.Refused(Refusal.of(Code.KEY_REUSED));
        }
        return switch (verdict(meeting, order)) {
            case Verdict.No no -> new Decision.Refused(no.refusal());
            case Verdict.Yes yes -> new Decision.Accepted(facts(order, yes));
        };
    }

    private static Verdict verdict(Meeting meeting, Order order) {
        if (order.command() instanceof IntakeCommand c) return Intake.decide(meeting.intake, c);
        if (meeting.intake.register().isEmpty()) return Verdict.no(Code.MEETING_NOT_IMPORTED);
        var register = meeting.intake.register().get();
        if (meeting.ending.isSealed() && !reading(register, order.command())) return Verdict.no(Code.MEETING_SEALED);
        return switch (order.command()) {
            case IntakeCommand c -> Intake.decide(meeting.intake, c);
            case SittingCommand c -> SittingStage.decide(register, meeting.floor, order, c);
            case TallyCommand c -> Tallies.decide(register, meeting.floor, order.actor(), c);
            case TransferCommand c -> Ending.decide(meeting.intake.meeting().orElseThrow(), register, meeting.floor,
                    meeting.tallies, order.actor(), c);
        };
    }

    /** After the seal, those who are not experts may still sign in, to read. */
    private static boolean reading(Register register, Command command) {
        if (command instanceof SittingCommand.SignIn c) return register.judgesIn(c.person()).isEmpty();
        return command instanceof SittingCommand.SignOut;
    }

    private static ArrayList<Fact> facts(Order order, Verdict.Yes yes) {
        var facts = new ArrayList<Fact>();
        for (Event event : yes.events()) facts.add(new Fact(order.at(), order.actor(), order.key(), order.request(), event));
        return facts;
    }

    public static Meeting evolve(Meeting meeting, Fact fact) {
        var event = fact.event();
        var recorded = meeting.recorded + (event.evidence() ? 1 : 0);
        var next = new Meeting(meeting.intake, meeting.floor, meeting.tallies, meeting.ending,
                answered(meeting, fact, recorded), Math.max(meeting.clock, fact.at()), recorded);
        return switch (event) {
            case IntakeEvent e -> next.with(Intake.evolve(meeting.intake, e));
            case SittingEvent e -> sat(next, fact, recorded, e);
            case TallyEvent e -> next.with(Tallies.evolve(meeting.tallies, fact.at(), e));
            case TransferEvent e -> ended(next, fact, e);
        };
    }

    private static Meeting sat(Meeting next, Fact fact, long seq, SittingEvent event) {
        var floor = SittingStage.evolve(next.intake.register().orElseThrow(), next.floor, fact, seq, event);
        var tallies = event instanceof RoundReopened e ? Tallies.evolve(next.tallies, e) : next.tallies;
        return new Meeting(next.intake, floor, tallies, next.ending, next.answers, next.clock, next.recorded);
    }

    private static Meeting ended(Meeting next, Fact fact, TransferEvent event) {
        var floor = switch (event) {
            case TallySignedOff e -> SittingStage.evolve(next.floor, e);
            case MeetingSealed _ -> SittingStage.emptied(next.intake.register().orElseThrow(), next.floor);
        };
        return new Meeting(next.intake, floor, next.tallies, Ending.evolve(next.ending, fact.at(), event), next.answers,
                next.clock, next.recorded);
    }

    /** The first line of an order's facts is its answer; an order without a key wants to be done each time. */
    private static Table<PersonId, Table<String, Answer>> answered(Meeting meeting, Fact fact, long seq) {
        if (fact.key().isEmpty() || !fact.event().evidence()) return meeting.answers;
        var own = meeting.answers.get(fact.by()).orElse(Table.empty());
        return own.has(fact.key()) ? meeting.answers
                : meeting.answers.with(fact.by(), own.with(fact.key(), new Answer(fact.request(), seq, fact.at())));
    }

    /** What the person may see and do, as things stand. */
    public Rights rights(PersonId person) {
        return new Rights(intake.register().orElseThrow(), floor, person);
    }

    private Meeting with(Intake changed) {
        return new Meeting(changed, floor, tallies, ending, answers, clock, recorded);
    }

    private Meeting with(Tallies changed) {
        return new Meeting(intake, floor, changed, ending, answers, clock, recorded);
    }
}
