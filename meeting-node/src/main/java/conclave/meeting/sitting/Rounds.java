package conclave.meeting.sitting;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;

/** Opening, closing and reopening a round of scoring. */
final class Rounds {

    private Rounds() {
    }

    static Verdict open(Register register, Floor floor, PersonId actor, OpenRound c) {
        var refused = Rights.toRun(register, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (floor.sitting(c.room()).isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        var last = floor.round(c.room());
        if (last.isPresent()) return Verdict.no(standingInTheWay(last.get()));
        // The name of another room's round is not taken over, or its scores would be gone.
        if (floor.rounds().has(c.round())) return Verdict.no(Code.ROUND_ALREADY_OPEN);
        var quorum = Quorum.of(register, floor, c.room());
        if (!quorum.reached()) {
            return Verdict.no(Refusal.of(Code.QUORUM_NOT_REACHED).with("present", quorum.present())
                    .with("needed", quorum.needed()).with("committee", quorum.committee()));
        }
        return Verdict.yes(new RoundOpened(c.room(), c.round(), 1));
    }

    private static Code standingInTheWay(Round last) {
        if (last.signedOff()) return Code.ROUND_SIGNED_OFF;
        return last.open() ? Code.ROUND_ALREADY_OPEN : Code.ROUND_CLOSED;
    }

    static Verdict close(Register register, Floor floor, PersonId actor, CloseRound c) {
        var round = floor.rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = Rights.toRun(register, actor, round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (!round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        var progress = floor.progress(register, round.get());
        if (progress.missing() > 0 && !c.acceptMissing()) {
            return Verdict.no(Refusal.of(Code.SCORES_MISSING).with("missing", progress.missing()));
        }
        if (progress.missing() > 0 && c.reason().isEmpty()) return Verdict.no(Code.REASON_MISSING);
        return Verdict.yes(new RoundClosed(c.round(), progress.expected(), progress.given(), progress.missing(), c.reason()));
    }

    static Verdict reopen(Register register, Floor floor, PersonId actor, ReopenRound c) {
        var round = floor.rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = Rights.toRun(register, actor, round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (round.get().open()) return Verdict.no(Code.ROUND_ALREADY_OPEN);
        if (round.get().signedOff()) return Verdict.no(Code.ROUND_SIGNED_OFF);
        return Verdict.yes(new RoundReopened(c.round(), c.reason()));
    }
}
