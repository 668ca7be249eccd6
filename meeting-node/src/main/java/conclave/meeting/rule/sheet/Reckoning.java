package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Remark;
import conclave.meeting.rule.expression.Value;
import conclave.meeting.rule.sheet.AutoScore.Line;
import conclave.meeting.rule.sheet.AutoScore.Range;
import conclave.meeting.rule.sheet.AutoScore.State;
import conclave.meeting.rule.sheet.AutoScore.Status;
import conclave.meeting.rule.sheet.Step.What;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One applicant going through one sheet. */
final class Reckoning {

    private final CompiledSheet sheet;
    private final Inputs inputs;
    private final SortedMap<String, BigDecimal> marks;
    private final Form form;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> vetoed = new ArrayList<>();
    private final List<String> ineligible = new ArrayList<>();

    /** @param marks of one expert; none where only what the facts say is asked for */
    Reckoning(CompiledSheet sheet, Inputs inputs, SortedMap<String, BigDecimal> marks) {
        this.sheet = sheet;
        this.inputs = inputs;
        this.marks = marks;
        this.form = Form.of(sheet.sheet(), inputs.facts());
    }

    AutoScore score() {
        var steps = new ArrayList<Step>();
        var bonus = Fraction.ZERO;
        var deduction = Fraction.ZERO;
        for (var root : sheet.roots()) {
            var points = points(root, 0);
            if (root.indicator().kind() == Kind.BONUS) bonus = bonus.plus(points.orElse(Fraction.ZERO));
            else if (root.indicator().kind() == Kind.DEDUCTION) deduction = deduction.plus(points.orElse(Fraction.ZERO));
            else if (root.scores()) steps.add(child(root, points, points));
        }
        cap(steps, Fraction.of(sheet.sheet().total()), What.CAPPED);
        var because = vetoed.isEmpty() ? ineligible : vetoed;
        var status = !vetoed.isEmpty() ? Status.VETOED : ineligible.isEmpty() ? Status.ELIGIBLE : Status.INELIGIBLE;
        return new AutoScore(status, because, lines, plain(sum(steps)), plain(bonus), plain(deduction), steps);
    }

    /** The same as values to compute with: the leaves that were counted, and every ceiling that the form tells. */
    Basis basis() {
        var counted = new TreeMap<String, Fraction>();
        for (var line : score().lines()) if (line.state() == State.COUNTED) counted.put(line.code(), Fraction.of(line.points()));
        var ceilings = new TreeMap<String, Fraction>();
        sheet.roots().forEach(root -> ceilings(root, ceilings));
        return new Basis(sheet, counted, ceilings);
    }

    private void ceilings(Branch branch, TreeMap<String, Fraction> ceilings) {
        branch.ceiling().flatMap(ceiling -> known(ceiling, new ArrayList<>())).ifPresent(most -> ceilings.put(branch.indicator().code(), most));
        branch.children().forEach(child -> ceilings(child, ceilings));
    }

    private Optional<Fraction> points(Branch branch, int depth) {
        var place = lines.size();
        lines.add(null);
        var steps = new ArrayList<Step>(4);
        var state = branch.children().isEmpty() ? leaf(branch, steps) : gathered(branch, depth, steps);
        var points = sum(steps);
        var range = branch.indicator().adjustment().filter(_ -> state == State.MARKED).map(_ -> range(branch, plain(points)));
        var it = branch.indicator();
        lines.set(place, new Line(it.code(), it.name(), it.kind(), depth, state, it.max(), plain(points), range, steps));
        return state == State.COUNTED ? Optional.of(points) : Optional.empty();
    }

    private State leaf(Branch branch, List<Step> steps) {
        var kind = branch.indicator().kind();
        branch.counting().ifPresent(counting -> steps.addAll(counting.steps(form, inputs)));
        if (!branch.scores()) return status(branch, steps);
        var mark = Optional.ofNullable(marks.get(branch.indicator().code())).filter(_ -> branch.marked());
        if (!steps.isEmpty()) {
            limit(branch, steps, true);
            var sum = sum(steps);
            var rounded = Fraction.of(sum.rounded(sheet.sheet().scale(), RoundingMode.HALF_UP));
            if (rounded.compareTo(sum) != 0) steps.add(Step.of(What.ROUNDED, "", rounded, rounded.minus(sum)));
        } else if (mark.isEmpty()) {
            return kind == Kind.EXPERT ? State.MARKED : State.OPEN;
        }
        mark.ifPresent(given -> judge(branch, Fraction.of(given), steps));
        return branch.marked() && mark.isEmpty() ? State.MARKED : State.COUNTED;
    }

