package conclave.meeting.sitting;

import conclave.meeting.event.Ciphertext;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

/** What an expert submitted for an applicant last. Earlier revisions decide nothing: the record has them, and the tables. */
public record Score(int revision, SortedMap<String, BigDecimal> marks, BigDecimal total, Optional<Ciphertext> opinion,
                    long at, long seq, boolean voided) {

    Score voidedNow() {
        return new Score(revision, marks, total, opinion, at, seq, true);
    }
}
