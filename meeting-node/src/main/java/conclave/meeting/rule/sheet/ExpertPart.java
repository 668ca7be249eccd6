package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.rule.expression.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What experts mark in one stage, in the order of the sheet, and what their marks come to; all other indicators are left aside. */
public final class ExpertPart {

    private final CompiledSheet sheet;
    private final List<Indicator> leaves;

    ExpertPart(CompiledSheet sheet, List<Indicator> leaves) {
        this.sheet = sheet;
        this.leaves = List.copyOf(leaves);
    }

    public List<Indicator> leaves() {
        return leaves;
    }

    /** Through the tree, with its weights and caps; exact, whoever asks rounds. A leaf without a mark is not counted. */
    public BigDecimal total(SortedMap<String, BigDecimal> marks) {
        return sheet.total(leaf -> leaves.contains(leaf) ? Optional.ofNullable(marks.get(leaf.code())).map(Fraction::of) : Optional.empty());
    }
}
