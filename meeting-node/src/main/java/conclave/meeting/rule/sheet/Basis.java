package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.rule.expression.Fraction;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was counted of one applicant, as the ground on which marks are read. Marks are worth what they add to it: the whole
 * sheet with them, every cap, choice and ceiling held, less the sheet without them. The sheet's own total is not a cap here;
 * it is held once, at the end, over everything.
 */
public final class Basis {

    private final CompiledSheet sheet;
    private final SortedMap<String, Fraction> counted;
    private final SortedMap<String, Fraction> ceilings;
    private final Fraction before;

    Basis(CompiledSheet sheet, SortedMap<String, Fraction> counted, SortedMap<String, Fraction> ceilings) {
        this.sheet = sheet;
        this.counted = counted;
        this.ceilings = ceilings;
        this.before = sheet.onlyAdds() ? Fraction.ZERO : sheet.sum(this::leaf, ceilings);
    }

    /** Where marks meet nothing of the form, nothing need be known of the applicant. */
    static Basis ofMarksAlone(CompiledSheet sheet) {
        return new Basis(sheet, new TreeMap<>(), new TreeMap<>());
    }

    private Optional<Fraction> leaf(Indicator leaf) {
        return Optional.ofNullable(counted.get(leaf.code()));
    }

    /** Of one expert's marks, or of the figures that several experts' marks came to; a leaf without one is not counted. */
    public Fraction added(SortedMap<String, Fraction> marks) {
        if (sheet.onlyAdds()) return marks.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        Function<Indicator, Optional<Fraction>> leaf = it -> TreeCheck.marked(it) ? Optional.ofNullable(marks.get(it.code())) : leaf(it);
        return sheet.sum(leaf, ceilings).minus(before);
    }

    /** Marks, weights and caps are decimals, and so is what comes of them. */
    public BigDecimal worth(SortedMap<String, BigDecimal> marks) {
        var exact = new TreeMap<String, Fraction>();
        marks.forEach((code, mark) -> exact.put(code, Fraction.of(mark)));
        return Plain.number(added(exact).over());
    }
}
