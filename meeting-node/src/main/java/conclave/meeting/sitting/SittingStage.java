package conclave.meeting.sitting;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.DraftSaved;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.SittingEvent.SignedIn;
import conclave.meeting.event.SittingEvent.SignedOut;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.Table;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.Optional;

/** The stage in which people sit together: who answers which command, and what each event changes on the floor. */
public final class SittingStage {

    private SittingStage() {
    }

    public static Verdict decide(Register register, Floor floor, Order order, SittingCommand command) {
        return switch (command) {
            case OpenSitting c -> Attendance.open(register, floor, order.actor(), order.at(), c);
            case CloseSitting c -> Attendance.close(register, floor, order.actor(), c);
            case SignIn c -> Attendance.signIn(register, floor, c);
            case SignOut c -> Attendance.signOut(floor, c);
            case OpenRound c -> Rounds.open(register, floor, order.actor(), c);
            case SaveDraft c -> Scoring.save(register, floor, order.actor(), order.at(), c);
            case SubmitScore c -> Scoring.submit(register, floor, order.actor(), c);
            case Recuse c -> Recusal.recuse(register, floor, order.actor(), c);
            case LiftRecusal c -> Recusal.lift(register, floor, order.actor(), c);
            case CloseRound c -> Rounds.close(register, floor, order.actor(), c);
            case ReopenRound c -> Rounds.reopen(register, floor, order.actor(), c);
        };
    }

    public static Floor evolve(Register register, Floor floor, Fact fact, long seq, SittingEvent event) {
        var at = fact.at();
        return switch (event) {
            case SittingOpened e -> floor.withSittings(floor.sittings().with(e.room(),
                    new Sitting(e.sitting(), e.day(), e.half(), at, Table.empty())));
            case SittingClosed e -> Attendance.closed(register, floor, e.room());
            case SignedIn e -> floor.withSessions(floor.sessions().with(e.person(), new Session(e.tokenHash(), at, e.expiresAt())));
            case SignedOut e -> floor.withSessions(floor.sessions().without(e.person()));
            case Attended e -> floor.withSittings(floor.sittings().changed(e.room(), sitting -> sitting.with(e.person(), at)));
            case RoundOpened e -> floor.with(Round.opened(e.round(), e.room(), e.number(), at));
            case DraftSaved e -> floor.changed(e.round(), round -> round.with(e.applicant(), e.expert(),
                    new Draft(e.basedOn(), e.marks(), e.opinion(), at)));
            case ScoreSubmitted e -> floor.changed(e.round(), round -> submitted(round, e, at, seq));
            case ExpertRecused e -> floor.withRecusals(floor.recusals().with(e.applicant(),
                    floor.recusals().get(e.applicant()).orElse(Table.empty()).with(e.expert(), e.ground())));
            case ScoreVoided e -> floor.changed(e.round(), round -> round.with(e.applicant(), e.expert(),
                    round.score(e.applicant(), e.expert()).orElseThrow().voidedNow()));
            case RecusalLifted e -> floor.withRecusals(floor.recusals().changed(e.applicant(), row -> row.without(e.expert())));
            case RoundClosed e -> floor.changed(e.round(), round -> round.closed(at, floor.attended(round.room())));
            case RoundReopened e -> floor.changed(e.round(), Round::reopened);
        };
    }

    /** A later stage has spoken: what is signed off is not reopened. */
    public static Floor evolve(Floor floor, TallySignedOff event) {
        return floor.changed(event.round(), Round::signed);
    }

    /** The meeting is sealed: every half-day that nobody closed ends, and with it the experts' sign-ins everywhere. */
    public static Floor emptied(Register register, Floor floor) {
        for (var room : register.rooms()) floor = Attendance.closed(register, floor, room.getKey());
        return floor;
    }

    private static Round submitted(Round round, ScoreSubmitted e, long at, long seq) {
        Optional<Score> earlier = round.score(e.applicant(), e.expert());
        var score = new Score(e.revision(), e.marks(), e.total(), e.opinion(), at, seq, false, earlier);
        return round.with(e.applicant(), e.expert(), score).withoutDraft(e.applicant(), e.expert());
    }
}
