package conclave.meeting.tally;

import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.tally.Pooling.Pooled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * 合分: the experts' marks for one applicant as one figure. Everything before {@code figure} is exact; the figure is
 * rounded once, HALF_UP. The values in {@code parts} are rounded to be shown and go into nothing.
 *
 * @param figure absent where no mark counts: that is not a zero
 * @param parts one for the whole sheet, or one for each indicator
 */
public record Gathered(Optional<BigDecimal> figure, List<Figure> parts, boolean diverged) {

    public Gathered {
        parts = List.copyOf(parts);
    }

    /** Figures of indicators are added as they are. */
    public static Gathered of(Aggregation aggregation, int scale, List<Judged> judged) {
        return of(aggregation, scale, judged, values -> values.values().stream().reduce(Fraction.ZERO, Fraction::plus));
    }

    /** {@code together}: what the figures of the indicators come to, where each is gathered for itself. */
    public static Gathered of(Aggregation aggregation, int scale, List<Judged> judged, Function<SortedMap<String, Fraction>, Fraction> together) {
        var pooling = new Pooling(aggregation, scale);
        if (aggregation.per() == Per.SHEET) {
            var pooled = pooling.pool(Optional.empty(), judged, Judged::sum);
            return gathered(pooled.value(), List.of(pooled.figure()), scale);
        }
        var values = new TreeMap<String, Fraction>();
        var parts = new ArrayList<Figure>();
        for (var indicator : indicators(judged)) {
            var pooled = pooled(pooling, indicator, judged);
            pooled.value().ifPresent(value -> values.put(indicator, value));
            parts.add(pooled.figure());
        }
        return gathered(Optional.of(values).filter(some -> !some.isEmpty()).map(together), parts, scale);
    }

    private static Pooled pooled(Pooling pooling, String indicator, List<Judged> judged) {
        var those = judged.stream().filter(one -> one.marks().containsKey(indicator)).toList();
        return pooling.pool(Optional.of(indicator), those, one -> one.marks().get(indicator));
    }

    private static List<String> indicators(List<Judged> judged) {
        var codes = new TreeMap<String, Boolean>();
        for (var one : judged) one.marks().keySet().forEach(code -> codes.put(code, true));
        return List.copyOf(codes.keySet());
    }

    private static Gathered gathered(Optional<Fraction> value, List<Figure> parts, int scale) {
        var figure = value.map(exact -> exact.rounded(scale, RoundingMode.HALF_UP));
        return new Gathered(figure, parts, parts.stream().anyMatch(Figure::diverged));
    }
}
