package conclave.audit;

import conclave.meeting.Meeting;
import conclave.meeting.event.Command;
import conclave.meeting.event.PauseReason;
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
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import java.util.Optional;
import java.util.TreeMap;

/** What people in the room must have asked for, so that this happened. */
final class Sat {

    private Sat() {
    }

    static Optional<Command> command(Meeting before, SittingEvent event) {
        return switch (event) {
            case SittingEvent.SittingOpened e -> Optional.of(new OpenSitting(e.room(), e.sitting(), e.day(), e.half()));
            case SittingEvent.SittingClosed e -> Optional.of(new CloseSitting(e.room()));
            case SittingEvent.RoomPaused e -> Optional.of(e.reason() == PauseReason.BY_SECRETARY ? new PauseRoom(e.room()) : new PauseRooms(e.reason()));
            case SittingEvent.RoomResumed e -> Optional.of(new ResumeRoom(e.room()));
            case SittingEvent.SignedIn e -> Optional.of(new SignIn(e.person(), e.tokenHash(), e.expiresAt()));
            case SittingEvent.SignedOut e -> Optional.of(new SignOut(e.person(), Deed.token(before, e.person())));
            case SittingEvent.CardRenewed e -> Optional.of(new RenewCard(e.person(), e.identity(), e.codeHash(), e.note()));
            case RoundOpened e -> Optional.of(opening(e));
            case SittingEvent.ApplicantCalled e -> Optional.of(new CallApplicant(e.round(), e.applicant()));
            case SittingEvent.PaperCast e -> Optional.of(new CastPaper(e.round(), e.paper()));
            case SittingEvent.PapersCounted e -> Optional.of(new CountPapers(e.round(), e.returned(), e.invalid(), e.lines()));
            case SittingEvent.BallotAnnounced e -> Optional.of(new AnnounceBallot(e.round(), e.digest(), e.signers(), e.key()));
            case SittingEvent.TokenIssued e -> Optional.of(new IssueToken(e.round(), e.blindedHash()));
            case SittingEvent.IssuingClosed e -> Optional.of(new CloseIssuing(e.round(), true));
            case SittingEvent.BoxOpened e -> Optional.of(new OpenBox(e.round(), e.tokens(), e.valid(), e.columns()));
            case SittingEvent.ExpertSwapped e -> Optional.of(new SwapExpert(e.room(), e.leaving(), e.coming(), e.reason()));
            case ScoreSubmitted e -> Optional.of(submitting(e));
            case SittingEvent.ExpertRecused e -> Optional.of(new Recuse(e.expert(), e.applicant(), e.ground(), e.note()));
            case SittingEvent.RecusalLifted e -> Optional.of(new LiftRecusal(e.expert(), e.applicant()));
            case SittingEvent.RoundClosed e -> Optional.of(new CloseRound(e.round(), true, e.reason()));
            case SittingEvent.RoundReopened e -> Optional.of(new ReopenRound(e.round(), e.reason()));
            // None of these begins anything, and a draft is no evidence.
            case SittingEvent.Attended _, SittingEvent.ScoreVoided _, SittingEvent.DraftSaved _ -> Optional.empty();
        };
    }

    static OpenRound opening(RoundOpened e) {
        return new OpenRound(e.room(), e.round(), e.chance().orElse(""));
    }

    private static SubmitScore submitting(ScoreSubmitted e) {
        var typed = new TreeMap<String, String>();
        e.marks().forEach((code, mark) -> typed.put(code, mark.toPlainString()));
        return new SubmitScore(e.round(), e.applicant(), e.revision() - 1, typed, e.opinion(), e.dossier());
    }
}
