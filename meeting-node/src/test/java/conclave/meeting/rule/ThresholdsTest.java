package conclave.meeting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Stage.Entrants.Reconsidered;
import conclave.meeting.event.Threshold.FewerAgainst;
import conclave.meeting.event.Threshold.Need;
import conclave.meeting.event.Threshold.Prescribed;
import conclave.meeting.event.Threshold.Share;
import conclave.meeting.event.Threshold;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    private static final Share TWO_THIRDS = new Share(2, 3, false);
    private static final Prescribed NINE_SEVEN = new Prescribed(List.of(new Need(5, 4), new Need(7, 5), new Need(9, 7)), TWO_THIRDS);

    @Test
    void twoThirdsAsTheyAreKnown() {
        var known = new int[][] {{5, 4}, {7, 5}, {8, 6}, {9, 6}, {11, 8}, {17, 12}, {25, 17}, {1, 1}, {3, 2}, {6, 4}};
        for (var pair : known) assertEquals(pair[1], Thresholds.needed(TWO_THIRDS, pair[0]), "of " + pair[0]);
    }

    @Test
    void aTableGoesBeforeTheShareAndOnlyForItsSizes() {
        assertEquals(List.of(4, 5, 7, 8), List.of(5, 7, 9, 11).stream().map(n -> Thresholds.needed(NINE_SEVEN, n)).toList());
    }

    @Test
    void moreThanHalfIsMoreThanHalf() {
        assertEquals(List.of(3, 3, 4), List.of(4, 5, 6).stream().map(n -> Thresholds.needed(new Share(1, 2, true), n)).toList());
        assertEquals(List.of(2, 3, 3), List.of(4, 5, 6).stream().map(n -> Thresholds.needed(new Share(1, 2, false), n)).toList());
    }

    @Test
    void oneRefusalOrTwoEndIt() {
        assertTrue(Thresholds.reached(new FewerAgainst(2), 1, 1, 5));
        assertFalse(Thresholds.reached(new FewerAgainst(2), 3, 2, 5));
        assertFalse(Thresholds.reached(new FewerAgainst(1), 4, 1, 5));
        assertEquals(4, Thresholds.needed(new FewerAgainst(2), 5));
    }

    @Test
    void nobodyPassesWithoutASingleYes() {
        for (var threshold : List.of(TWO_THIRDS, NINE_SEVEN, new FewerAgainst(2), new Share(0, 1, false), new Share(1, 0, false))) {
            for (int n = 0; n < 30; n++) assertFalse(Thresholds.reached(threshold, 0, 0, n), threshold + " of " + n);
        }
    }

    @Test
    void whatIsNeededIsTheSmallestThatIsEnough() {
        for (int i = 0; i < 5_000; i++) {
            var share = new Share(1 + chance.nextInt(9), 1 + chance.nextInt(9), chance.nextBoolean());
            var n = 1 + chance.nextInt(400);
            var needed = Thresholds.needed(share, n);
            assertTrue(enough(share, needed, n), () -> "seed " + seed + " " + share + " of " + n);
            assertTrue(needed == 1 || !enough(share, needed - 1, n), () -> "seed " + seed + " " + share + " of " + n);
        }
        assertEquals(2_000_000_000, Thresholds.needed(new Share(2_000_000_000, 2_000_000_000, false), 2_000_000_000));
    }

    @Test
    void oneMoreYesNeverTurnsPassIntoFail() {
        for (int i = 0; i < 5_000; i++) {
            var n = 1 + chance.nextInt(30);
            var yes = chance.nextInt(n);
            var against = chance.nextInt(n - yes);
            for (var threshold : List.<Threshold>of(new Share(1 + chance.nextInt(4), 4, chance.nextBoolean()), NINE_SEVEN, new FewerAgainst(chance.nextInt(4)))) {
                if (!Thresholds.reached(threshold, yes, against, n)) continue;
                assertTrue(Thresholds.reached(threshold, yes + 1, against, n), () -> "seed " + seed + " " + threshold);
                if (threshold instanceof Share share && share.numerator() <= share.denominator()) {
                    assertTrue(Thresholds.reached(threshold, yes + 1, against, n + 1), () -> "seed " + seed + " a voter more, " + threshold);
                }
            }
        }
    }

    @Test
    void halfComesBackAndTwoThirdsNeedNot() {
        var again = new Reconsidered("ballot", new Share(1, 2, false), TWO_THIRDS);
        assertEquals(List.of(false, true, true, false), List.of(4, 5, 6, 7).stream().map(yes -> Thresholds.reconsidered(again, yes, 10)).toList());
        assertFalse(Thresholds.reconsidered(again, 0, 0));
    }

    private static boolean enough(Share share, int k, int n) {
        var left = (long) k * share.denominator();
        var right = (long) n * share.numerator();
        return share.strict() ? left > right : left >= right;
    }
}
