package conclave.meeting.sitting;

import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.AmendmentCommand;
import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.IntakeCommand;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.PrepareCommand;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.RuleCommand;
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.PauseRooms;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.RenewCard;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoomResumed;
import conclave.meeting.event.TallyCommand;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.Optional;

/**
 * 会议暂停: after an outage, or when a clock has jumped, a room goes on only when somebody in charge of it has looked round
 * and says so; and a secretary may want a break. Drafts, reading, signing in and what concerns seats go on meanwhile.
 */
public final class Pausing {

    private Pausing() {
    }

    /** What would be done goes undone while its room stands still; what would be refused anyhow is refused in its own words. */
    public static Verdict held(Floor floor, Command command, Verdict verdict) {
        if (!(verdict instanceof Verdict.Yes)) return verdict;
        return waits(floor, command).flatMap(floor::pause).isPresent() ? Verdict.no(Code.ROOM_PAUSED) : verdict;
    }

    /** By the house alone: every room that is in session and goes on. Rooms that stand still already keep their reason. */
    static Verdict pause(Floor floor, PersonId actor, PauseRooms c) {
        if (!actor.equals(PersonId.HOUSE) || c.reason() == PauseReason.BY_SECRETARY) return Verdict.no(Rights.not("pauseRooms").orElseThrow());
        if (floor.sittings().isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        var events = floor.running().stream().<Event>map(room -> new RoomPaused(room, c.reason())).toList();
        return events.isEmpty() ? Verdict.no(Code.ROOM_PAUSED) : new Verdict.Yes(events);
    }

    static Verdict pause(Register register, Floor floor, PersonId actor, PauseRoom c) {
        var refused = Rights.toRun(register, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (floor.sitting(c.room()).isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        return floor.pause(c.room()).isPresent() ? Verdict.no(Code.ROOM_PAUSED)
                : Verdict.yes(new RoomPaused(c.room(), PauseReason.BY_SECRETARY));
    }

    static Verdict resume(Register register, Floor floor, PersonId actor, ResumeRoom c) {
        var refused = Rights.toResume(register, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (floor.sitting(c.room()).isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        return floor.pause(c.room()).isEmpty() ? Verdict.no(Code.ROOM_NOT_PAUSED) : Verdict.yes(new RoomResumed(c.room()));
    }

    static Floor paused(Floor floor, RoomPaused e, long at) {
        return floor.withSittings(floor.sittings().changed(e.room(), sitting -> sitting.with(Optional.of(new Pause(e.reason(), at)))));
    }

    /** Whoever was asked in has as much time left as when the room stopped. */
    static Floor resumed(Floor floor, RoomId room, long at) {
        var stood = at - floor.pause(room).orElseThrow().at();
        var going = floor.withSittings(floor.sittings().changed(room, sitting -> sitting.with(Optional.empty())));
        return floor.round(room).filter(Round::open).map(round -> going.changed(round.id(), open -> open.later(stood))).orElse(going);
    }

    /** The room in which a command carries on with the proceedings; nothing, where it need not wait for them. */
    private static Optional<RoomId> waits(Floor floor, Command command) {
        return switch (command) {
            case SittingCommand c -> waits(floor, c);
            case TallyCommand c -> switch (c) {
                case ComputeTally count -> roomOf(floor, count.round());
            };
            case TransferCommand c -> switch (c) {
                case SignOff sign -> roomOf(floor, sign.round());
                case SignWithoutRound sign -> Optional.of(sign.room());
                case SealMeeting _, AskReopening _, ReopenRoom _ -> Optional.empty();
            };
            case IntakeCommand c -> switch (c) {
                case FoundMeeting _, BeginImport _, ImportItems _, CompleteImport _, ContinueAlone _ -> Optional.empty();
            };
            case AmendmentCommand c -> switch (c) {
                case ProposeAmendment _, WithdrawAmendment _, ConfirmAmendment _, ReceiveAmendment _, EnterPermit _ -> Optional.empty();
            };
            case PrepareCommand c -> switch (c) {
                case RecordScreening _, ChangePlan _, ReleaseDocuments _, ConfirmRelease _, AskOverride _, OverrideGate _, WithdrawPage _, SettleScores _,
                     RecordOpenings _ -> Optional.empty();
            };
            case RuleCommand c -> switch (c) {
                case ProposeSheet _, ApproveSheet _ -> Optional.empty();
            };
        };
    }

    private static Optional<RoomId> waits(Floor floor, SittingCommand command) {
        return switch (command) {
            case OpenRound c -> Optional.of(c.room());
            case CallApplicant c -> roomOf(floor, c.round());
            case SubmitScore c -> roomOf(floor, c.round());
            case CastPaper c -> roomOf(floor, c.round());
            case CountPapers c -> roomOf(floor, c.round());
            case AnnounceBallot c -> roomOf(floor, c.round());
            case IssueToken c -> roomOf(floor, c.round());
            case CloseIssuing c -> roomOf(floor, c.round());
            case OpenBox c -> roomOf(floor, c.round());
            case CloseRound c -> roomOf(floor, c.round());
            case ReopenRound c -> roomOf(floor, c.round());
            case OpenSitting _, CloseSitting _, PauseRooms _, PauseRoom _, ResumeRoom _, SignIn _, SignOut _, RenewCard _, SaveDraft _, Recuse _,
                 LiftRecusal _, SwapExpert _ -> Optional.empty();
        };
    }

    private static Optional<RoomId> roomOf(Floor floor, RoundId round) {
        return floor.rounds().get(round).map(Round::room);
    }
}
