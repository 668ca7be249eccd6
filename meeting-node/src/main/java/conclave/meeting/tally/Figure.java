package conclave.meeting.tally;

import conclave.meeting.event.Id.PersonId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the experts' marks came to in one respect: the whole sheet, or one indicator of it.
 *
 * @param indicator absent where the experts' sums were gathered
 * @param value rounded, to be shown; absent where no mark counts
 * @param marks all of them, in the order of the experts, with what became of each
 * @param range highest less lowest of all marks, those left out included
 * @param diverged further apart than the stage allows. A mark that was left out as the farthest has been dealt with:
 *     then the others are looked at
 */
public record Figure(Optional<String> indicator, Optional<BigDecimal> value, List<Mark> marks, BigDecimal range, boolean diverged) {

    /** UNWEIGHTED: the expert's class has no weight in this stage. */
    public enum Fate { COUNTS, HIGHEST, LOWEST, FARTHEST, UNWEIGHTED }

    /** Of equal marks the one of the first expert is named; which of them goes makes no difference to the figure. */
    public record Mark(PersonId expert, BigDecimal points, Fate fate) {
    }

    public Figure {
        marks = List.copyOf(marks);
    }

    public int kept() {
        return (int) marks.stream().filter(mark -> mark.fate() == Fate.COUNTS).count();
    }

    public int dropped() {
        return marks.size() - kept();
    }
}
