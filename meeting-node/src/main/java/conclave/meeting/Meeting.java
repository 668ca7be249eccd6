package conclave.meeting;

import conclave.meeting.event.AmendmentCommand;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand;
import conclave.meeting.event.IntakeEvent.ImportCompleted;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand;
import conclave.meeting.event.PrepareEvent;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.RuleCommand;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.RuleEvent.SheetApproved;
import conclave.meeting.event.RuleEvent.SheetProposed;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.RuleEvent;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyCommand;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferCommand;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.TransferEvent.SignedWithoutRound;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.TransferEvent;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Intake;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.PrepareStage;
import conclave.meeting.rule.Book;
import conclave.meeting.rule.RuleStage;
import conclave.meeting.sitting.Floor;
import conclave.meeting.sitting.Pausing;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.SittingStage;
import conclave.meeting.sitting.Walk;
import conclave.meeting.tally.Tallies;
import conclave.meeting.transfer.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * A meeting is the fold of its facts. {@link #decide} says what an order leads to, {@link #evolve} what a fact changes;
 * neither knows a clock, a disk or chance, so every node that reads the same log comes to the same meeting.
 */
public record Meeting(Intake intake, Clearance clearance, Book book, Floor floor, Tallies tallies, Ending ending, List<SeatChange> changes,
                      Table<PersonId, Table<String, Answer>> answers, long clock, long recorded) {

    /** Names this way of deciding; a log that was begun under another is not read by it. */
    public static final String RULES = "conclave-rules-7";

    public static final Meeting NOT_FOUNDED =
            new Meeting(Intake.NOTHING, Clearance.NOTHING, Book.EMPTY, Floor.EMPTY, Tallies.NONE, Ending.OPEN, List.of(), Table.empty(), 0, 0);

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
        return switch (Pausing.held(meeting.floor, order.command(), verdict(meeting, order))) {
            case Verdict.No no -> new Decision.Refused(no.refusal());
            case Verdict.Already already -> new Decision.Repeated(already.seq(), already.at());
            case Verdict.Yes yes -> new Decision.Accepted(facts(order, yes));
        };
    }

    private static Verdict verdict(Meeting meeting, Order order) {
        // What is sealed is whole: who kept it afterwards is no part of it.
        if (order.command() instanceof ContinueAlone && meeting.ending.isSealed()) return Verdict.no(Code.MEETING_SEALED);
        if (order.command() instanceof IntakeCommand c) return Gate.decide(meeting.intake, c);
        if (meeting.intake.register().isEmpty()) return Verdict.no(Code.MEETING_NOT_IMPORTED);
        var register = meeting.intake.register().get();
        if (meeting.ending.isSealed() && !reading(register, order.command()) && !reopening(order.command())) return Verdict.no(Code.MEETING_SEALED);
        return switch (order.command()) {
            case IntakeCommand c -> Gate.decide(meeting.intake, c);
            case AmendmentCommand c -> Amending.decide(meeting, order.actor(), c);
            case PrepareCommand c -> PrepareStage.decide(register, meeting.clearance, order.actor(), c, settle -> AfterWithdrawal.settle(meeting, order.actor(), settle));
            case RuleCommand c -> SheetChange.decide(meeting, order.actor(), c);
            case OpenRound c -> permitted(meeting.walk(), c, opening(meeting, order, c));
            case SittingCommand c -> SittingStage.decide(register, meeting.book, meeting.floor, order, c);
            case TallyCommand c -> Tallies.decide(meeting.walk(), meeting.tallies, order.actor(), c);
            case TransferCommand c -> Ending.decide(meeting.intake.meeting().orElseThrow(), meeting.walk(), meeting.ending, order.actor(), c);
        };
    }

    /** A room begins only with the papers that its committee needs; what has begun goes on. What is refused anyhow is refused in its own words. */
    private static Verdict permitted(Walk walk, OpenRound command, Verdict verdict) {
        if (!(verdict instanceof Verdict.Yes)) return verdict;
        var lacking = walk.papersLacking(command.room());
        return lacking.isEmpty() ? verdict : Verdict.no(lacking.getFirst());
    }

    /**
     * Rankings and cuts that are due come first; on what they come to, the room comes together. Where they leave nobody to
     * decide on, it comes together to confirm them.
     */
    private static Verdict opening(Meeting meeting, Order order, OpenRound command) {
        var walk = meeting.walk();
        var due = walk.floor().round(command.room()).isPresent() ? List.<TallyEvent>of() : Tallies.due(walk, meeting.tallies, command.room());
        var floor = meeting.floor;
        for (var event : due) floor = SittingStage.evolve(meeting.book, floor, event);
        var after = new Walk(walk.register(), meeting.book, floor);
        var stage = after.upcoming(command.room());
        return stage.isPresent() ? opened(due, SittingStage.open(after, order.actor(), command, stage))
                : opened(List.of(), SittingStage.open(walk, order.actor(), command, walk.computable(command.room())));
    }

    private static Verdict opened(List<TallyEvent> due, Verdict verdict) {
        if (!(verdict instanceof Verdict.Yes yes)) return verdict;
        var events = new ArrayList<Event>(due);
        events.addAll(yes.events());
        return new Verdict.Yes(events);
    }

    /** The rooms' way through the mode, as things stand. */
    public Walk walk() {
        return new Walk(intake.register().orElseThrow(), book, floor);
    }

    /** After the seal, those who are not experts may still sign in, to read. */
    private static boolean reading(Register register, Command command) {
        if (command instanceof SittingCommand.SignIn c) return register.judgesIn(c.person()).isEmpty();
        return command instanceof SittingCommand.SignOut;
    }

    private static boolean reopening(Command command) {
        return command instanceof TransferCommand.AskReopening || command instanceof TransferCommand.ReopenRoom;
    }

    private static ArrayList<Fact> facts(Order order, Verdict.Yes yes) {
        var facts = new ArrayList<Fact>();
        for (Event event : yes.events()) facts.add(new Fact(order.at(), order.actor(), order.key(), order.request(), event));
        return facts;
    }

    public static Meeting evolve(Meeting meeting, Fact fact) {
        var event = fact.event();
        var recorded = meeting.recorded + (event.evidence() ? 1 : 0);
        var next = new Meeting(meeting.intake, meeting.clearance, meeting.book, meeting.floor, meeting.tallies, meeting.ending, meeting.changes,
                answered(meeting, fact, recorded), Math.max(meeting.clock, fact.at()), recorded);
        return switch (event) {
            case IntakeEvent e -> next.came(Intake.evolve(meeting.intake, fact.at(), e), e);
            case AmendmentEvent e -> next.amended(fact, recorded, e);
            case PrepareEvent e -> next.with(PrepareStage.evolve(meeting.intake.register().orElseThrow(), meeting.clearance, fact, e));
            case RuleEvent e -> ruled(next, fact, e);
            case SittingEvent e -> sat(next, fact, recorded, e);
            case TallyEvent e -> next.with(SittingStage.evolve(meeting.book, meeting.floor, e), Tallies.evolve(meeting.tallies, fact.at(), e));
            case TransferEvent e -> ended(next, fact, e);
        };
    }

    private Meeting amended(Fact fact, long seq, AmendmentEvent event) {
        var changed = event instanceof CandidateJoined e ? SittingStage.joined(floor, e) : floor;
        var cleared = event instanceof DossierChanged e ? PrepareStage.amended(intake.register().orElseThrow(), clearance, e) : clearance;
        return new Meeting(intake.amended(fact, seq, event), cleared, book, changed, tallies, ending, changes, answers, clock, recorded);
    }

    private static Meeting sat(Meeting next, Fact fact, long seq, SittingEvent event) {
        var floor = SittingStage.evolve(next.intake.register().orElseThrow(), next.book, next.floor, fact, seq, event);
        var tallies = event instanceof RoundReopened e ? Tallies.evolve(next.walk(), next.tallies, e) : next.tallies;
        var intake = event instanceof ExpertSwapped e ? next.intake.swapped(e) : event instanceof CardRenewed e ? next.intake.renewed(e) : next.intake;
        var sat = new Meeting(intake, next.clearance, next.book, floor, tallies, next.ending, next.changes, next.answers, next.clock, next.recorded);
        return SeatChange.of(next, sat, fact, event).map(sat::with).orElse(sat);
    }

    /** A sheet that is replaced takes with it what was counted by it; what is counted now follows in the same breath. */
    private static Meeting ruled(Meeting next, Fact fact, RuleEvent event) {
        var book = RuleStage.evolve(next.book, fact, event);
        return switch (event) {
            case ScoreReturned e -> new Meeting(next.intake, next.clearance, book, SittingStage.evolve(next.floor, fact.at(), e), next.tallies, next.ending,
                    next.changes, next.answers, next.clock, next.recorded);
            case SheetReplaced e -> {
                var rooms = book.roomsBy(next.intake.register().orElseThrow(), e.sheet());
                yield new Meeting(next.intake, next.clearance, book, SittingStage.uncounted(next.floor, rooms), next.tallies.without(next.floor, rooms),
                        next.ending, next.changes, next.answers, next.clock, next.recorded);
            }
            case ApplicantCounted _, SheetProposed _, SheetApproved _ -> new Meeting(next.intake, next.clearance, book, next.floor, next.tallies, next.ending,
                    next.changes, next.answers, next.clock, next.recorded);
        };
    }

    private static Meeting ended(Meeting next, Fact fact, TransferEvent event) {
        var floor = switch (event) {
            case TallySignedOff e -> SittingStage.evolve(next.floor, e);
            case SignedWithoutRound e -> SittingStage.evolve(next.floor, e);
            case MeetingSealed _ -> SittingStage.emptied(next.intake.register().orElseThrow(), next.floor);
            case RoomReopened e -> SittingStage.evolve(next.floor, e);
            case ReopeningAsked _ -> next.floor;
        };
        return new Meeting(next.intake, next.clearance, next.book, floor, next.tallies, Ending.evolve(next.ending, fact.by(), fact.at(), event), next.changes, next.answers,
                next.clock, next.recorded);
    }

    /** The first line of an order's facts is its answer; an order without a key wants to be done each time. */
    private static Table<PersonId, Table<String, Answer>> answered(Meeting meeting, Fact fact, long seq) {
        if (fact.key().isEmpty() || !fact.event().evidence()) return meeting.answers;
        var own = meeting.answers.get(fact.by()).orElse(Table.empty());
        var more = own.orWith(fact.key(), new Answer(fact.request(), seq, fact.at()));
        return more == own ? meeting.answers : meeting.answers.with(fact.by(), more);
    }

    /** What the person may see and do, as things stand. */
    public Rights rights(PersonId person) {
        return new Rights(walk(), clearance, person);
    }

    /** With the whole package its rules come into force. */
    private Meeting came(Intake changed, IntakeEvent event) {
        var rules = event instanceof ImportCompleted ? Book.of(changed.register().orElseThrow()) : book;
        return new Meeting(changed, clearance, rules, floor, tallies, ending, changes, answers, clock, recorded);
    }

    private Meeting with(Floor moved, Tallies changed) {
        return new Meeting(intake, clearance, book, moved, changed, ending, changes, answers, clock, recorded);
    }

    private Meeting with(Clearance changed) {
        return new Meeting(intake, changed, book, floor, tallies, ending, changes, answers, clock, recorded);
    }

    private Meeting with(SeatChange change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return new Meeting(intake, clearance, book, floor, tallies, ending, List.copyOf(more), answers, clock, recorded);
    }
}
