package conclave.meeting.tally;

import conclave.meeting.event.Stage.Ties;
import java.util.function.IntPredicate;

/**
 * Where so many seats end in a row of candidates, best first, and what becomes of equals on both sides of it.
 *
 * <p>SHARED and ALL_IN let the same people in. They differ in what the next has left: under SHARED the equals share the
 * seats there were, and the number over costs nobody a seat; under ALL_IN everybody takes one, and the number over is
 * missing at the next edge and the next ballot.
 *
 * @param in so many from the front are in
 * @param tied so many behind them are voted on again
 * @param taken seats that nobody else can have, those kept for the tied included
 * @param open seats kept for the tied
 * @param over so many more are in than there were seats
 */
record Edge(int in, int tied, int taken, int open, int over) {

    /** {@code equalToNext}: whether the one at this place (from 0) equals the one behind. */
    static Edge at(int seats, int row, IntPredicate equalToNext, Ties ties) {
        var wanted = Math.max(0, Math.min(seats, row));
        if (wanted == 0 || wanted == row || !equalToNext.test(wanted - 1)) return new Edge(wanted, 0, wanted, 0, 0);
        var first = wanted - 1;
        while (first > 0 && equalToNext.test(first - 1)) first--;
        var end = wanted + 1;
        while (end < row && equalToNext.test(end - 1)) end++;
        return switch (ties) {
            case SHARED -> new Edge(end, 0, wanted, 0, end - wanted);
            case ALL_IN -> new Edge(end, 0, end, 0, end - wanted);
            case ALL_OUT -> new Edge(first, 0, first, 0, 0);
            case SECOND_BALLOT -> new Edge(first, end - first, wanted, wanted - first, 0);
        };
    }

    /** The same row seen from its end, where being in is the worse side. */
    static Edge fromBehind(int seats, int row, IntPredicate equalToNext, Ties ties) {
        return at(seats, row, i -> equalToNext.test(row - 2 - i), switch (ties) {
            case SHARED, ALL_IN -> Ties.ALL_OUT;
            case ALL_OUT -> Ties.ALL_IN;
            case SECOND_BALLOT -> Ties.SECOND_BALLOT;
        });
    }
}
