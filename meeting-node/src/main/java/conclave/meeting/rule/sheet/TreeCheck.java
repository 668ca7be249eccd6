package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Condition;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.rule.sheet.Finding.Code;
import conclave.meeting.rule.sheet.Finding.Place;
import java.math.BigDecimal;
import java.util.List;

/** Each indicator for itself: its numbers, and whether it has what its kind needs and nothing else. */
final class TreeCheck {

    private final Sheet sheet;
    private final Findings findings;
    private boolean experts;

    private TreeCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    static void check(Sheet sheet, Findings findings) {
        var check = new TreeCheck(sheet, findings);
        sheet.indicators().forEach(check::indicator);
        // A sheet that only counts is allowed, and rare enough to ask.
        if (!check.experts) findings.warning(Code.EXPERTS_MISSING, Findings.sheet("indicators"));
    }

    private void indicator(Indicator it) {
        experts |= marked(it);
        numbers(it);
        if (marked(it)) marks(it);
        gathering(it);
        source(it);
        adjustment(it);
        for (var child : it.children()) {
            if (!inside(it.kind()).contains(child.kind())) findings.error(Code.KIND_INSIDE, at(child, "kind"), "kind", child.kind(), "parent", it.kind());
            indicator(child);
        }
    }

    private void numbers(Indicator it) {
        if (it.max().signum() < 0) findings.error(Code.MAX_NEGATIVE, at(it, "max"), "value", it.max());
        if (it.min().signum() < 0 || it.min().compareTo(it.max()) > 0) findings.error(Code.MIN_ABOVE_MAX, at(it, "min"), "min", it.min(), "max", it.max());
        if (!marked(it) && it.min().signum() > 0) findings.warning(Code.MIN_NOT_EXPECTED, at(it, "min"), "min", it.min());
        it.weight().filter(weight -> weight.signum() < 0)
                .ifPresent(weight -> findings.error(Code.WEIGHT_NEGATIVE, at(it, "weight"), "value", weight));
        for (var number : List.of(it.min(), it.max(), it.step().orElse(BigDecimal.ZERO))) {
            if (number.stripTrailingZeros().scale() > sheet.scale()) findings.error(Code.FINER_THAN_SCALE, at(it, "max"), "value", number, "scale", sheet.scale());
        }
    }

    private void marks(Indicator it) {
        if (it.step().isEmpty()) return;
        var step = it.step().get();
        if (step.signum() <= 0) findings.error(Code.STEP_NOT_POSITIVE, at(it, "step"), "value", step);
        else if (it.max().subtract(it.min()).remainder(step).signum() != 0) {
            findings.error(Code.STEP_DOES_NOT_DIVIDE, at(it, "step"), "value", step, "min", it.min(), "max", it.max());
        }
    }

    private void gathering(Indicator it) {
        if (it.gathering() == Gathering.TOP_N && it.best() <= 0 && !it.children().isEmpty()) findings.error(Code.COUNT_MISSING, at(it, "best"), "value", it.best());
        if (it.gathering() != Gathering.WEIGHTED || it.children().isEmpty()) return;
        var counting = it.children().stream().filter(child -> child.kind() != Kind.VETO && child.kind() != Kind.ENTRY).toList();
        counting.stream().filter(child -> child.weight().isEmpty())
                .forEach(child -> findings.error(Code.WEIGHT_MISSING, at(child, "weight")));
        var sum = counting.stream().map(child -> child.weight().orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) findings.warning(Code.WEIGHTS_NOT_ONE, at(it, "weight"), "sum", sum);
    }

    private void source(Indicator it) {
        var gathers = !it.children().isEmpty() || it.kind() == Kind.GROUP;
        if (it.kind() == Kind.GROUP && it.children().isEmpty()) findings.error(Code.CHILDREN_MISSING, at(it, "children"));
        if (!it.children().isEmpty() && inside(it.kind()).isEmpty()) findings.error(Code.CHILDREN_NOT_EXPECTED, at(it, "children"), "kind", it.kind());
        if (it.source().isPresent() && (gathers || it.kind() == Kind.EXPERT)) findings.error(Code.SOURCE_NOT_EXPECTED, at(it, "source"), "kind", it.kind());
        if (it.source().isEmpty() && !gathers && it.kind() != Kind.EXPERT) findings.error(Code.SOURCE_MISSING, at(it, "source"), "kind", it.kind());
        it.source().filter(source -> !fits(it.kind(), source))
                .ifPresent(_ -> findings.error(Code.SOURCE_UNFIT, at(it, "source"), "kind", it.kind()));
    }

    private void adjustment(Indicator it) {
        if (it.kind() == Kind.MIXED && it.adjustment().isEmpty()) findings.error(Code.ADJUSTMENT_MISSING, at(it, "adjustment"));
        if (it.kind() != Kind.MIXED && it.adjustment().isPresent()) findings.warning(Code.ADJUSTMENT_NOT_EXPECTED, at(it, "adjustment"), "kind", it.kind());
        it.adjustment().filter(by -> by.down().signum() < 0 || by.up().signum() < 0)
                .ifPresent(by -> findings.error(Code.ADJUSTMENT_NEGATIVE, at(it, "adjustment"), "down", by.down(), "up", by.up()));
    }

    private static boolean fits(Kind kind, Sheet.Source source) {
        var condition = kind == Kind.VETO || kind == Kind.ENTRY;
        return switch (source) {
            case Given _ -> true;
            case Condition _ -> condition;
            case Measured _, Listed _ -> !condition;
            // The experts' marks are in before anybody votes: a vote can move a count, not what experts start from.
            case PassRate _ -> !condition && kind != Kind.MIXED;
        };
    }

    /** Which kinds may stand below which: bonus and deduction are outside of the base, so they have trees of their own. */
    private static List<Kind> inside(Kind kind) {
        return switch (kind) {
            case GROUP -> List.of(Kind.GROUP, Kind.AUTOMATIC, Kind.EXPERT, Kind.MIXED, Kind.VETO, Kind.ENTRY);
            case BONUS -> List.of(Kind.BONUS);
            case DEDUCTION -> List.of(Kind.DEDUCTION);
            case AUTOMATIC, EXPERT, MIXED, VETO, ENTRY -> List.of();
        };
    }

    static boolean marked(Indicator it) {
        return it.kind() == Kind.EXPERT || it.kind() == Kind.MIXED;
    }

    private static Place at(Indicator it, String aspect) {
        return Findings.indicator(it.code(), aspect, 0);
    }
}
