package conclave.meeting.rule.sheet;

import conclave.meeting.rule.expression.Fraction;
import java.util.List;

/**
 * One step of how points came about. The points of the steps of a line add up to the points of the line: what was dropped
 * counts zero here, what was cut or rounded off counts below zero.
 *
 * @param entry the number of the list's entry, from one; zero where there is none
 * @param name the field, chart, category or indicator that it is about
 * @param value what was looked up, or the expression
 * @param figure the factor, the cap, the value before it was dropped; what it means depends on {@code what}
 * @param points what this step adds
 * @param within how the figure came about
 */
public record Step(What what, int entry, String name, String value, Fraction figure, Fraction points, List<Step> within) {

    public enum What {
        /** Factors, within the steps below: facts that were read, what a chart said, what an expression came to, and why it came to nothing. */
        READ, LOOKED_UP, OUTSIDE_CHART, COMPUTED, ABSENT, DIVIDED_BY_ZERO, TOO_LONG,
        /** Where the points of a leaf come from. */
        MEASURED, GIVEN, NOT_GIVEN, PASS_RATE,
        /** What an expert gave, in place of nothing or of what was counted; {@code figure} is the mark. */
        JUDGED, ADJUSTED,
        /** Entries of a list: counted, or why not or not wholly; {@code figure} is what the entry was worth. */
        ENTRY, ENTRY_FILTERED, ENTRY_SAME, ENTRY_LIMITED, ENTRY_BEYOND, NO_ENTRIES,
        /** What children bring; {@code figure} is their value. */
        CHILD, CHILD_WEIGHTED, CHILD_BEYOND, CHILD_OPEN,
        /** What became of the sum. */
        CAPPED, ABOVE_CEILING, CEILING_UNKNOWN, BELOW_ZERO, ROUNDED,
        /** Conditions. */
        HOLDS, HOLDS_NOT
    }

    public Step {
        within = List.copyOf(within);
    }

    static Step of(What what, String name, Fraction figure, Fraction points) {
        return new Step(what, 0, name, "", figure, points, List.of());
    }
}
