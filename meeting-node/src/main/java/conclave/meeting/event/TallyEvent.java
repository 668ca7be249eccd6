package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

public sealed interface TallyEvent extends Event {

    /**
     * Nobody scored: no expert points, no total, no rank; that is not a zero. A veto is a status as well.
     *
     * @param range the highest less the lowest of the experts' scores
     * @param diverged so far apart that the mode asks for more
     */
    record Row(ApplicantId applicant, Optional<Integer> rank, int scores, int dropped, Optional<BigDecimal> expert,
               BigDecimal automatic, BigDecimal bonus, BigDecimal deduction, Optional<BigDecimal> total, boolean vetoed,
               Optional<BigDecimal> range, boolean diverged) {
    }

    record TallyComputed(RoundId round, List<Row> rows) implements TallyEvent {
        public TallyComputed {
            rows = List.copyOf(rows);
        }
    }

    /** @param open places kept for those who are equal and are voted on again */
    record BallotCounted(RoundId round, int issued, int returned, int valid, int open, List<Vote> votes) implements TallyEvent {
        public BallotCounted {
            votes = List.copyOf(votes);
        }
    }

    enum Void {
        MORE_RETURNED_THAN_ISSUED, MORE_RETURNED_THAN_ATTENDING, TOO_FEW_FOR_SECRECY,
        /** The papers of a secret ballot lay in memory only, and are gone. */
        BOX_LOST
    }

    /** The ballot counts for nothing and is held again. */
    record BallotVoided(RoundId round, int issued, int returned, Void reason) implements TallyEvent {
    }

    /** A ranking or a cut has been worked out; {@code open} as above. */
    record CandidatesSettled(RoomId room, String stage, int open, List<Settled> candidates) implements TallyEvent {
        public CandidatesSettled {
            candidates = List.copyOf(candidates);
        }
    }
}
