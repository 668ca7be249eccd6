package conclave.meeting.event;

import java.util.List;

/**
 * Pages on which something was found, or which the machine could not read well enough; pages without a mark are clean.
 *
 * @param first of pages that follow one another and are marked alike
 * @param hits on each of them
 * @param near like a hit but not it
 * @param doubtful what was read is not certain
 * @param imageOnly nothing could be read at all
 */
public record PageMark(int first, int last, List<HitCount> hits, int near, boolean doubtful, boolean imageOnly) {
    public PageMark {
        hits = List.copyOf(hits);
    }
}
