package conclave.meeting.tally;

import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.tally.Figure.Fate;
import conclave.meeting.tally.Figure.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which marks of one class of experts count. */
final class LeftOut {

    /** With two marks there is neither a middle nor a farthest. */
    private static final int FEWEST = 3;

    private static final Comparator<Mark> BY_POINTS = Comparator.comparing(Mark::points).thenComparing(Mark::expert);

    private LeftOut() {
    }

    static List<Mark> of(List<Mark> marks, Aggregation aggregation) {
        if (marks.size() < Math.max(aggregation.trimFrom(), FEWEST)) return marks;
        return switch (aggregation.method()) {
            case MEAN -> marks;
            case TRIMMED_MEAN -> withoutEnds(marks);
            case DROP_FARTHEST -> withoutFarthest(marks);
        };
    }

    private static List<Mark> withoutEnds(List<Mark> marks) {
        var sorted = marks.stream().sorted(BY_POINTS).toList();
        var result = new ArrayList<Mark>();
        result.add(fated(sorted.getFirst(), Fate.LOWEST));
        result.addAll(sorted.subList(1, sorted.size() - 1));
        result.add(fated(sorted.getLast(), Fate.HIGHEST));
        return result;
    }

    /**
     * The farthest from the mean of the others is the farthest from the mean of all. Where marks on both sides are
     * equally far, nobody can say which of them is off, and all count.
     */
    private static List<Mark> withoutFarthest(List<Mark> marks) {
        var sum = marks.stream().map(Mark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var size = BigDecimal.valueOf(marks.size());
        var sorted = marks.stream().sorted(BY_POINTS).toList();
        var below = sum.subtract(sorted.getFirst().points().multiply(size));
        var above = sorted.getLast().points().multiply(size).subtract(sum);
        var order = below.compareTo(above);
        if (order == 0) return marks;
        var farthest = order > 0 ? sorted.getFirst() : sorted.getLast();
        return marks.stream().map(mark -> mark == farthest ? fated(mark, Fate.FARTHEST) : mark).toList();
    }

    static Mark fated(Mark mark, Fate fate) {
        return new Mark(mark.expert(), mark.points(), fate);
    }
}
