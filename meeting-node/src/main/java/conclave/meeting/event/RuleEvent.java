package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

public sealed interface RuleEvent extends Event {

    enum Eligibility { ELIGIBLE, INELIGIBLE, VETOED }

    /**
     * 自动量化赋分: what the facts come to under a version of a sheet, by indicator and in sum. A veto or a missing
     * condition is a status, named by the indicator that says so, and takes no points away.
     */
    record ApplicantCounted(ApplicantId applicant, String sheet, int version, SortedMap<String, BigDecimal> points,
                            BigDecimal automatic, BigDecimal bonus, BigDecimal deduction, Eligibility eligibility,
                            Optional<String> because) implements RuleEvent {
        public ApplicantCounted {
            points = Sorted.copy(points);
        }
    }

    record SheetProposed(Sheet sheet, Ciphertext reason) implements RuleEvent {
    }

    record SheetApproved(String sheet, int version, PersonId person) implements RuleEvent {
    }

    /** From here on this version counts; the one before stays in the record. */
    record SheetReplaced(String sheet, int version) implements RuleEvent {
    }

    /** A score that the new sheet no longer understands: it goes back to its expert, with the marks that still fit as a draft. */
    record ScoreReturned(RoundId round, PersonId expert, ApplicantId applicant, int revision,
                         SortedMap<String, String> marks) implements RuleEvent {
        public ScoreReturned {
            marks = Sorted.copy(marks);
        }
    }
}
