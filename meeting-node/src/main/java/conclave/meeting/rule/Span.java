package conclave.meeting.rule;

import conclave.meeting.event.Sheet.Indicator;
import java.math.BigDecimal;

/** From where to where an expert may mark; around what was counted where the indicator is MIXED. */
public record Span(BigDecimal min, BigDecimal max) {

    /** @param base what was counted, or null where nothing is counted */
    public static Span of(Indicator leaf, BigDecimal base) {
        if (leaf.adjustment().isEmpty() || base == null) return new Span(leaf.min(), leaf.max());
        var by = leaf.adjustment().get();
        return new Span(leaf.min().max(base.subtract(by.down())), leaf.max().min(base.add(by.up())));
    }

    boolean holds(BigDecimal mark) {
        return mark.compareTo(min) >= 0 && mark.compareTo(max) <= 0;
    }
}
