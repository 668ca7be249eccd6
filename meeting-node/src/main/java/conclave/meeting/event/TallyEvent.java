package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoundId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

public sealed interface TallyEvent extends Event {

    /** Nobody scored: no expert points, no total, no rank; that is not a zero. A veto is a status as well. */
    record Row(ApplicantId applicant, Optional<Integer> rank, int scores, int dropped, Optional<BigDecimal> expert,
               BigDecimal automatic, BigDecimal bonus, BigDecimal deduction, Optional<BigDecimal> total, boolean vetoed) {
    }

    record TallyComputed(RoundId round, List<Row> rows) implements TallyEvent {
        public TallyComputed {
            rows = List.copyOf(rows);
        }
    }
}
