package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.expression.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An indicator with everything that it says read once, and its children. */
record Branch(Indicator indicator, Optional<Counting> counting, Optional<Expression> ceiling, List<Branch> children) {

    boolean scores() {
        return indicator.kind() != Kind.VETO && indicator.kind() != Kind.ENTRY;
    }

    boolean marked() {
        return indicator.kind() == Kind.EXPERT || indicator.kind() == Kind.MIXED;
    }

    Fraction weight() {
        return Fraction.of(indicator.weight().orElse(BigDecimal.ONE));
    }

    Fraction max() {
        return Fraction.of(indicator.max());
    }

    /** What each child brings under this node's gathering; nothing where it has no value, or is not among the best. */
    List<Optional<Fraction>> brought(List<Optional<Fraction>> values) {
        return switch (indicator.gathering()) {
            case SUM -> values;
            case WEIGHTED -> IntStream.range(0, values.size()).mapToObj(i -> values.get(i).map(value -> value.times(children.get(i).weight()))).toList();
            case MAX -> best(values, 1);
            case TOP_N -> best(values, indicator.best());
        };
    }

    private static List<Optional<Fraction>> best(List<Optional<Fraction>> values, int places) {
        var kept = IntStream.range(0, values.size()).boxed().filter(i -> values.get(i).isPresent())
                .sorted(Comparator.comparing((Integer i) -> values.get(i).orElseThrow()).reversed()).limit(places).toList();
        return IntStream.range(0, values.size()).mapToObj(i -> kept.contains(i) ? values.get(i) : Optional.<Fraction>empty()).toList();
    }

    /** The value of this node where only leaves count for which {@code leaf} has one; caps and ceilings hold on the way. */
    Optional<Fraction> through(Function<Indicator, Optional<Fraction>> leaf, SortedMap<String, Fraction> ceilings) {
        if (!scores()) return Optional.empty();
        if (children.isEmpty()) return leaf.apply(indicator).map(value -> marked() ? held(value, ceilings) : value);
        var values = new ArrayList<Optional<Fraction>>(children.size());
        for (var child : children) values.add(child.through(leaf, ceilings));
        if (values.stream().allMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(held(brought(values).stream().flatMap(Optional::stream).reduce(Fraction.ZERO, Fraction::plus), ceilings));
    }

    private Fraction held(Fraction value, SortedMap<String, Fraction> ceilings) {
        var ceiling = ceilings.get(indicator.code());
        var capped = value.min(max());
        return (ceiling == null ? capped : capped.min(ceiling)).max(Fraction.ZERO);
    }
}
