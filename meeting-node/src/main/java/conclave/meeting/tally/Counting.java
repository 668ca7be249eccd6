package conclave.meeting.tally;

import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Aggregate;
import conclave.meeting.event.TallyEvent.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From scores to an order. The experts' mean is the one place where anything is rounded (HALF_UP, to the mode's
 * scale); what comes before is exact, what comes after only adds.
 */
final class Counting {

    private Counting() {
    }

    static Row row(Item.Applicant applicant, List<BigDecimal> scores, Item.Mode mode, BigDecimal finalMax) {
        var automatic = applicant.automatic().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var dropped = dropped(scores.size(), mode);
        var expert = scores.isEmpty() ? Optional.<BigDecimal>empty() : Optional.of(mean(scores, dropped, mode.scale()));
        var total = expert.filter(_ -> !applicant.vetoed()).map(points -> points.add(automatic)
                .add(applicant.bonus()).subtract(applicant.deduction()).min(finalMax).max(BigDecimal.ZERO));
        return new Row(applicant.id(), Optional.empty(), scores.size(), dropped, expert, automatic,
                applicant.bonus(), applicant.deduction(), total, applicant.vetoed());
    }

    /** 去掉最高最低: one at each end, and only where enough remain (n ≥ the mode's figure). */
    private static int dropped(int scores, Item.Mode mode) {
        return mode.aggregate() == Aggregate.TRIMMED_MEAN && scores >= Math.max(mode.trimFrom(), 3) ? 2 : 0;
    }

    private static BigDecimal mean(List<BigDecimal> scores, int dropped, int scale) {
        var sorted = scores.stream().sorted().toList();
        var kept = sorted.subList(dropped / 2, sorted.size() - dropped / 2);
        var sum = kept.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(kept.size()), scale, RoundingMode.HALF_UP);
    }

    /** Highest first; equal totals share a rank and the next rank is left out (1, 1, 3). Without a total there is no rank. */
    static List<Row> ranked(List<Row> rows) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row row) -> row.total().isEmpty())
                .thenComparing(row -> row.total().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
                .thenComparing(Row::applicant));
        var ranked = new ArrayList<Row>();
        for (var row : sorted) ranked.add(withRank(row, rank(row, ranked)));
        return ranked;
    }

    private static Optional<Integer> rank(Row row, List<Row> before) {
        if (row.total().isEmpty()) return Optional.empty();
        if (before.isEmpty()) return Optional.of(1);
        var last = before.getLast();
        var shared = last.total().filter(total -> total.compareTo(row.total().get()) == 0).isPresent();
        return shared ? last.rank() : Optional.of(before.size() + 1);
    }

    private static Row withRank(Row row, Optional<Integer> rank) {
        return new Row(row.applicant(), rank, row.scores(), row.dropped(), row.expert(), row.automatic(), row.bonus(),
                row.deduction(), row.total(), row.vetoed());
    }
}
