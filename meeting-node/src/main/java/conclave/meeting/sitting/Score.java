package conclave.meeting.sitting;

import conclave.meeting.event.Ciphertext;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

/** What an expert submitted for an applicant. The later revision counts, the earlier ones stay behind it. */
public record Score(int revision, SortedMap<String, BigDecimal> marks, BigDecimal total, Optional<Ciphertext> opinion,
                    long at, long seq, boolean voided, Optional<Score> earlier) {

    Score voidedNow() {
        return new Score(revision, marks, total, opinion, at, seq, true, earlier);
    }
}
