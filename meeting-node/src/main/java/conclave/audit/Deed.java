package conclave.audit;

import conclave.meeting.Meeting;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.Order;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.RuleEvent;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferEvent;
import conclave.meeting.intake.Intake.Importing;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Session;
import java.util.List;
import java.util.Optional;

/**
 * The record keeps what happened, not what was asked for. But of everything that begins with a fact it can be told what must
 * have been asked, and so the rules can be asked once more. Nothing, where no order leads to such a fact.
 */
record Deed(Meeting before, List<Fact> ahead) {

    private static final int LONGEST_ENTRY = 100_000;

    Optional<Order> order() {
        var first = ahead.getFirst();
        return command(first.event()).map(command -> new Order(first.key(), first.request(), first.by(), first.at(), command));
    }

    private Optional<Command> command(Event event) {
        return switch (event) {
            case IntakeEvent e -> intake(e);
            case AmendmentEvent e -> amendment(e);
            case RuleEvent e -> rule(e);
            case SittingEvent e -> Sat.command(before, e);
            case TallyEvent e -> tally(e);
            case TransferEvent e -> Optional.of(switch (e) {
                case TransferEvent.TallySignedOff t -> new SignOff(t.round());
                case TransferEvent.MeetingSealed _ -> new SealMeeting();
                case TransferEvent.ReopeningAsked t -> new AskReopening(t.room(), t.reason());
                case TransferEvent.RoomReopened t -> new ReopenRoom(t.room());
            });
        };
    }

    private Optional<Command> intake(IntakeEvent event) {
        return Optional.of(switch (event) {
            case IntakeEvent.MeetingFounded e -> new FoundMeeting(e.meeting(), e.rules());
            case IntakeEvent.ImportBegun e -> new BeginImport(e.id());
            case ItemImported e -> new ImportItems(e.id(), e.ordinal(), before.intake().importing().map(Importing::digest).orElse(""), e.digest(),
                    ahead.stream().limit(LONGEST_ENTRY).map(Fact::event).takeWhile(next -> together(e, next)).map(next -> ((ItemImported) next).item()).toList());
            case IntakeEvent.ImportCompleted e -> new CompleteImport(e.id(), e.items(), e.root());
            case IntakeEvent.ContinuedAlone e -> new ContinueAlone(e.decision(), e.node());
        });
    }

    private static boolean together(ItemImported first, Event next) {
        return next instanceof ItemImported e && e.id().equals(first.id()) && e.ordinal() == first.ordinal() && e.digest().equals(first.digest());
    }

    private static Optional<Command> amendment(AmendmentEvent event) {
        return switch (event) {
            case AmendmentEvent.AmendmentProposed e -> Optional.of(new ProposeAmendment(e.amendment(), e.parcel(), e.changes(), e.reason()));
            case AmendmentEvent.AmendmentWithdrawn e -> Optional.of(new WithdrawAmendment(e.amendment()));
            case AmendmentEvent.AmendmentConfirmed e -> Optional.of(new ConfirmAmendment(e.amendment()));
            case AmendmentEvent.AmendmentReceived e -> Optional.of(new ReceiveAmendment(e.amendment(), e.basis(), e.parcel(), e.sequence(), e.changes()));
            case AmendmentEvent.PermitEntered e -> Optional.of(new EnterPermit(e.kind(), e.number(), e.until()));
            case AmendmentEvent.ApplicantAdded _, AmendmentEvent.DossierChanged _, AmendmentEvent.CandidateJoined _ -> Optional.empty();
        };
    }

    /** What follows from an approval follows in the same breath; by itself none of it comes about. */
    private Optional<Command> rule(RuleEvent event) {
        return switch (event) {
            case RuleEvent.SheetProposed e -> Optional.of(new ProposeSheet(e.sheet(), e.reason()));
            case RuleEvent.SheetApproved e -> Optional.of(new ApproveSheet(e.sheet(), e.version()));
            case RuleEvent.ApplicantCounted _, RuleEvent.SheetReplaced _, RuleEvent.ScoreReturned _ -> Optional.empty();
        };
    }

    /** Rankings and cuts come with the count before them or with the round after them; where a room only confirms, with its own count. */
    private Optional<Command> tally(TallyEvent event) {
        return switch (event) {
            case TallyEvent.TallyComputed e -> Optional.of(new ComputeTally(e.round()));
            case TallyEvent.BallotCounted e -> Optional.of(new ComputeTally(e.round()));
            case TallyEvent.BallotVoided e -> Optional.of(new ComputeTally(e.round()));
            case TallyEvent.CandidatesSettled e -> opening(e.room()).or(() -> before.floor().round(e.room()).map(Round::id).map(ComputeTally::new));
        };
    }

    private Optional<Command> opening(RoomId room) {
        var first = ahead.getFirst();
        return ahead.stream().takeWhile(next -> next.at() == first.at() && next.by().equals(first.by()) && next.request().equals(first.request()))
                .map(Fact::event).filter(RoundOpened.class::isInstance).map(RoundOpened.class::cast).filter(e -> e.room().equals(room))
                .findFirst().map(Sat::opening);
    }

    static String token(Meeting before, PersonId person) {
        return before.floor().sessions().get(person).map(Session::tokenHash).orElse("");
    }
}
