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
import java.util.function.Function;

/** A sheet that has been checked and read once, so that ten thousand applicants cost no more than their own arithmetic. */
public final class CompiledSheet {

    private final Sheet sheet;
    private final List<Branch> roots;

    CompiledSheet(Sheet sheet, List<Branch> roots) {
        this.sheet = sheet;
        this.roots = List.copyOf(roots);
    }

    public Sheet sheet() {
        return sheet;
    }

    List<Branch> roots() {
        return roots;
    }

    public AutoScore score(Inputs inputs) {
        return new Reckoning(this, inputs).score();
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

    /** The indicators that experts mark in the stage; those that name none belong to the first stage in which anybody marks. */
    public ExpertPart expertPart(String stage, boolean first) {
        return new ExpertPart(this, indicators().stream()
                .filter(indicator -> indicator.kind() == Kind.EXPERT || indicator.kind() == Kind.MIXED)
                .filter(indicator -> indicator.stage().map(stage::equals).orElse(first)).toList());
    }

    /** The base with everything in it: what was counted and what experts gave, every cap held where both meet. */
    public BigDecimal base(AutoScore counted, SortedMap<String, BigDecimal> marks) {
        return total(leaf -> Optional.ofNullable(marks.get(leaf.code()))
                .filter(_ -> leaf.kind() == Kind.EXPERT || leaf.kind() == Kind.MIXED)
                .or(() -> counted.line(leaf.code()).filter(line -> line.state() == AutoScore.State.COUNTED).map(AutoScore.Line::points)).map(Fraction::of));
    }

    /** What counts in the end: the base, cut at its total, with bonus and deduction; never above the final maximum or below zero. */
    public BigDecimal finalTotal(BigDecimal base, BigDecimal bonus, BigDecimal deduction) {
        return base.min(sheet.total()).add(bonus).subtract(deduction).min(sheet.finalMax()).max(BigDecimal.ZERO);
    }

    BigDecimal total(Function<Indicator, Optional<Fraction>> leaf) {
        var sum = roots.stream().filter(root -> root.indicator().kind() != Kind.BONUS && root.indicator().kind() != Kind.DEDUCTION)
                .flatMap(root -> root.through(leaf).stream()).reduce(Fraction.ZERO, Fraction::plus);
        return Plain.number(sum.min(Fraction.of(sheet.total())).over());
    }
}
