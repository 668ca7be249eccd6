package conclave.meeting.rule.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.BrokenRecords;
import conclave.meeting.ExampleSheets;
import conclave.meeting.RandomSheets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.sheet.AutoScore.Line;
import conclave.meeting.rule.sheet.AutoScore.State;
import conclave.meeting.rule.sheet.Inputs.Outcome;
import conclave.meeting.rule.sheet.Step.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for every sheet and everybody, shown on sheets and forms by the thousand. */
class SheetLawsTest {

    private static final int RUNS = 1000;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    private record Case(long run, CompiledSheet sheet, Inputs inputs, AutoScore score) {
        Indicator indicator(Line line) {
            return sheet.indicator(line.code()).orElseThrow();
        }
    }

    private Case random(long run) {
        var random = new RandomSheets(run);
        var sheet = ExampleSheetsTest.compiled(random.sheet());
        var given = sheet.indicators().stream().filter(it -> it.source().orElse(null) instanceof Given).map(Indicator::code).toList();
        var outcomes = new TreeMap<String, Outcome>();
        if (run % 3 > 0) outcomes.put("vote", new Outcome((int) (run & 7), 7 + (int) (run & 3)));
        var inputs = new Inputs(random.facts(), random.given(given), outcomes);
        assertEquals(List.of(), FactsCheck.check(sheet.sheet(), inputs.facts()), "seed " + run);
        return new Case(run, sheet, inputs, sheet.score(inputs));
    }

