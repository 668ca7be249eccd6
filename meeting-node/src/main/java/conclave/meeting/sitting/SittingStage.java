package conclave.meeting.sitting;

import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Order;
import conclave.meeting.event.RuleEvent.ScoreReturned;
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
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.SittingEvent.ApplicantCalled;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.SittingEvent.DraftSaved;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.PaperCast;
import conclave.meeting.event.SittingEvent.PapersCounted;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoomResumed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.SittingEvent.SignedIn;
import conclave.meeting.event.SittingEvent.SignedOut;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.SittingEvent.TokenIssued;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.BallotVoided;
import conclave.meeting.event.TallyEvent.CandidatesSettled;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.TransferEvent.SignedWithoutRound;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Book;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stage in which people sit together: who answers which command, and what each event changes on the floor. */
public final class SittingStage {

    private SittingStage() {
    }

    public static Verdict decide(Register register, Book book, Floor floor, Order order, SittingCommand command) {
        var walk = new Walk(register, book, floor);
        var judges = new Judges(register, book, floor);
        return switch (command) {
            case OpenSitting c -> Attendance.open(register, floor, order.actor(), order.at(), c);
            case CloseSitting c -> Attendance.close(register, floor, order.actor(), c);
            case PauseRooms c -> Pausing.pause(floor, order.actor(), c);
            case PauseRoom c -> Pausing.pause(register, floor, order.actor(), c);
            case ResumeRoom c -> Pausing.resume(register, floor, order.actor(), c);
            case SignIn c -> Attendance.signIn(register, floor, c);
            case SignOut c -> Attendance.signOut(floor, c);
            case RenewCard c -> CardRenewal.renew(register, order.actor(), c);
            case OpenRound c -> Rounds.open(walk, order.actor(), c, walk.upcoming(c.room()));
            case CallApplicant c -> Rounds.call(walk, order.actor(), c);
            case SaveDraft c -> Scoring.save(judges, order.actor(), order.at(), c);
            case SubmitScore c -> Scoring.submit(judges, order.actor(), c);
            case CastPaper c -> Voting.cast(judges, order.actor(), c);
            case CountPapers c -> Voting.count(judges, order.actor(), c);
            case AnnounceBallot c -> SecretBallot.announce(walk, order.actor(), c);
            case IssueToken c -> SecretBallot.issue(walk, order.actor(), c);
            case CloseIssuing c -> SecretBallot.closeIssuing(walk, order.actor(), c);
            case OpenBox c -> SecretBallot.open(walk, order.actor(), c);
            case Recuse c -> Recusal.recuse(walk, order.actor(), c);
            case LiftRecusal c -> Recusal.lift(walk, order.actor(), c);
            case SwapExpert c -> Swapping.swap(walk, order.actor(), order.at(), c);
            case CloseRound c -> Rounds.close(walk, order.actor(), c);
            case ReopenRound c -> Rounds.reopen(walk, order.actor(), c);
        };
    }

    /** The room comes together for this stage; nothing, where it has none before it. */
    public static Verdict open(Walk walk, PersonId actor, OpenRound c, Optional<Stage> stage) {
        return Rounds.open(walk, actor, c, stage);
    }

    public static Floor evolve(Register register, Book book, Floor floor, Fact fact, long seq, SittingEvent event) {
        var at = fact.at();
        return switch (event) {
            case SittingOpened e -> floor.withSittings(floor.sittings().with(e.room(),
                    new Sitting(e.sitting(), e.day(), e.half(), at, Table.empty(), Optional.empty())));
            case SittingClosed e -> Attendance.closed(register, floor, e.room());
            case RoomPaused e -> Pausing.paused(floor, e, at);
            case RoomResumed e -> Pausing.resumed(floor, e.room(), at);
            case SignedIn e -> floor.withSessions(floor.sessions().with(e.person(), new Session(e.tokenHash(), at, e.expiresAt())));
            case SignedOut e -> floor.withSessions(floor.sessions().without(e.person()));
            case CardRenewed e -> CardRenewal.renewed(floor, e.person());
            case Attended e -> floor.withSittings(floor.sittings().changed(e.room(), sitting -> sitting.with(e.person(), at)));
            case RoundOpened e -> floor.with(Round.opened(e.round(), e.room(), e.stage(), e.number(), e.candidates(), at, casting(book, floor, e)));
            case ApplicantCalled e -> floor.changed(e.round(), round -> round.called(e.applicant(), at));
            case DraftSaved e -> floor.changed(e.round(), round -> round.with(round.sheets().with(e.applicant(), e.expert(),
                    new Draft(e.basedOn(), e.marks(), e.opinion(), at))));
            case ScoreSubmitted e -> floor.changed(e.round(), round -> submitted(round, e, at, seq));
            case PaperCast e -> cast(floor, e.round(), casting -> casting.with(e.voter(), new Casting.Given(e.paper(), at, seq)));
            case PapersCounted e -> cast(floor, e.round(), casting -> casting.with(e.teller(),
                    new Casting.HandCount(e.returned(), e.invalid(), e.lines())));
            case BallotAnnounced e -> cast(floor, e.round(), casting -> casting.announced(e));
            case TokenIssued e -> issued(floor, e.round(), issue -> issue.with(e.person(), new Issue.Token(e.blindedHash(), seq, at)));
            case IssuingClosed e -> issued(floor, e.round(), Issue::barred);
            case BoxOpened e -> issued(floor, e.round(), issue -> issue.opened(new Issue.Box(e.tokens().size(), e.valid(), e.columns())));
            case ExpertRecused e -> floor.withRecusals(floor.recusals().with(e.applicant(),
                    floor.recusals().get(e.applicant()).orElse(Table.empty()).with(e.expert(), e.ground())));
            case ScoreVoided e -> floor.changed(e.round(), round -> round.with(round.sheets().with(e.applicant(), e.expert(),
                    round.score(e.applicant(), e.expert()).orElseThrow().voidedNow())));
            case RecusalLifted e -> floor.withRecusals(floor.recusals().changed(e.applicant(), row -> row.without(e.expert())));
            case ExpertSwapped e -> Swapping.swapped(floor, e.room(), e.leaving(), e.coming());
            case RoundClosed e -> floor.changed(e.round(), round -> round.closed(at, floor.attended(round.room())));
            case RoundReopened e -> reopened(book, floor, e);
        };
    }

