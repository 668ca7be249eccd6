package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import java.math.BigDecimal;
import java.util.Optional;

/** What a cut made of one candidate, and why. Without a total there is no rank, and nothing is decided by it. */
public record Settled(ApplicantId applicant, Optional<Integer> rank, Optional<BigDecimal> total, Stage.Effect effect,
                      boolean tied, Reason reason) {

    public enum Reason {
        BELOW_ENTRY, LOCKED_IN, LOCKED_OUT, WITHIN_PLACES, OUTSIDE_PLACES,
        /** Equal at an edge: voted on again. */
        TIED_AT_EDGE,
        /** Nobody scored it: a matter for people. */
        NO_TOTAL,
        /** The cut says nothing about it. */
        STAYS
    }
}
