package conclave.meeting.rule.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.rule.expression.Expression.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts by the thousand: whatever somebody writes is a fault or an expression, and every expression comes to a value of its type. */
class ExpressionLawsTest {

    private static final List<String> PIECES = List.of("age", "missing", "degree", "\"硕士\"", "\"高中\"", "born", "\"2001-02-29\"", "\"2000-02-29\"", "fit", "works", "nothing",
            "level", "points", "(", ")", "(", ")", ",", ",", "+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "in", "and", "or", "not", "且", "if(", "min(", "max(", "floor(",
            "abs(", "years(", "months(", "year(", "known(", "count(works,", "sum(works,", "grade(", "0", "1", "3", "999999999999999999", "0.000001", "true", "“", "；", "𠮷", "\u0000",
            "１", "٣", "=", "<>", " ", "　");

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void whateverIsWrittenNothingBreaks() {
        var good = 0;
        for (long run = seed; run < seed + 10_000; run++) {
            var chance = new Random(run);
            var text = run % 2 == 0 ? scribbled(chance) : changed(grown(chance, Type.values()[chance.nextInt(3)], 4), chance);
            for (var type : List.of(Type.NUMBER, Type.FLAG)) if (comesTo(text, type, run)) good++;
        }
        assertTrue(good > 500, good + " expressions, seed " + seed);
    }

    @Test
    void whatIsGrownByTheGrammarIsRead() {
        for (long run = seed; run < seed + 10_000; run++) {
            var chance = new Random(run);
            var type = Type.values()[chance.nextInt(3)];
            var text = grown(chance, type, 3);
            if (text.length() <= Expression.LONGEST) assertTrue(comesTo(text, type, run), text + " seed " + run);
        }
    }

    @Test
    void fractionsKeepTheLawsOfArithmetic() {
        for (long run = seed; run < seed + 10_000; run++) {
            var chance = new Random(run);
            var a = fraction(chance);
            var b = fraction(chance);
            var c = fraction(chance);
            var about = a + " " + b + " " + c + " seed " + run;
            assertEquals(0, a.plus(b).compareTo(b.plus(a)), about);
            assertEquals(0, a.plus(b).minus(b).compareTo(a), about);
            assertEquals(0, a.times(b.plus(c)).compareTo(a.times(b).plus(a.times(c))), about);
            if (b.over().signum() != 0) assertEquals(0, a.times(b).dividedBy(b).compareTo(a), about);
            if (b.over().signum() != 0) assertEquals(0, a.dividedBy(b).times(b).compareTo(a), about);
            assertTrue(a.under().signum() > 0 && a.dividedBy(b).under().signum() > 0, about);
            assertTrue(Fraction.of(a.rounded(0, RoundingMode.FLOOR)).compareTo(a) <= 0, about);
        }
    }

    private static Fraction fraction(Random chance) {
        var over = Fraction.of(BigDecimal.valueOf(chance.nextInt(-5000, 5000), chance.nextInt(-2, 4)));
        return chance.nextBoolean() ? over : over.dividedBy(Fraction.of(chance.nextInt(1, 90) * (chance.nextBoolean() ? 1 : -1)));
    }

    private static boolean comesTo(String text, Type type, long run) {
        try {
            var form = new TestForm();
            if (!(Expression.read(text, type, form) instanceof Reading.Good good)) return false;
            var said = new ArrayList<Remark>();
            var value = good.expression().value(form, said);
            var fits = switch (value) {
                case Value.Number n -> type == Type.NUMBER && !n.it().tooLong();
                case Value.Text _ -> type == Type.TEXT;
                case Value.Flag _ -> type == Type.FLAG;
                case Value.Day _ -> type == Type.DATE;
                case Value.Absent _ -> true;
            };
            assertTrue(fits, text + " as " + type + " is " + value + ", seed " + run);
            assertFalse(said.size() > 10_000, text + " seed " + run);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(text + " seed " + run, e);
        }
    }

    private static String scribbled(Random chance) {
        var text = new StringBuilder();
        var pieces = chance.nextInt(chance.nextInt(20) == 0 ? 400 : 25);
        for (int i = 0; i < pieces; i++) text.append(PIECES.get(chance.nextInt(PIECES.size()))).append(chance.nextBoolean() ? " " : "");
        return text.toString();
    }

    private static String changed(String text, Random chance) {
        var changed = new StringBuilder(text);
        for (int i = chance.nextInt(3); i > 0 && !changed.isEmpty(); i--) {
            var at = chance.nextInt(changed.length());
            changed.replace(at, Math.min(changed.length(), at + chance.nextInt(3)), PIECES.get(chance.nextInt(PIECES.size())));
        }
        return changed.toString();
    }

    private static String grown(Random chance, Type type, int depth) {
        var some = depth <= 0 ? chance.nextInt(3) : chance.nextInt(13);
        var number = "(" + (depth <= 0 ? "age" : grown(chance, Type.NUMBER, depth - 1)) + ")";
        var other = depth <= 0 ? "2" : grown(chance, Type.NUMBER, depth - 1);
        return switch (type) {
            case NUMBER, DATE, LIST -> switch (some) {
                case 0 -> "age";
                case 1 -> "missing";
                case 2 -> Integer.toString(chance.nextInt(100));
                case 3 -> number + List.of("+", "-", "*", "/").get(chance.nextInt(4)) + other;
                case 4 -> "if(" + grown(chance, Type.FLAG, depth - 1) + ", " + number + "," + other + ")";
                case 5 -> "min(" + number + "," + other + ")";
                case 6 -> "floor(" + other + ")";
                case 7 -> "- " + number;
                case 8 -> "years(born, \"2020-01-01\")";
                case 9 -> "count(works, level == \"A\" and points > 1)";
                case 10 -> "sum(works, points * 2)";
                case 11 -> "grade(level2)";
                default -> "abs(" + number + " / " + other + ")";
            };
            case FLAG -> depth <= 0 ? "fit" : switch (some % 6) {
                case 0 -> number + List.of("<", "<=", ">", ">=", "==", "!=").get(chance.nextInt(6)) + other;
                case 1 -> "not " + grown(chance, Type.FLAG, depth - 1);
                case 2 -> "(" + grown(chance, Type.FLAG, depth - 1) + ") and (" + grown(chance, Type.FLAG, depth - 1) + ")";
                case 3 -> "(" + grown(chance, Type.FLAG, depth - 1) + ") or known(missing)";
                case 4 -> grown(chance, Type.TEXT, 0) + " in (\"硕士\", \"博士\")";
                default -> "born < \"2000-01-01\"";
            };
            case TEXT -> some == 0 || depth <= 0 ? "degree" : "if(" + grown(chance, Type.FLAG, depth - 1) + ", degree, \"x\")";
        };
    }
}