    private static Optional<Casting> casting(Book book, Floor floor, RoundOpened e) {
        return book.mode().stage(e.stage()).filter(Stage.Balloting.class::isInstance).map(Stage.Balloting.class::cast)
                .map(ballot -> Casting.issued(SecretBallot.secrecy(ballot, book.profile(), floor, e.candidates(), e.electors()), e.electors()));
    }

    private static Floor cast(Floor floor, RoundId id, UnaryOperator<Casting> change) {
        return floor.changed(id, round -> round.with(change.apply(round.casting().orElseThrow())));
    }

    private static Floor issued(Floor floor, RoundId id, UnaryOperator<Issue> change) {
        return cast(floor, id, casting -> casting.with(change.apply(casting.issue().orElseThrow())));
    }

    /** The room goes back to where it stood when the round was opened. */
    private static Floor reopened(Book book, Floor floor, RoundReopened e) {
        var round = floor.rounds().get(e.round()).orElseThrow();
        var course = floor.courses().get(round.room()).orElse(Course.BEGINNING)
                .before(book.mode().place(round.stage()), round.number() > 1 ? round.candidates() : List.of());
        return floor.with(round.room(), course).changed(e.round(), Round::reopened);
    }

    /** The rules have changed: these rooms stand at the beginning until what they have held is counted again. */
    public static Floor uncounted(Floor floor, List<RoomId> rooms) {
        for (var round : floor.rounds().values()) {
            if (rooms.contains(round.room())) floor = floor.changed(round.id(), Round::uncounted).with(round.room(), Course.BEGINNING);
        }
        return floor;
    }

    /** A later stage has spoken: what was counted opens the way to what comes next. */
    public static Floor evolve(Book book, Floor floor, TallyEvent event) {
        return switch (event) {
            case TallyComputed e -> Progressing.scored(book, counted(floor, e.round()), e);
            case BallotCounted e -> Progressing.voted(book, counted(floor, e.round()), e);
            case BallotVoided e -> counted(floor, e.round());
            case CandidatesSettled e -> Progressing.settled(book, floor, e);
        };
    }

    private static Floor counted(Floor floor, RoundId round) {
        return floor.changed(round, Round::countedNow);
    }

    /** What is signed off is not reopened, unless two persons want it. */
    public static Floor evolve(Floor floor, TallySignedOff event) {
        return floor.changed(event.round(), Round::signed);
    }

    /** The count stands until its round is opened again; only the name under it is gone. */
    public static Floor evolve(Floor floor, RoomReopened event) {
        return event.round().map(round -> floor.changed(round, Round::unsigned))
                .orElseGet(() -> floor.with(event.room(), Progressing.course(floor, event.room()).signed(false)));
    }

    /** Nobody came before the room, and that stands under its chair's name. */
    public static Floor evolve(Floor floor, SignedWithoutRound event) {
        return floor.with(event.room(), Progressing.course(floor, event.room()).signed(true));
    }

    /**
     * A sheet has changed: the score counts no longer, and what still fits of it lies before the expert as a draft; what
     * they are writing already is not written over.
     */
    public static Floor evolve(Floor floor, long at, ScoreReturned e) {
        return floor.changed(e.round(), round -> round.with(round.sheets()
                .with(e.applicant(), e.expert(), round.score(e.applicant(), e.expert()).orElseThrow().voidedNow())
                .with(e.applicant(), e.expert(), round.draft(e.applicant(), e.expert()).filter(draft -> draft.basedOn() == e.revision())
                        .orElseGet(() -> new Draft(e.revision(), e.marks(), round.score(e.applicant(), e.expert()).flatMap(Score::opinion), at)))));
    }

    /** 补充评审: a late applicant comes to a round that is open. */
    public static Floor joined(Floor floor, CandidateJoined e) {
        return floor.changed(e.round(), round -> round.joined(e.applicant()));
    }

    /** The meeting is sealed: every half-day that nobody closed ends, and with it the experts' sign-ins everywhere. */
    public static Floor emptied(Register register, Floor floor) {
        for (var room : register.rooms()) floor = Attendance.closed(register, floor, room.getKey());
        return floor;
    }

    private static Round submitted(Round round, ScoreSubmitted e, long at, long seq) {
        var score = new Score(e.revision(), e.marks(), e.total(), e.opinion(), at, seq, false);
        return round.with(round.sheets().with(e.applicant(), e.expert(), score).withoutDraft(e.applicant(), e.expert()));
    }
}
