package conclave.meeting.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.ClassWeight;
import conclave.meeting.event.Stage.Divergence;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Remedy;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.tally.Figure.Fate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    void theEngineersExpertsComeToThirtyTwoPointEight() {
        var gathered = Gathered.of(Some.aggregation(Method.TRIMMED_MEAN, 5), 2, Some.sums("33", "31.5", "34", "28", "36.5", "32", "33.5"));
        assertEquals("32.80", gathered.figure().orElseThrow().toPlainString());
        assertEquals(List.of(Fate.COUNTS, Fate.COUNTS, Fate.COUNTS, Fate.LOWEST, Fate.HIGHEST, Fate.COUNTS, Fate.COUNTS), fates(gathered));
        assertEquals(5, gathered.parts().getFirst().kept());
    }

    @Test
    void fourMarksAreTooFewToDropTheEnds() {
        assertEquals("27.50", figure(Some.aggregation(Method.TRIMMED_MEAN, 5), "10", "30", "30", "40"));
        assertEquals("2.00", figure(Some.aggregation(Method.TRIMMED_MEAN, 1), "1", "3"));
        assertEquals("2.00", figure(Some.aggregation(Method.TRIMMED_MEAN, 3), "1", "2", "9"));
    }

    @Test
    void theClinicalReviewersAreFourApartAndThatIsAllowed() {
        var three = Gathered.of(Some.diverging(Method.DROP_FARTHEST, 4, "4"), 2, Some.sums("12.5", "13", "9"));
        assertEquals("11.50", three.figure().orElseThrow().toPlainString());
        assertEquals(Some.number("4"), three.parts().getFirst().range().stripTrailingZeros());
        assertFalse(three.diverged());
        assertTrue(Gathered.of(Some.diverging(Method.DROP_FARTHEST, 4, "4"), 2, Some.sums("12.5", "13.1", "9")).diverged());
    }

    @Test
    void theFourthReviewerSettlesItAndTheFarthestGoes() {
        var four = Gathered.of(Some.diverging(Method.DROP_FARTHEST, 4, "4"), 2, Some.sums("12.5", "13.5", "9", "12"));
        assertEquals("12.67", four.figure().orElseThrow().toPlainString());
        assertEquals(List.of(Fate.COUNTS, Fate.COUNTS, Fate.FARTHEST, Fate.COUNTS), fates(four));
        assertEquals("4.5", four.parts().getFirst().range().toPlainString());
        assertFalse(four.diverged());
        assertTrue(Gathered.of(Some.diverging(Method.TRIMMED_MEAN, 3, "4"), 2, Some.sums("12.5", "13.5", "9", "12")).diverged(),
                "ends that are trimmed were given all the same");
    }

    @Test
    void equallyFarOnBothSidesAllCount() {
        assertEquals("10.00", figure(Some.aggregation(Method.DROP_FARTHEST, 3), "8", "10", "10", "12"));
        assertEquals("10.00", figure(Some.aggregation(Method.DROP_FARTHEST, 3), "10", "10", "10"));
        assertEquals("10.33", figure(Some.aggregation(Method.DROP_FARTHEST, 3), "8", "8", "8", "10", "14", "14", "14"));
    }

    @Test
    void classesCountByTheirWeightsAndAnAbsentOneLeavesItsOwn() {
        var abc = Some.weighted("A", "0.5", "B", "0.3", "C", "0.2");
        var all = List.of(Some.judged(1, "A", "90"), Some.judged(2, "A", "80"), Some.judged(3, "B", "70"), Some.judged(4, "C", "60"));
        assertEquals(Optional.of(Some.number("75.50")), Gathered.of(abc, 2, all).figure());
        // 85 × 5/7 + 60 × 2/7
        assertEquals(Optional.of(Some.number("77.86")), Gathered.of(abc, 2, List.of(all.get(0), all.get(1), all.get(3))).figure());
    }

    @Test
    void aMarkOfAClassWithoutWeightIsSeenToBeLeftOut() {
        var abc = Some.weighted("A", "1");
        var gathered = Gathered.of(abc, 2, List.of(Some.judged(1, "A", "90"), Some.judged(2, "D", "10"), Some.judged(3, "", "20")));
        assertEquals(Optional.of(Some.number("90.00")), gathered.figure());
        assertEquals(List.of(Fate.COUNTS, Fate.UNWEIGHTED, Fate.UNWEIGHTED), fates(gathered));
        assertEquals(Optional.empty(), Gathered.of(abc, 2, List.of(Some.judged(2, "D", "10"))).figure());
    }

    @Test
    void halfGoesUpAndAlwaysUp() {
        assertEquals(Optional.of(Some.number("11")), Gathered.of(Some.aggregation(Method.MEAN, 5), 0, Some.sums("10", "11")).figure());
        assertEquals(Optional.of(Some.number("10.13")), Gathered.of(Some.aggregation(Method.MEAN, 5), 2, Some.sums("10.12", "10.13")).figure());
    }

    @Test
    void nobodyScoredIsNotAZero() {
        assertEquals(Optional.empty(), Gathered.of(Some.aggregation(Method.MEAN, 0), 2, List.of()).figure());
    }

    @Test
    void thirdsOfIndicatorsAreAddedBeforeTheyAreRounded() {
        var per = new Aggregation(Method.MEAN, 5, Per.INDICATOR, List.of(), Optional.empty());
        var judged = List.of(Some.judged(1, "", "1", "1"), Some.judged(2, "", "1", "1"), Some.judged(3, "", "2", "2"));
        var gathered = Gathered.of(per, 2, judged);
        assertEquals("2.67", gathered.figure().orElseThrow().toPlainString());
        assertEquals(List.of("1.33", "1.33"), gathered.parts().stream().map(part -> part.value().orElseThrow().toPlainString()).toList());
        assertEquals("2.00", Gathered.of(per, 2, judged, values -> values.get("A1").plus(values.get("A2").times(Fraction.of(Some.number("0.5"))))).figure().orElseThrow().toPlainString());
    }

    @Test
    void eachIndicatorLosesItsOwnEnds() {
        var per = new Aggregation(Method.TRIMMED_MEAN, 3, Per.INDICATOR, List.of(), Optional.of(new Divergence(Some.number("6"), Remedy.RESCORE)));
        var gathered = Gathered.of(per, 2, List.of(Some.judged(1, "", "1", "9"), Some.judged(2, "", "5", "5"), Some.judged(3, "", "9", "4")));
        assertEquals("10.00", gathered.figure().orElseThrow().toPlainString());
        assertEquals(List.of(true, false), gathered.parts().stream().map(Figure::diverged).toList());
    }

    @Test
    void theOrderOfExpertsAndClassesChangesNothing() {
        for (int i = 0; i < 3_000; i++) {
            var aggregation = any();
            var judged = judged();
            var shuffled = new ArrayList<>(judged);
            Collections.shuffle(shuffled, chance);
            var weights = new ArrayList<>(aggregation.weights());
            Collections.shuffle(weights, chance);
            var turned = new Aggregation(aggregation.method(), aggregation.trimFrom(), aggregation.per(), weights, aggregation.divergence());
            assertEquals(Gathered.of(aggregation, 2, judged), Gathered.of(turned, 2, shuffled), () -> "seed " + seed);
        }
    }

    @Test
    void whichExpertGaveWhichMarkOfAClassChangesNothing() {
        for (int i = 0; i < 3_000; i++) {
            var aggregation = any();
            var judged = judged();
            var others = new ArrayList<Judged>();
            for (int j = 0; j < judged.size(); j++) {
                var given = judged.get(j);
                others.add(new Judged(Some.expert(judged.size() - j), given.expertClass(), given.marks()));
            }
            assertEquals(Gathered.of(aggregation, 2, judged).figure(), Gathered.of(aggregation, 2, others).figure(), () -> "seed " + seed);
        }
    }

    @Test
    void aFigureLiesBetweenTheLowestAndTheHighestMarkKept() {
        for (int i = 0; i < 3_000; i++) {
            var aggregation = any();
            for (var part : Gathered.of(aggregation, 4, judged()).parts()) {
                if (part.value().isEmpty()) continue;
                var kept = part.marks().stream().filter(mark -> mark.fate() == Fate.COUNTS).map(Figure.Mark::points).sorted().toList();
                var half = Some.number("0.00005");
                assertTrue(part.value().get().add(half).compareTo(kept.getFirst()) >= 0, () -> "seed " + seed + " " + part);
                assertTrue(part.value().get().subtract(half).compareTo(kept.getLast()) <= 0, () -> "seed " + seed + " " + part);
                assertTrue(part.dropped() - unweighted(part) <= 2 * Math.max(1, aggregation.weights().size()), () -> "seed " + seed + " " + part);
            }
        }
    }

    @Test
    void aHigherMarkNeverLowersAMeanOrATrimmedMean() {
        for (int i = 0; i < 3_000; i++) {
            var method = chance.nextBoolean() ? Method.MEAN : Method.TRIMMED_MEAN;
            var aggregation = new Aggregation(method, chance.nextInt(8), Per.SHEET, List.of(), Optional.empty());
            var judged = judged();
            var better = new ArrayList<>(judged);
            var lucky = judged.get(chance.nextInt(judged.size()));
            var marks = new java.util.TreeMap<>(lucky.marks());
            marks.merge("A1", Some.number("0.5"), BigDecimal::add);
            better.set(judged.indexOf(lucky), new Judged(lucky.expert(), lucky.expertClass(), marks));
            assertTrue(Gathered.of(aggregation, 2, better).figure().orElseThrow()
                    .compareTo(Gathered.of(aggregation, 2, judged).figure().orElseThrow()) >= 0, () -> "seed " + seed);
        }
    }

    private static long unweighted(Figure part) {
        return part.marks().stream().filter(mark -> mark.fate() == Fate.UNWEIGHTED).count();
    }

    private Aggregation any() {
        var weights = new ArrayList<ClassWeight>();
        for (var letter : List.of("A", "B", "C")) {
            if (chance.nextInt(3) == 0) weights.add(new ClassWeight(letter, BigDecimal.valueOf(1 + chance.nextInt(9), 1)));
        }
        return new Aggregation(Method.values()[chance.nextInt(3)], chance.nextInt(8), Per.values()[chance.nextInt(2)], weights,
                Optional.of(new Divergence(BigDecimal.valueOf(chance.nextInt(8)), Remedy.RESCORE)));
    }

    /** Few different marks, so that many are equal. */
    private List<Judged> judged() {
        var all = new ArrayList<Judged>();
        for (int i = chance.nextInt(9); i >= 0; i--) {
            var letter = List.of("A", "B", "C", "").get(chance.nextInt(4));
            all.add(Some.judged(i, letter, mark(), mark(), mark()));
        }
        return all;
    }

    private String mark() {
        return BigDecimal.valueOf(chance.nextInt(12) * 5, 1).toPlainString();
    }

    private static String figure(Aggregation aggregation, String... sums) {
        return Gathered.of(aggregation, 2, Some.sums(sums)).figure().orElseThrow().toPlainString();
    }

    private static List<Fate> fates(Gathered gathered) {
        return gathered.parts().getFirst().marks().stream().map(Figure.Mark::fate).toList();
    }
}
