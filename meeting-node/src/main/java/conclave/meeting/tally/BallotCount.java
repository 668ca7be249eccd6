package conclave.meeting.tally;

import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Issue;
import java.util.List;

/**
 * 计票. Whoever attends is in the denominator, whether the paper abstains, leaves a name unmarked, is invalid or never came
 * back; only what the profile says about recusal changes that. To win takes the threshold and, where places are limited,
 * one of them: the highest share of yes first. An order (RANK) knows no threshold: the highest share of the points first,
 * and whom no paper places cannot win. Equals at the edge of the places go by the stage's rule for ties; there is no
 * further comparison of pairs, because among three it can go round in a circle.
 */
public sealed interface BallotCount {

    /** 表决无效: nothing is counted and nothing shown; the vote is taken again. */
    record Void(TallyEvent.Void cause, int issued, int returned) implements BallotCount {
    }

    /**
     * @param votes in the order of the candidates
     * @param taken places that are given, those kept for the tied included
     * @param open places kept for those who are voted on again
     * @param over so many more won than there were places, because they are equal
     */
    record Counted(int issued, int returned, int valid, List<Vote> votes, int taken, int open, int over) implements BallotCount {
        public Counted {
            votes = List.copyOf(votes);
        }

        public int invalid() {
            return returned - valid;
        }
    }

    static BallotCount of(Poll poll) {
        return of(poll, Papers.read(poll));
    }

    /** From what two tellers read off the papers. */
    static BallotCount of(Poll poll, Casting.HandCount count) {
        return of(poll, Papers.told(poll, count));
    }

    /** From what the box of a secret ballot said; papers in it that can be read must be enough, for only they hide each other. */
    static BallotCount of(Poll poll, Issue.Box box) {
        var counted = of(poll, Papers.boxed(poll, box));
        return counted instanceof Counted && box.valid() < poll.profile().fewestSecret()
                ? new Void(TallyEvent.Void.TOO_FEW_FOR_SECRECY, poll.issued(), box.returned()) : counted;
    }

    private static BallotCount of(Poll poll, Papers papers) {
        var returned = papers.returned();
        if (returned > poll.issued()) return new Void(TallyEvent.Void.MORE_RETURNED_THAN_ISSUED, poll.issued(), returned);
        if (returned > poll.attending()) return new Void(TallyEvent.Void.MORE_RETURNED_THAN_ATTENDING, poll.issued(), returned);
        if (poll.balloting().secrecy() != Secrecy.NAMED && returned < poll.profile().fewestSecret()) {
            return new Void(TallyEvent.Void.TOO_FEW_FOR_SECRECY, poll.issued(), returned);
        }
        return new Outcome(poll, papers).counted();
    }
}
