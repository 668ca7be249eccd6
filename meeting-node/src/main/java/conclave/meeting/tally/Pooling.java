package conclave.meeting.tally;

import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.tally.Figure.Fate;
import conclave.meeting.tally.Figure.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How a stage makes one of several marks. Where classes of experts have weights, each class comes to its own mean first
 * (and leaves out marks within itself, so that no class disappears and equal marks of two classes need no choice); a class
 * without marks leaves its weight to the others in proportion.
 */
record Pooling(Aggregation aggregation, int scale) {

    record Pooled(Optional<Fraction> value, Figure figure) {
    }

    Pooled pool(Optional<String> indicator, List<Judged> judged, Function<Judged, BigDecimal> points) {
        var classes = new TreeMap<String, List<Mark>>();
        var marks = new ArrayList<Mark>();
        for (var one : judged) {
            var mark = new Mark(one.expert(), points.apply(one), Fate.COUNTS);
            if (weight(classOf(one)).signum() > 0) classes.computeIfAbsent(classOf(one), _ -> new ArrayList<>()).add(mark);
            else marks.add(LeftOut.fated(mark, Fate.UNWEIGHTED));
        }
        classes.replaceAll((_, members) -> LeftOut.of(members, aggregation));
        classes.values().forEach(marks::addAll);
        marks.sort(Comparator.comparing(Mark::expert));
        var value = mean(classes);
        return new Pooled(value, new Figure(indicator, value.map(v -> v.rounded(scale, RoundingMode.HALF_UP)), marks, range(marks), diverged(marks)));
    }

    /** Where no class has a weight all experts are of one. */
    private String classOf(Judged one) {
        return aggregation.weights().isEmpty() ? "" : one.expertClass().orElse("");
    }

    private BigDecimal weight(String expertClass) {
        if (aggregation.weights().isEmpty()) return BigDecimal.ONE;
        return aggregation.weights().stream().filter(weight -> weight.expertClass().equals(expertClass))
                .map(weight -> weight.weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<Fraction> mean(SortedMap<String, List<Mark>> classes) {
        if (classes.isEmpty()) return Optional.empty();
        var sum = Fraction.ZERO;
        var weights = Fraction.ZERO;
        for (var members : classes.entrySet()) {
            var weight = Fraction.of(weight(members.getKey()));
            sum = sum.plus(weight.times(mean(members.getValue())));
            weights = weights.plus(weight);
        }
        return Optional.of(sum.dividedBy(weights));
    }

    private static Fraction mean(List<Mark> marks) {
        var kept = marks.stream().filter(mark -> mark.fate() == Fate.COUNTS).map(Mark::points).toList();
        return Fraction.of(kept.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).dividedBy(Fraction.of(kept.size()));
    }

    private boolean diverged(List<Mark> marks) {
        var looked = aggregation.method() == Method.DROP_FARTHEST
                ? marks.stream().filter(mark -> mark.fate() != Fate.FARTHEST).toList() : marks;
        return aggregation.divergence().filter(limit -> range(looked).compareTo(limit.range()) > 0).isPresent();
    }

    private static BigDecimal range(List<Mark> marks) {
        if (marks.isEmpty()) return BigDecimal.ZERO;
        var points = marks.stream().map(Mark::points).sorted().toList();
        return points.getLast().subtract(points.getFirst());
    }
}
