package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where an indicator does more than add up what stands below it: it may cut, or it chooses. */
public final class Caps {

    private Caps() {
    }

    /** Whether what one child brings can depend on what another brought. */
    public static boolean bind(Indicator it) {
        if (it.ceiling().isPresent()) return true;
        return chooses(it) || reach(it).filter(most -> most.compareTo(it.max()) > 0).isPresent();
    }

    private static boolean chooses(Indicator it) {
        var children = scoring(it).size();
        return switch (it.gathering()) {
            case SUM, WEIGHTED -> false;
            case MAX -> children > 1;
            case TOP_N -> children > it.best();
        };
    }

    /** What the children can come to together, before this indicator's own maximum. */
    static Optional<BigDecimal> reach(Indicator it) {
        var children = scoring(it);
        if (children.isEmpty()) return Optional.empty();
        var maxima = children.stream().map(Indicator::max).sorted(Comparator.reverseOrder()).toList();
        return Optional.of(switch (it.gathering()) {
            case SUM -> sum(maxima);
            case MAX -> maxima.getFirst();
            case TOP_N -> sum(maxima.stream().limit(Math.max(0, it.best())).toList());
            case WEIGHTED -> sum(children.stream().map(child -> child.max().multiply(child.weight().orElse(BigDecimal.ZERO))).toList());
        });
    }

    /** Whether marks simply add up on their way to the whole: no weight, no cap that cuts, no choice. */
    static boolean onlyAdd(List<Indicator> indicators) {
        return indicators.stream().allMatch(it -> !anyMarked(it) || !bind(it) && (it.children().isEmpty() || it.gathering() != Gathering.WEIGHTED)
                && onlyAdd(it.children()));
    }

    /** Whether what marks are worth depends on the applicant: on a ceiling of the form, or on what was counted under the same cap. */
    static boolean meetTheForm(List<Indicator> indicators) {
        return indicators.stream().anyMatch(it -> anyMarked(it)
                && (it.ceiling().isPresent() || bind(it) && anyCounted(it) || meetTheForm(it.children())));
    }

    static boolean anyMarked(Indicator it) {
        return it.children().isEmpty() ? TreeCheck.marked(it) : it.children().stream().anyMatch(Caps::anyMarked);
    }

    static boolean anyCounted(Indicator it) {
        return it.children().isEmpty() ? scores(it) && !TreeCheck.marked(it) : it.children().stream().anyMatch(Caps::anyCounted);
    }

    private static List<Indicator> scoring(Indicator it) {
        return it.children().stream().filter(Caps::scores).toList();
    }

    static boolean scores(Indicator it) {
        return it.kind() != Kind.VETO && it.kind() != Kind.ENTRY;
    }

    static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