    @Test
    void everyCapHoldsAndNothingIsBelowZero() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            for (var line : it.score.lines()) {
                var about = line + " seed " + run;
                assertTrue(line.points().signum() >= 0, about);
                assertTrue(line.points().compareTo(it.indicator(line).max()) <= 0, about);
                if (it.indicator(line).children().isEmpty()) assertTrue(line.points().scale() <= it.sheet.sheet().scale(), about);
                line.range().ifPresent(range -> assertTrue(range.from().compareTo(range.to()) <= 0 && range.to().compareTo(line.max()) <= 0, about));
            }
            assertTrue(it.score.automatic().compareTo(it.sheet.sheet().total()) <= 0, "seed " + run);
            var whole = it.sheet.finalTotal(it.score.automatic(), it.score.bonus(), it.score.deduction());
            assertTrue(whole.signum() >= 0 && whole.compareTo(it.sheet.sheet().finalMax()) <= 0, "seed " + run);
        }
    }

    @Test
    void theExplanationAddsUpToTheScore() {
        var steps = 0;
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            for (var line : it.score.lines()) {
                assertEquals(0, sum(line.steps()).compareTo(Fraction.of(line.points())), line + " seed " + run);
                for (var step : line.steps()) assertEquals(0, sum(step.within()).compareTo(Fraction.ZERO), line + " seed " + run);
                // What a parent says of its child is what the child says of itself.
                for (var step : line.steps()) {
                    var child = it.score.line(step.name()).filter(_ -> step.what() == What.CHILD || step.what() == What.CHILD_WEIGHTED || step.what() == What.CHILD_BEYOND);
                    child.ifPresent(own -> assertEquals(0, step.figure().compareTo(Fraction.of(own.points())), line + " seed " + it.run));
                }
                steps += line.steps().size();
            }
            assertEquals(0, sum(it.score.steps()).compareTo(Fraction.of(it.score.automatic())), "seed " + run);
            assertTrue(Explanation.of(it.sheet).sentences(it.score).stream().allMatch(said -> said.endsWith("。")), "seed " + run);
        }
        assertTrue(steps > RUNS, "hardly any steps, seed " + seed);
    }

    private static Fraction sum(List<Step> steps) {
        return steps.stream().map(Step::points).reduce(Fraction.ZERO, Fraction::plus);
    }

    @Test
    void theOrderOfEntriesChangesNothing() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            var turned = new ArrayList<>(it.inputs.facts().lists().getOrDefault("works", List.of()));
            Collections.shuffle(turned, new Random(run));
            var facts = new Facts(it.inputs.facts().values(), new TreeMap<>(Collections.singletonMap("works", turned)));
            assertEquals(points(it.score), points(it.sheet.score(new Inputs(facts, it.inputs.given(), it.inputs.outcomes()))), "seed " + run);
        }
    }

    /** Entries of one thing are of one category here: a thing that is entered again under a category with a lower cap may well count less. */
    @Test
    void anotherEntryNeverLowersAList() {
        var more = 0;
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            var works = new ArrayList<>(it.inputs.facts().lists().getOrDefault("works", List.of()));
            works.add(new RandomSheets(~run).work());
            var facts = new Facts(it.inputs.facts().values(), new TreeMap<>(Collections.singletonMap("works", works)));
            var after = it.sheet.score(new Inputs(facts, it.inputs.given(), it.inputs.outcomes()));
            for (var line : it.score.lines()) {
                if (!(it.indicator(line).source().orElse(null) instanceof Listed)) continue;
                var order = after.line(line.code()).orElseThrow().points().compareTo(line.points());
                assertTrue(order >= 0, () -> line + " then " + after.line(line.code()) + " seed " + it.run);
                more += order;
            }
        }
        assertTrue(more > 10, "no entry ever counted, seed " + seed);
    }

    @Test
    void theSameIsCountedTheSameTwice() {
        for (long run = seed; run < seed + 200; run++) assertEquals(random(run).score, random(run).score, "seed " + run);
    }

    @Test
    void aSheetWithoutErrorsNeverMeetsAValueThatItsChartsDoNotKnow() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            for (var line : it.score.lines()) undefined(line.steps(), it);
        }
    }

    private static void undefined(List<Step> steps, Case it) {
        for (var step : steps) {
            assertTrue(step.what() != What.OUTSIDE_CHART || step.name().equals("比率分"), step + " seed " + it.run);
            undefined(step.within(), it);
        }
    }

    private static List<BigDecimal> points(AutoScore score) {
        return score.lines().stream().map(Line::points).toList();
    }

    @Test
    void whateverASheetHoldsTheCheckFindsItsWayAndSaysSo() {
        var sound = 0;
        var seen = new TreeMap<Finding.Code, Integer>();
        for (long run = seed; run < seed + 2 * RUNS; run++) {
            var chance = new Random(run * 0x5851_F42D_4C95_7F2DL);
            var whole = run % 2 == 0 ? ExampleSheets.engineers() : new RandomSheets(run).sheet();
            var broken = new BrokenRecords(chance).broken(whole, 1 + chance.nextInt(6));
            if (sound(broken, run, seen)) sound++;
        }
        System.out.println("> seed " + seed + ": " + sound + " of " + 2 * RUNS + " still sound, " + seen.size() + " kinds of findings");
        assertTrue(sound > RUNS / 20 && seen.size() > 25, sound + " sound, " + seen + ", seed " + seed);
    }

    private static boolean sound(Sheet sheet, long run, TreeMap<Finding.Code, Integer> seen) {
        try {
            var checked = SheetCheck.check(sheet);
            for (var finding : checked.findings()) {
                seen.merge(finding.code(), 1, Integer::sum);
                assertTrue(FindingWords.sentence(finding).endsWith("。") && !FindingWords.sentence(finding).contains("null"), FindingWords.sentence(finding));
            }
            assertEquals(checked.compiled().isEmpty(), checked.findings().stream().anyMatch(Finding::error));
            if (checked.compiled().isEmpty()) return false;
            for (var facts : List.of(ExampleSheets.engineer(), new RandomSheets(run).facts(), Facts.NONE)) {
                FactsCheck.check(sheet, facts).forEach(FindingWords::sentence);
                var score = checked.compiled().get().score(Inputs.of(facts));
                for (var line : score.lines()) assertEquals(0, sum(line.steps()).compareTo(Fraction.of(line.points())), line.toString());
                Explanation.of(checked.compiled().get()).sentences(score);
                assertTrue(score.lines().stream().noneMatch(line -> line.state() == State.COUNTED && line.kind() == Kind.EXPERT));
            }
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new AssertionError("seed " + run, e);
        }
    }
}
