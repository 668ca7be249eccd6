package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import java.math.BigDecimal;
import java.util.Optional;

/** Who stands at a ranking or a cut, with the total so far. */
public record Candidate(ApplicantId applicant, Optional<BigDecimal> total) {
}
