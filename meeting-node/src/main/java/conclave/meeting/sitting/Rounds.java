package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingEvent.ApplicantCalled;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Verdict;
import java.util.List;
import java.util.Optional;

/** Opening, closing and reopening a round of the room's next stage. */
final class Rounds {

    private Rounds() {
    }

    static Verdict open(Walk walk, PersonId actor, OpenRound c, Optional<Stage> stage) {
        var refused = Rights.toRun(walk.register(), actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (walk.floor().sitting(c.room()).isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        var inTheWay = standingInTheWay(walk, c);
        if (inTheWay.isPresent()) return Verdict.no(inTheWay.get());
        if (stage.isEmpty()) return Verdict.no(Code.STAGES_FINISHED);
        var quorum = Quorum.of(walk.register(), walk.book(), walk.floor(), c.room());
        if (!quorum.reached()) {
            return Verdict.no(Refusal.of(Code.QUORUM_NOT_REACHED).with("present", quorum.present())
                    .with("needed", quorum.needed()).with("committee", quorum.committee()));
        }
        var entrants = walk.entrants(c.room(), stage.get());
        var chance = Optional.of(c.chance()).filter(_ -> drawn(stage.get()));
        return Verdict.yes(new RoundOpened(c.room(), c.round(), stage.get().code(), walk.floor().roundsOf(c.room(), stage.get().code()) + 1,
                chance.map(drawn -> DrawnOrder.of(entrants, drawn)).orElse(entrants), chance, electors(walk, c, stage.get())));
    }

    private static Optional<Refusal> standingInTheWay(Walk walk, OpenRound c) {
        if (walk.floor().signedOff(c.room())) return refusal(Code.ROUND_SIGNED_OFF);
        var last = walk.floor().round(c.room());
        if (last.isPresent()) {
            if (last.get().open()) return refusal(Code.ROUND_ALREADY_OPEN);
            if (!last.get().counted()) return refusal(Code.ROUND_NOT_TALLIED);
        }
        // The name of another room's round is not taken over, or its scores would be gone.
        if (walk.floor().rounds().has(c.round())) return refusal(Code.ROUND_ALREADY_OPEN);
        var waiting = walk.panelsWaitedFor(c.room());
        return waiting == 0 ? Optional.empty() : Optional.of(Refusal.of(Code.PANELS_NOT_SIGNED_OFF).with("rooms", waiting));
    }

    private static boolean drawn(Stage stage) {
        return stage instanceof Stage.Scoring scoring && scoring.defence().map(Stage.Defence::drawnOrder).orElse(false);
    }

    /** A paper goes to everybody who is there: no proxy, and nobody who comes later. */
    private static List<PersonId> electors(Walk walk, OpenRound c, Stage stage) {
        if (!(stage instanceof Stage.Balloting)) return List.of();
        return walk.register().expertsOf(c.room()).stream().filter(expert -> walk.floor().present(c.room(), expert)).toList();
    }

    static Verdict call(Walk walk, PersonId actor, CallApplicant c) {
        var round = walk.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = Rights.toRun(walk.register(), actor, round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (!round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        if (!round.get().candidates().contains(c.applicant())) return Verdict.no(Code.FOREIGN_APPLICANT);
        return Verdict.yes(new ApplicantCalled(c.round(), c.applicant()));
    }

    static Verdict close(Walk walk, PersonId actor, CloseRound c) {
        var round = walk.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = Rights.toRun(walk.register(), actor, round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (!round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        var judges = new Judges(walk.register(), walk.book(), walk.floor());
        var progress = Progress.of(judges, round.get());
        if (round.get().casting().isPresent()) return closed(round.get(), round.get().casting().get(), progress, c);
        return missing(progress, c).map(Verdict::no).orElseGet(() -> Verdict.yes(closed(progress, c)));
    }

    private static Optional<Refusal> missing(Progress progress, CloseRound c) {
        if (progress.missing() == 0) return Optional.empty();
        if (!c.acceptMissing()) return Optional.of(Refusal.of(Code.SCORES_MISSING).with("missing", progress.missing()));
        return c.reason().isEmpty() ? refusal(Code.REASON_MISSING) : Optional.empty();
    }

    /**
     * Papers that nobody handed back are missing, and that is how it stays. A secret ballot ends when its box is opened; closed
     * without that, its papers are lost, and somebody has said why.
     */
    private static Verdict closed(Round round, Casting casting, Progress progress, CloseRound c) {
        var refused = switch (casting.secrecy()) {
            case NAMED -> missing(progress, c);
            case PAPER -> casting.agreed().isPresent() ? Optional.<Refusal>empty()
                    : refusal(casting.counts().size() < 2 ? Code.PAPERS_NOT_COUNTED_TWICE : Code.COUNTS_DIFFER);
            case BLIND_TOKEN -> missing(new Progress(casting.electors().size(), 0), c);
        };
        if (refused.isPresent()) return Verdict.no(refused.get());
        var seen = casting.secrecy() == Stage.Secrecy.BLIND_TOKEN ? new Progress(casting.electors().size(), 0) : progress;
        return Verdict.yes(closed(seen, c));
    }

    private static RoundClosed closed(Progress progress, CloseRound c) {
        return new RoundClosed(c.round(), progress.expected(), progress.given(), progress.missing(), c.reason());
    }

    static Verdict reopen(Walk walk, PersonId actor, ReopenRound c) {
        var round = walk.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = Rights.toRun(walk.register(), actor, round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (round.get().open()) return Verdict.no(Code.ROUND_ALREADY_OPEN);
        if (round.get().signedOff()) return Verdict.no(Code.ROUND_SIGNED_OFF);
        if (!walk.floor().round(round.get().room()).map(Round::id).equals(Optional.of(c.round()))) return Verdict.no(Code.LATER_ROUND_STANDS);
        // What is cast is cast: nobody votes a second time on the same papers.
        if (round.get().casting().isPresent()) return Verdict.no(Code.BALLOT_NOT_REOPENED);
        return Verdict.yes(new RoundReopened(c.round(), c.reason()));
    }

    private static Optional<Refusal> refusal(Code code) {
        return Optional.of(Refusal.of(code));
    }
}
