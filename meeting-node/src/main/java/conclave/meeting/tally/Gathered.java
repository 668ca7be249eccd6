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

    /** Every indicator counts as it is. */
    public static Gathered of(Aggregation aggregation, int scale, List<Judged> judged) {
        return of(aggregation, scale, judged, _ -> BigDecimal.ONE);
    }

    /** {@code weight}: what the figure of an indicator is multiplied with, where each is gathered for itself. */
    public static Gathered of(Aggregation aggregation, int scale, List<Judged> judged, Function<String, BigDecimal> weight) {
        var pooling = new Pooling(aggregation, scale);
        if (aggregation.per() == Per.SHEET) {
            var pooled = pooling.pool(Optional.empty(), judged, Judged::sum);
            return gathered(pooled.value().stream().toList(), List.of(pooled.figure()), scale);
        }
        var values = new ArrayList<Fraction>();
        var parts = new ArrayList<Figure>();
        for (var indicator : indicators(judged)) {
            var pooled = pooled(pooling, indicator, judged);
            pooled.value().ifPresent(value -> values.add(value.times(Fraction.of(weight.apply(indicator)))));
            parts.add(pooled.figure());
        }
        return gathered(values, parts, scale);
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

    private static Gathered gathered(List<Fraction> values, List<Figure> parts, int scale) {
        var figure = values.stream().reduce(Fraction::plus).map(sum -> sum.rounded(scale, RoundingMode.HALF_UP));
        return new Gathered(figure, parts, parts.stream().anyMatch(Figure::diverged));
    }
}