    /** The expert's mark takes the place of what was counted, and stays below what limits that. */
    private void judge(Branch branch, Fraction mark, List<Step> steps) {
        var what = steps.isEmpty() ? What.JUDGED : What.ADJUSTED;
        steps.add(Step.of(what, "", mark, mark.minus(sum(steps))));
        limit(branch, steps, what == What.JUDGED);
    }

    private State status(Branch branch, List<Step> steps) {
        var holds = steps.stream().anyMatch(step -> step.what() == What.HOLDS);
        var code = branch.indicator().code();
        if (branch.indicator().kind() == Kind.VETO && holds) vetoed.add(code);
        if (branch.indicator().kind() == Kind.ENTRY && !holds) ineligible.add(code);
        return State.STATUS;
    }

    private State gathered(Branch branch, int depth, List<Step> steps) {
        var values = new ArrayList<Optional<Fraction>>(branch.children().size());
        for (var child : branch.children()) values.add(points(child, depth + 1));
        var brought = branch.brought(values);
        for (int i = 0; i < values.size(); i++) {
            if (branch.children().get(i).scores()) steps.add(child(branch.children().get(i), values.get(i), brought.get(i)));
        }
        if (values.stream().allMatch(Optional::isEmpty)) {
            return branch.children().stream().noneMatch(Branch::scores) ? State.STATUS : State.MARKED;
        }
        limit(branch, steps, true);
        return State.COUNTED;
    }

    private static Step child(Branch child, Optional<Fraction> value, Optional<Fraction> brought) {
        var counts = brought.orElse(Fraction.ZERO);
        var what = value.isEmpty() ? What.CHILD_OPEN : brought.isEmpty() ? What.CHILD_BEYOND
                : brought.get().compareTo(value.get()) == 0 ? What.CHILD : What.CHILD_WEIGHTED;
        return Step.of(what, child.indicator().code(), value.orElse(Fraction.ZERO), counts);
    }

    private void limit(Branch branch, List<Step> steps, boolean saysUnknown) {
        cap(steps, branch.max(), What.CAPPED);
        branch.ceiling().ifPresent(ceiling -> {
            var said = new ArrayList<Remark>();
            known(ceiling, said).ifPresentOrElse(most -> cap(steps, most, What.ABOVE_CEILING), () -> {
                if (saysUnknown) steps.add(unknown(ceiling, said));
            });
        });
        var sum = sum(steps);
        if (sum.compareTo(Fraction.ZERO) < 0) steps.add(Step.of(What.BELOW_ZERO, "", sum, Fraction.ZERO.minus(sum)));
    }

    /** The ceiling is cut to the sheet's decimals first, so that rounding never lifts the points above it. */
    private Optional<Fraction> known(Expression ceiling, List<Remark> said) {
        if (!(ceiling.value(form, said) instanceof Value.Number n)) return Optional.empty();
        return Optional.of(Fraction.of(n.it().rounded(sheet.sheet().scale(), RoundingMode.FLOOR)).max(Fraction.ZERO));
    }

    private static Step unknown(Expression ceiling, List<Remark> said) {
        return new Step(What.CEILING_UNKNOWN, 0, "", ceiling.text(), Fraction.ZERO, Fraction.ZERO, Figure.steps(said));
    }

    private static void cap(List<Step> steps, Fraction cap, What what) {
        var sum = sum(steps);
        if (sum.compareTo(cap) > 0) steps.add(Step.of(what, "", cap, cap.minus(sum)));
    }

    private static Range range(Branch branch, BigDecimal counted) {
        var it = branch.indicator();
        var adjustment = it.adjustment().orElseThrow();
        var from = it.min().max(counted.subtract(adjustment.down()));
        return new Range(from, from.max(it.max().min(counted.add(adjustment.up()))));
    }

    private static Fraction sum(List<Step> steps) {
        return steps.stream().map(Step::points).reduce(Fraction.ZERO, (sum, points) -> sum.plus(points).settled());
    }

    /** Leaves are rounded, weights are decimals: nothing here is without end. */
    private static BigDecimal plain(Fraction points) {
        return Plain.number(points.over());
    }
}
