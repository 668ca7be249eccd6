package conclave.meeting.prepare;

import static conclave.meeting.prepare.Rosters.numbers;
import static conclave.meeting.prepare.Rosters.stratum;
import static conclave.meeting.prepare.Rosters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Experts are drawn by chance, by nothing but chance, and the same for whoever draws again. */
class DrawTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);

    @Test
    void theSameIsDrawnWhateverTheOrderOfTheFile() {
        for (long run = SEED; run < SEED + 1000; run++) {
            var chance = new Random(run);
            var candidates = random(chance, 5 + chance.nextInt(40));
            var terms = terms(chance.nextInt(3), stratum("水利", 1 + chance.nextInt(4), chance.nextInt(3)),
                    stratum("道桥", 1 + chance.nextInt(4), chance.nextInt(3)));
            var seed = Rosters.seed(chance);
            var once = Draw.draw(seed, new Roster(candidates), terms);
            Collections.shuffle(candidates, chance);
            assertEquals(once, Draw.draw(seed, new Roster(candidates), terms), "seed " + run);
        }
    }

    @Test
    void nobodyIsDrawnTwiceAndNoUnitHasMoreThanItsShare() {
        for (long run = SEED; run < SEED + 2000; run++) {
            var chance = new Random(run);
            int most = 1 + chance.nextInt(3);
            var drawn = Draw.draw(Rosters.seed(chance), new Roster(random(chance, 10 + chance.nextInt(40))),
                    terms(most, stratum("水利", 1 + chance.nextInt(4), 2), stratum("道桥", 1 + chance.nextInt(4), 2)));
            if (drawn.panels().isEmpty()) continue;
            var seen = new TreeSet<String>();
            var perUnit = new TreeMap<String, Integer>();
            for (var panel : drawn.panels()) {
                assertEquals(panel.stratum().members(), panel.members().size(), "seed " + run);
                var called = new ArrayList<>(panel.members());
                called.addAll(panel.alternates());
                for (var candidate : called) {
                    assertTrue(seen.add(candidate.number()), "seed " + run + ": twice " + candidate);
                    assertEquals(panel.stratum().specialty(), candidate.specialty());
                    assertTrue(perUnit.merge(candidate.unit(), 1, Integer::sum) <= most, "seed " + run);
                }
            }
        }
    }

    /** Against all ways there are: a panel is drawn exactly when there is one. */
    @Test
    void whereAFullPanelExistsOneIsFound() {
        int found = 0;
        int refused = 0;
        for (long run = SEED; run < SEED + 2000; run++) {
            var chance = new Random(run);
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < 8; i++) candidates.add(Rosters.candidate(i, "单位" + chance.nextInt(4), chance.nextBoolean() ? "水利" : "道桥"));
            var terms = terms(1, stratum("水利", 1 + chance.nextInt(2), 0), stratum("道桥", 1 + chance.nextInt(2), 0));
            var drawn = Draw.draw(Rosters.seed(chance), new Roster(candidates), terms);
            boolean exists = fillable(candidates, 0, new TreeSet<>(), terms.strata().getFirst().members(), terms.strata().getLast()
                    .members(), terms);
            assertEquals(exists, !drawn.panels().isEmpty(), "seed " + run + ": " + drawn.findings());
            assertEquals(!exists, drawn.blocked(), "seed " + run);
            if (exists) found++;
            else refused++;
        }
        assertTrue(found > 300 && refused > 300, found + " and " + refused);
    }

    private static boolean fillable(List<Candidate> all, int at, TreeSet<String> units, int first, int last, DrawTerms terms) {
        if (first == 0 && last == 0) return true;
        if (at == all.size()) return false;
        if (fillable(all, at + 1, units, first, last, terms)) return true;
        var here = all.get(at);
        boolean isFirst = here.specialty().equals(terms.strata().getFirst().specialty());
        if ((isFirst ? first : last) == 0 || units.contains(here.unit())) return false;
        var more = new TreeSet<>(units);
        more.add(here.unit());
        return fillable(all, at + 1, more, isFirst ? first - 1 : first, isFirst ? last : last - 1, terms);
    }

    @Test
    void everybodyIsDrawnEquallyOften() {
        int draws = 20_000;
        int people = 11;
        int members = 4;
        var roster = Rosters.of("水利", people);
        var counts = new TreeMap<String, Integer>();
        var firsts = new TreeMap<String, Integer>();
        var chance = new Random(SEED);
        for (int i = 0; i < draws; i++) {
            var panel = Draw.draw(Rosters.seed(chance), roster, terms(0, stratum("水利", members, 0))).panels().getFirst();
            panel.members().forEach(member -> counts.merge(member.number(), 1, Integer::sum));
            firsts.merge(panel.order().getFirst().number(), 1, Integer::sum);
        }
        within5Sigma(counts, people, draws, (double) members / people);
        within5Sigma(firsts, people, draws, 1.0 / people);
    }

    private static void within5Sigma(TreeMap<String, Integer> counts, int people, int draws, double share) {
        double sigma = Math.sqrt(draws * share * (1 - share));
        assertEquals(people, counts.size());
        counts.forEach((who, times) -> assertTrue(Math.abs(times - draws * share) < 5 * sigma, "seed " + SEED + ": " + who + " " + times
                + " times"));
    }

    /** With n of three times 2^30 a quarter of all words must be skipped; without that the first third would come up twice as often. */
    @Test
    void aLargeRangeIsFairToo() {
        var chance = Chance.of(Rosters.seed(new Random(SEED)), "", "", "");
        int n = 1_500_000_000;
        int low = 0;
        for (int i = 0; i < 20_000; i++) {
            int number = chance.below(n);
            assertTrue(number >= 0 && number < n);
            if (number < n / 2) low++;
        }
        assertTrue(Math.abs(low - 10_000) < 5 * Math.sqrt(20_000 * 0.25), "seed " + SEED + ": " + low);
    }

    @Test
    void anotherSeedRosterPurposeOrShareDrawsAnotherOrder() {
        var chance = new Random(SEED);
        var roster = Rosters.of("水利", 30);
        var terms = terms(0, stratum("水利", 5, 2));
        var seed = Rosters.seed(chance);
        var order = numbers(Draw.draw(seed, roster, terms).panels().getFirst().order());
        assertNotEquals(order, numbers(Draw.draw(Rosters.seed(chance), roster, terms).panels().getFirst().order()));
        var both = new Seed(List.of(seed.shares().getFirst(), Rosters.seed(chance).shares().getFirst()));
        assertNotEquals(order, numbers(Draw.draw(both, roster, terms).panels().getFirst().order()));
        var purpose = new DrawTerms("补充抽取", terms.strata(), List.of(), false, 0, Units.NONE);
        assertNotEquals(order, numbers(Draw.draw(seed, roster, purpose).panels().getFirst().order()));
        var renamed = new ArrayList<>(roster.candidates());
        renamed.set(29, new Candidate("E029", "专家29", "别的单位", "水利", "A", Optional.empty(), false, Optional.empty()));
        assertNotEquals(order, numbers(Draw.draw(seed, new Roster(renamed), terms).panels().getFirst().order()));
    }

    /** What could be tried after the seed is known moves nobody in the order. */
    @Test
    void otherTermsLeaveTheOrderAsItIs() {
        var seed = Rosters.seed(new Random(SEED));
        var roster = Rosters.of("水利", 30);
        var few = Draw.draw(seed, roster, terms(0, stratum("水利", 3, 0))).panels().getFirst();
        var many = Draw.draw(seed, roster, terms(1, stratum("水利", 7, 4))).panels().getFirst();
        assertEquals(few.order(), many.order());
        assertEquals(few.members(), many.members().subList(0, 3));
    }

    @Test
    void whoIsBarredRetiredOrOfAnotherClassIsNamedWithTheReason() {
        var candidates = new ArrayList<>(Rosters.of("水利", 4).candidates());
        candidates.add(new Candidate("X1", "甲", "", "水利", "A", Optional.empty(), false, Optional.of("与申报人有亲属关系")));
        candidates.add(new Candidate("X2", "乙", "", "水利", "A", Optional.empty(), true, Optional.empty()));
        candidates.add(new Candidate("X3", "丙", "", "水利", "C", Optional.empty(), false, Optional.empty()));
        var drawn = Draw.draw(Rosters.seed(new Random(SEED)), new Roster(candidates),
                new DrawTerms("测试", List.of(stratum("水利", 2, 2)), List.of("A", "B"), true, 0, Units.NONE));
        assertEquals(List.of("X1 与申报人有亲属关系", "X2 已退休", "X3 类别不符"),
                drawn.leftOut().stream().map(out -> out.candidate().number() + " " + out.reason()).toList());
        assertEquals(4, drawn.panels().getFirst().order().size());
        assertFalse(drawn.blocked());
        var proof = String.join("\n", DrawProof.lines(drawn));
        for (var wanted : List.of("名单摘要：" + drawn.rosterDigest(), "承诺值：" + drawn.seed().commitments().getFirst(), "正选2", "备选2", "已退休",
                "监督人")) {
            assertTrue(proof.contains(wanted), wanted + " in\n" + proof);
        }
    }

    @Test
    void aRosterThatIsNotInOrderIsNotDrawnFrom() {
        var good = Rosters.of("水利", 3).candidates();
        for (var bad : List.of(good.getFirst(), candidate("", "名"), candidate("Y", " "), candidate("Y", "张\t三"),
                candidate("Y\u0007", "张三"), candidate("Y", "\ud840"))) {
            var candidates = new ArrayList<>(good);
            candidates.add(bad);
            var drawn = Draw.draw(Rosters.seed(new Random(SEED)), new Roster(candidates), terms(0, stratum("水利", 1, 0)));
            assertTrue(drawn.blocked() && drawn.panels().isEmpty(), bad.toString());
        }
        assertTrue(Draw.draw(Rosters.seed(new Random(SEED)), new Roster(List.of()), terms(0, stratum("水利", 1, 0))).blocked());
    }

    @Test
    void moreThanThereAreIsSaidInWords() {
        var drawn = Draw.draw(Rosters.seed(new Random(SEED)), Rosters.of("水利", 3), terms(0, stratum("水利", 5, 0)));
        assertEquals("专业“水利”需抽取专家5名，名单中该专业有3名，符合条件的只有3名。", drawn.findings().getFirst().chinese());
        var few = Draw.draw(Rosters.seed(new Random(SEED)), Rosters.of("水利", 3), terms(0, stratum("水利", 2, 2)));
        assertEquals(List.of(Matter.ALTERNATES_SHORT), few.findings().stream().map(Finding::matter).toList());
        assertEquals(2, few.panels().getFirst().members().size());
    }

    @Test
    void alternatesComeInTheirOrderAndOnlyOnce() {
        var drawn = Draw.draw(Rosters.seed(new Random(SEED)), Rosters.of("水利", 6), terms(0, stratum("水利", 2, 2)));
        var alternates = drawn.panels().getFirst().alternates();
        assertEquals(alternates.getFirst(), drawn.nextAlternate("水利", List.of()).orElseThrow());
        assertEquals(alternates.getLast(), drawn.nextAlternate("水利", List.of(alternates.getFirst().number())).orElseThrow());
        assertTrue(drawn.nextAlternate("水利", numbers(alternates)).isEmpty());
    }

    @Test
    void aSeedThatDoesNotFitItsCommitmentIsFound() {
        var seed = Rosters.seed(new Random(SEED));
        assertTrue(seed.against(seed.commitments()).isEmpty());
        assertEquals(Matter.COMMITMENT_DIFFERS, seed.against(Rosters.seed(new Random(SEED + 1)).commitments()).getFirst().matter());
        assertFalse(seed.against(List.of()).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Seed.of("abcd"));
        assertThrows(IllegalArgumentException.class, () -> new Seed(List.of()));
    }

    private static Candidate candidate(String number, String name) {
        return new Candidate(number, name, "", "水利", "A", Optional.empty(), false, Optional.empty());
    }

    private static ArrayList<Candidate> random(Random chance, int many) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < many; i++) candidates.add(Rosters.candidate(i, "单位" + chance.nextInt(12), chance.nextInt(3) == 0 ? "水利"
                : "道桥"));
        return candidates;
    }
}
