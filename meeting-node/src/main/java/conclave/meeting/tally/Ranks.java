package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 排序: highest first; equal totals share a rank and the next is left out (1, 1, 3). Without a total there is no rank. */
public final class Ranks {

    private static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate one) -> one.total().isEmpty())
            .thenComparing(one -> one.total().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
            .thenComparing(Candidate::applicant);

    private Ranks() {
    }

    /** The best first; whoever has no total stands at the end. */
    public static List<Candidate> sorted(List<Candidate> candidates) {
        return candidates.stream().sorted(ORDER).toList();
    }

    public static Table<ApplicantId, Integer> of(List<Candidate> candidates) {
        var ranks = Table.<ApplicantId, Integer>empty();
        var place = 0;
        var rank = 0;
        var last = Optional.<BigDecimal>empty();
        for (var one : sorted(candidates)) {
            if (one.total().isEmpty()) break;
            place++;
            if (last.isEmpty() || last.get().compareTo(one.total().get()) != 0) rank = place;
            last = one.total();
            ranks = ranks.with(one.applicant(), rank);
        }
        return ranks;
    }
}
