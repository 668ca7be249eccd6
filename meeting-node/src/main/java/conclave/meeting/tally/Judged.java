package conclave.meeting.tally;

import conclave.meeting.event.Id.PersonId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

/** What one expert gave one applicant, indicator by indicator, and the class whose weight the expert counts with. */
public record Judged(PersonId expert, Optional<String> expertClass, SortedMap<String, BigDecimal> marks) {

    BigDecimal sum() {
        return marks.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
