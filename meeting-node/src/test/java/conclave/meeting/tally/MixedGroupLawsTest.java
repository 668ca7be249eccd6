package conclave.meeting.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.RandomSheets;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.sheet.AutoScore;
import conclave.meeting.rule.sheet.Basis;
import conclave.meeting.rule.sheet.Caps;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Explanation;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.rule.sheet.SheetCheck;
import conclave.meeting.rule.sheet.Step;
import conclave.meeting.rule.sheet.Step.What;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds wherever counted and marked points meet, shown on one branch of a sheet at a time, by the thousand. */
class MixedGroupLawsTest {

    private static final int RUNS = 1000;
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private int met;

    /** One root of a random sheet under a total that cuts nothing, one form, and what some experts gave. */
    private record Case(Random chance, CompiledSheet sheet, Inputs inputs, Basis basis, AutoScore before, List<SortedMap<String, BigDecimal>> given) {
        Indicator root() {
            return sheet.sheet().indicators().getFirst();
        }

        AutoScore whole(SortedMap<String, BigDecimal> marks) {
            return sheet.score(inputs, marks);
        }
    }

    private Case random(long run) {
        var random = new RandomSheets(run);
        var whole = random.sheet();
        var chance = new Random(run * 0x5851_F42D_4C95_7F2DL + 1);
        var sheet = compiled(whole, whole.indicators().get(chance.nextInt((int) whole.indicators().stream().filter(root -> group(root.kind())).count())));
        var given = random.given(sheet.indicators().stream().filter(it -> it.source().orElse(null) instanceof Sheet.Given).map(Indicator::code).toList());
        var inputs = new Inputs(random.facts(), given, new TreeMap<>());
        var before = sheet.score(inputs);
        var marks = new ArrayList<SortedMap<String, BigDecimal>>();
        for (int i = 1 + chance.nextInt(8); i > 0; i--) marks.add(marks(sheet, before, chance));
        if (sheet.indicators().stream().anyMatch(it -> Caps.bind(it) && !marks.getFirst().isEmpty()) && before.automatic().signum() > 0) met++;
        return new Case(chance, sheet, inputs, sheet.basis(inputs), before, marks);
    }

    private static boolean group(Kind kind) {
        return kind == Kind.GROUP || kind == Kind.AUTOMATIC || kind == Kind.EXPERT || kind == Kind.MIXED;
    }

    private static CompiledSheet compiled(Sheet s, Indicator root) {
        var checked = SheetCheck.check(new Sheet(s.code(), 1, s.title(), s.titleEn(), s.cutoff(), new BigDecimal(10_000), new BigDecimal(10_000), s.scale(),
                s.fields(), s.charts(), List.of(root)));
        return checked.compiled().orElseThrow();
    }

    private static SortedMap<String, BigDecimal> marks(CompiledSheet sheet, AutoScore before, Random chance) {
        var marks = new TreeMap<String, BigDecimal>();
        for (var leaf : sheet.indicators()) {
            if (leaf.kind() != Kind.EXPERT && leaf.kind() != Kind.MIXED) continue;
            var range = before.line(leaf.code()).orElseThrow().range();
            var from = range.map(AutoScore.Range::from).orElse(leaf.min());
            var steps = range.map(AutoScore.Range::to).orElse(leaf.max()).subtract(from).movePointRight(1).intValue();
            marks.put(leaf.code(), from.add(BigDecimal.valueOf(chance.nextInt(steps + 1), 1)));
        }
        return marks;
    }

