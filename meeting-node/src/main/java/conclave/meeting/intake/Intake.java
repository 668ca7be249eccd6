package conclave.meeting.intake;

import conclave.meeting.event.AmendmentEvent.AmendmentConfirmed;
import conclave.meeting.event.AmendmentEvent.AmendmentProposed;
import conclave.meeting.event.AmendmentEvent.AmendmentReceived;
import conclave.meeting.event.AmendmentEvent.AmendmentWithdrawn;
import conclave.meeting.event.AmendmentEvent.ApplicantAdded;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.IntakeCommand;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.IntakeEvent.ContinuedAlone;
import conclave.meeting.event.IntakeEvent.ImportBegun;
import conclave.meeting.event.IntakeEvent.ImportCompleted;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first stage: the meeting is founded, its package comes in piece by piece and counts only when it is whole.
 *
 * @param amendments what has been changed since
 * @param alone how often one node has gone on with the meeting without the others, the first time first
 */
public record Intake(Optional<MeetingId> meeting, Optional<Importing> importing, Optional<Register> register, List<Alone> alone,
                     Amendments amendments) {

    public static final Intake NOTHING = new Intake(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Amendments.NONE);

    public Intake {
        alone = List.copyOf(alone);
    }

    /** One node goes on since then, by a decision with this digest (单机续会). */
    public record Alone(String decision, String node, long at) {
    }

    /** A package on its way in: invisible to everybody. */
    public record Importing(ImportId id, int items, int ordinal, String digest, Register register) {
    }

    public static Verdict decide(Intake intake, IntakeCommand command) {
        return switch (command) {
            case FoundMeeting c -> intake.meeting.isPresent() ? Verdict.no(Code.ALREADY_FOUNDED)
                    : Verdict.yes(new MeetingFounded(c.meeting(), c.rules()));
            case BeginImport c -> beginning(intake, c);
            case ImportItems c -> importing(intake, c);
            case CompleteImport c -> completing(intake, c);
            case ContinueAlone c -> continuing(intake, c);
        };
    }

    /** Begun again after a node fell in the middle: what had come in of the first attempt is dropped. */
    private static Verdict beginning(Intake intake, BeginImport c) {
        if (intake.meeting.isEmpty()) return Verdict.no(Code.MEETING_NOT_IMPORTED);
        if (intake.register.isPresent()) return Verdict.no(Code.ALREADY_IMPORTED);
        return Verdict.yes(new ImportBegun(c.id()));
    }

    private static Verdict importing(Intake intake, ImportItems c) {
        var open = intake.importing.filter(i -> i.id().equals(c.id()));
        if (open.isEmpty()) return Verdict.no(Code.IMPORT_NOT_BEGUN);
        if (open.get().ordinal() + 1 != c.ordinal() || !open.get().digest().equals(c.before())) {
            return Verdict.no(Refusal.of(Code.IMPORT_OUT_OF_ORDER).with("expected", open.get().ordinal() + 1).with("given", c.ordinal()));
        }
        if (c.items().isEmpty()) return Verdict.no(disagrees("empty"));
        var events = new ArrayList<Event>();
        var register = open.get().register();
        for (var item : c.items()) {
            if (register.has(item)) return Verdict.no(disagrees("twice"));
            register = register.with(item);
            events.add(new ItemImported(c.id(), c.ordinal(), c.after(), item));
        }
        return new Verdict.Yes(events);
    }

    private static Verdict completing(Intake intake, CompleteImport c) {
        var open = intake.importing.filter(i -> i.id().equals(c.id()));
        if (open.isEmpty()) return Verdict.no(Code.IMPORT_NOT_BEGUN);
        if (open.get().items() != c.items()) {
            return Verdict.no(disagrees("count").with("expected", c.items()).with("given", open.get().items()));
        }
        if (!open.get().digest().equals(c.root())) return Verdict.no(disagrees("digest"));
        var wrong = Soundness.wrong(open.get().register());
        return wrong.isPresent() ? Verdict.no(disagrees(wrong.get())) : Verdict.yes(new ImportCompleted(c.id(), c.items(), c.root()));
    }

    /** Said again after a restart, it has been said. */
    private static Verdict continuing(Intake intake, ContinueAlone c) {
        if (intake.meeting.isEmpty()) return Verdict.no(Code.MEETING_NOT_IMPORTED);
        return intake.aloneBy(c.decision()) ? Verdict.no(Code.ALREADY_ALONE) : Verdict.yes(new ContinuedAlone(c.decision(), c.node()));
    }

    public boolean aloneBy(String decision) {
        return alone.stream().anyMatch(one -> one.decision().equals(decision));
    }

    /** A later stage has spoken: an alternate has taken somebody's seat. */
    public Intake swapped(ExpertSwapped event) {
        return new Intake(meeting, importing, register.map(r -> r.swapped(event.room(), event.leaving(), event.coming())), alone, amendments);
    }

    /** A later stage has spoken: somebody has another code. */
    public Intake renewed(CardRenewed event) {
        return new Intake(meeting, importing, register.map(r -> r.renewed(event)), alone, amendments);
    }

    /** A later stage has spoken: what the package brought is no longer all, or no longer the same. */
    public Intake amended(Fact fact, long seq, AmendmentEvent event) {
        var changed = switch (event) {
            case ApplicantAdded e -> register.map(r -> r.added(e.applicant()));
            case DossierChanged e -> register.map(r -> r.changed(e.applicant()));
            case PermitEntered e -> register.map(r -> r.permitted(e));
            case AmendmentProposed _, AmendmentWithdrawn _, AmendmentConfirmed _, AmendmentReceived _, CandidateJoined _ -> register;
        };
        return new Intake(meeting, importing, changed, alone, Amendments.evolve(amendments, register, fact, seq, event));
    }

    public static Refusal disagrees(String wrong) {
        return Refusal.of(Code.IMPORT_DISAGREES).with("wrong", wrong);
    }

    public static Intake evolve(Intake intake, long at, IntakeEvent event) {
        return switch (event) {
            case MeetingFounded e -> new Intake(Optional.of(e.meeting()), intake.importing, intake.register, intake.alone, intake.amendments);
            case ImportBegun e -> intake.importing(Optional.of(new Importing(e.id(), 0, 0, "", Register.EMPTY)));
            case ItemImported e -> intake.importing(intake.importing.map(i -> new Importing(i.id(), i.items() + 1,
                    e.ordinal(), e.digest(), i.register().with(e.item()))));
            case ImportCompleted _ -> new Intake(intake.meeting, Optional.empty(), intake.importing.map(Importing::register), intake.alone,
                    intake.amendments);
            case ContinuedAlone e -> {
                var more = new ArrayList<>(intake.alone);
                more.add(new Alone(e.decision(), e.node(), at));
                yield new Intake(intake.meeting, intake.importing, intake.register, more, intake.amendments);
            }
        };
    }

    private Intake importing(Optional<Importing> changed) {
        return new Intake(meeting, changed, register, alone, amendments);
    }
}
