package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.rule.expression.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A sheet that has been checked and read once, so that ten thousand applicants cost no more than their own arithmetic. */
public final class CompiledSheet {

    private final Sheet sheet;
    private final List<Branch> roots;
    private final boolean onlyAdds;
    private final Optional<Basis> everybodys;

    CompiledSheet(Sheet sheet, List<Branch> roots) {
        this.sheet = sheet;
        this.roots = List.copyOf(roots);
        this.onlyAdds = Caps.onlyAdd(sheet.indicators());
        this.everybodys = Caps.meetTheForm(sheet.indicators()) ? Optional.empty() : Optional.of(Basis.ofMarksAlone(this));
    }

    public Sheet sheet() {
        return sheet;
    }

    List<Branch> roots() {
        return roots;
    }

    public AutoScore score(Inputs inputs) {
        return score(inputs, new TreeMap<>());
    }

    /** The whole sheet with one expert's marks in it, explained step by step like what was counted alone. */
    public AutoScore score(Inputs inputs, SortedMap<String, BigDecimal> marks) {
        return new Reckoning(this, inputs, marks).score();
    }

    /** What marks for this applicant are read against. */
    public Basis basis(Inputs inputs) {
        return everybodys.orElseGet(() -> new Reckoning(this, inputs, new TreeMap<>()).basis());
    }

    boolean onlyAdds() {
        return onlyAdds;
    }

    /** Every indicator, parents before their children. */
    public List<Indicator> indicators() {
        var all = new ArrayList<Indicator>();
        sheet.indicators().forEach(indicator -> add(indicator, all));
        return all;
    }

    private static void add(Indicator indicator, List<Indicator> all) {
        all.add(indicator);
        indicator.children().forEach(child -> add(child, all));
    }

    public Optional<Indicator> indicator(String code) {
        return indicators().stream().filter(indicator -> indicator.code().equals(code)).findFirst();
    }

    /** The stages that this sheet speaks of: where experts mark, and whose votes count. A mode must have them. */
    public List<String> stages() {
        var stages = new ArrayList<String>();
        for (var indicator : indicators()) {
            indicator.stage().ifPresent(stages::add);
            if (indicator.source().orElse(null) instanceof PassRate rate) stages.add(rate.stage());
        }
        return stages.stream().distinct().sorted().toList();
    }

    /** What counts in the end: the base, cut at its total, with bonus and deduction; never above the final maximum or below zero. */
    public BigDecimal finalTotal(BigDecimal base, BigDecimal bonus, BigDecimal deduction) {
        return base.min(sheet.total()).add(bonus).subtract(deduction).min(sheet.finalMax()).max(BigDecimal.ZERO);
    }

    /** What stands in the base, by the values of its leaves; before the sheet's own total. */
    Fraction sum(Function<Indicator, Optional<Fraction>> leaf, SortedMap<String, Fraction> ceilings) {
        return roots.stream().filter(root -> root.indicator().kind() != Kind.BONUS && root.indicator().kind() != Kind.DEDUCTION)
                .flatMap(root -> root.through(leaf, ceilings).stream()).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Says which sheet it is: two that were read from one sheet are the same. */
    @Override
    public String toString() {
        return sheet.code() + " " + sheet.version();
    }
}