    @Test
    void everyCapAndCeilingHoldsAtEveryNode() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            for (var marks : it.given) {
                var whole = it.whole(marks);
                for (var line : whole.lines()) {
                    var about = line + " seed " + run;
                    assertTrue(line.points().signum() >= 0 && line.points().compareTo(line.max()) <= 0, about);
                    ceiling(it, line.code()).ifPresent(most -> assertTrue(line.points().compareTo(most) <= 0, most + " " + about));
                }
                // The quick way and the explained way are written twice, and come to one sum.
                assertEquals(0, it.before.automatic().add(it.basis.worth(marks)).compareTo(whole.automatic()), "seed " + run);
            }
        }
        assertTrue(met > RUNS / 10, met + " met, seed " + seed);
    }

    /** The three ceilings that random sheets have, worked out here once more. */
    private static Optional<BigDecimal> ceiling(Case it, String code) {
        var facts = it.inputs.facts().values();
        var rate = Optional.ofNullable(facts.get("rate")).map(BigDecimal::new);
        var years = Optional.ofNullable(facts.get("years_in")).map(BigDecimal::new);
        return it.sheet.indicator(code).orElseThrow().ceiling().flatMap(text -> switch (text) {
            case "rate" -> rate;
            case "12.345" -> Optional.of(new BigDecimal("12.34"));
            case "years_in / 3" -> years.map(many -> many.divide(new BigDecimal(3), 2, RoundingMode.FLOOR));
            default -> throw new AssertionError(text);
        });
    }

    /** Whatever the mode makes one figure of many marks by: on top of what was counted it stays below the cap of the branch. */
    @Test
    void theFigureOfManyExpertsHoldsTheCap() {
        var cut = 0;
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            if (it.given.getFirst().isEmpty()) continue;
            for (var method : Method.values()) {
                for (var per : Per.values()) {
                    var whole = it.before.automatic().add(figure(it, method, per, it.given));
                    var most = ceiling(it, it.root().code()).map(it.root().max()::min).orElse(it.root().max());
                    assertTrue(whole.subtract(HALF_A_CENT).compareTo(most) <= 0, whole + " " + it.root() + " seed " + run);
                    if (whole.compareTo(most) == 0) cut++;
                }
            }
        }
        assertTrue(cut > RUNS / 10, cut + " at the cap, seed " + seed);
    }

    /** The mean of the experts' wholes is what was counted and the mean of what their marks are worth. */
    @Test
    void theMeanOfTheWholesIsTheWhole() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            if (it.given.getFirst().isEmpty()) continue;
            var wholes = it.given.stream().map(marks -> Fraction.of(it.whole(marks).automatic())).reduce(Fraction.ZERO, Fraction::plus);
            var mean = wholes.dividedBy(Fraction.of(it.given.size())).minus(Fraction.of(it.before.automatic()));
            assertEquals(mean.rounded(2, RoundingMode.HALF_UP), figure(it, Method.MEAN, Per.SHEET, it.given), "seed " + run);
        }
    }

    @Test
    void whoGaveWhatChangesNothing() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            if (it.given.getFirst().isEmpty()) continue;
            var turned = new ArrayList<>(it.given);
            Collections.shuffle(turned, it.chance);
            for (var method : Method.values()) {
                for (var per : Per.values()) assertEquals(figure(it, method, per, it.given), figure(it, method, per, turned), "seed " + run);
            }
        }
    }

    @Test
    void aHigherMarkNeverLowersAnything() {
        var raised = 0;
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            if (it.given.getFirst().isEmpty()) continue;
            var better = new ArrayList<>(it.given);
            var who = it.chance.nextInt(better.size());
            better.set(who, raised(it, better.get(who)));
            assertTrue(it.basis.worth(better.get(who)).compareTo(it.basis.worth(it.given.get(who))) >= 0, "seed " + run);
            for (var method : List.of(Method.MEAN, Method.TRIMMED_MEAN)) {
                for (var per : Per.values()) {
                    var order = figure(it, method, per, better).compareTo(figure(it, method, per, it.given));
                    assertTrue(order >= 0, "seed " + run);
                    raised += order;
                }
            }
        }
        assertTrue(raised > RUNS / 10, raised + " raised, seed " + seed);
    }

    private static SortedMap<String, BigDecimal> raised(Case it, SortedMap<String, BigDecimal> marks) {
        var higher = new TreeMap<>(marks);
        var code = List.copyOf(marks.keySet()).get(it.chance.nextInt(marks.size()));
        var line = it.before.line(code).orElseThrow();
        var to = line.range().map(AutoScore.Range::to).orElse(line.max());
        higher.put(code, marks.get(code).add(BigDecimal.valueOf(it.chance.nextInt(30), 1)).min(to).max(marks.get(code)));
        return higher;
    }

    @Test
    void theExplanationAddsUpToTheWhole() {
        for (long run = seed; run < seed + RUNS; run++) {
            var it = random(run);
            var marks = it.given.getFirst();
            var whole = it.whole(marks);
            for (var line : whole.lines()) {
                assertEquals(0, sum(line.steps()).compareTo(Fraction.of(line.points())), line + " seed " + run);
                for (var step : line.steps()) {
                    var child = whole.line(step.name()).filter(_ -> step.what() == What.CHILD || step.what() == What.CHILD_WEIGHTED || step.what() == What.CHILD_BEYOND);
                    child.ifPresent(own -> assertEquals(0, step.figure().compareTo(Fraction.of(own.points())), line + " seed " + it.sheet));
                }
            }
            assertEquals(0, sum(whole.steps()).compareTo(Fraction.of(whole.automatic())), "seed " + run);
            var said = Explanation.of(it.sheet).sentences(it.before, whole);
            var sum = "自动量化赋分 " + plain(it.before.automatic()) + " 分，专家评分计入 " + plain(it.basis.worth(marks)) + " 分，合计 " + plain(whole.automatic()) + " 分；";
            assertTrue(said.get(said.size() - 2).startsWith(sum), said + " seed " + run);
            assertTrue(said.stream().allMatch(one -> one.endsWith("。")), said + " seed " + run);
        }
    }

    private static BigDecimal figure(Case it, Method method, Per per, List<SortedMap<String, BigDecimal>> given) {
        var judged = new ArrayList<Judged>();
        for (var marks : given) {
            var worth = new TreeMap<String, BigDecimal>();
            worth.put("", it.basis.worth(marks));
            judged.add(new Judged(Some.expert(judged.size()), Optional.empty(), per == Per.SHEET ? worth : marks));
        }
        return Gathered.of(new Aggregation(method, 5, per, List.of(), Optional.empty()), 2, judged, it.basis::added).figure().orElseThrow();
    }

    private static Fraction sum(List<Step> steps) {
        return steps.stream().map(Step::points).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
