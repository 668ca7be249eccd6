package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261122L);

    @Test
    void theLongerOneStaysAndWhatIsLeftOfTheOtherAsWell() {
        var unit = new Hit(Kind.UNIT, 4, 12, 96, false);
        assertEquals(List.of(new Hit(Kind.NAME, 2, 4, 88, false), unit), Overlaps.resolved(List.of(new Hit(Kind.NAME, 2, 6, 88, false), unit, new Hit(Kind.NAME, 6, 8, 88, false))));
    }

    @Test
    void whatIsSureCutsWhatIsNear() {
        var mail = new Hit(Kind.MAIL, 10, 20, 98, false);
        assertEquals(List.of(new Hit(Kind.ADDRESS, 0, 10, 60, true), mail, new Hit(Kind.ADDRESS, 20, 40, 60, true)), Overlaps.resolved(List.of(new Hit(Kind.ADDRESS, 0, 40, 60, true), mail)));
    }

    @Test
    void nothingOverlapsNothingIsLostAndOrderMakesNoDifference() {
        var random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            var hits = new ArrayList<Hit>();
            var covered = new BitSet();
            for (int i = 0; i < 12; i++) {
                int start = random.nextInt(60);
                int end = start + 2 + random.nextInt(12);
                hits.add(new Hit(Kind.values()[random.nextInt(Kind.values().length)], start, end, 50 + random.nextInt(50), random.nextBoolean()));
                covered.set(start, end);
            }
            var resolved = Overlaps.resolved(hits);
            Collections.shuffle(hits, random);
            assertEquals(resolved, Overlaps.resolved(hits), "seed " + SEED);
            var seen = new BitSet();
            int end = 0;
            for (var hit : resolved) {
                assertTrue(hit.start() >= end, "seed " + SEED);
                end = hit.end();
                seen.set(hit.start(), end);
            }
            assertEquals(covered, seen, "seed " + SEED);
        }
    }
}
