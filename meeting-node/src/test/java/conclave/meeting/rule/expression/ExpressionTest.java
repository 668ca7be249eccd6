package conclave.meeting.rule.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.rule.expression.Expression.Reading;
import conclave.meeting.rule.expression.Fault.Cause;
import conclave.meeting.rule.expression.Remark.Kind;
import conclave.meeting.rule.expression.Value.Absent;
import conclave.meeting.rule.expression.Value.Flag;
import conclave.meeting.rule.expression.Value.Number;
import conclave.meeting.rule.expression.Value.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final TestForm FORM = new TestForm();

    @Test
    void numbersAreExact() {
        is("2.5", "1 + 2 * 3 / 4");
        is("0.3", "0.1 + 0.2");
        is("1", "1 / 3 + 1 / 3 + 1 / 3");
        is("4.5", "(78 - 60) * 0.25");
        is("-7", "-(3 + 4)");
        is("2", "5 - 2 - 1");
        is("2", "8 / 2 / 2");
        is("3", "abs(2 - 5)");
        is("-3", "floor(-2.5)");
        is("2", "floor(7 / 3)");
        is("1", "min(3, 1, 2)");
        is("3", "max(3, 1, 2)");
        is("19.25", "25 * (0.3 * min(1.1, 1) + 0.4 * 0.8 + 0.3 * 0.5)");
        is("0.5", "-1 / -2");
        is("-0.02", "1 / (0 - 50)");
    }

    @Test
    void conditionsReadAsPeopleWriteThem() {
        holds("3 > 2 and not 2 > 3");
        holds("2 > 3 or 3 >= 3");
        holds("2 > 3 或 3 >= 3 且 非 1 > 2");
        holds("（age ≥ 30）且 学历 ＝ “硕士”");
        holds("degree in (\"博士\", \"硕士\")");
        holds("age in (1, 42)");
        holds("age <> 41");
        holds("born < \"2000-01-01\"");
        holds("\"2000-01-01\" > born");
        holds("fit == true");
        holds("if(fit, 2, 3) == 2");
        holds("if(fit, \"a\", \"b\") == \"a\"");
    }

    @Test
    void daysAreCountedInFullYears() {
        is("20", "years(born, \"2000-06-14\")");
        is("19", "years(born, \"1999-06-14\")");
        is("246", "months(born, \"1999-12-31\")");
        is("1979", "year(born) - 0");
        is("-1", "years(\"2001-01-01\", \"2000-01-01\")");
    }

    @Test
    void listsAreCountedAndSummed() {
        is("2", "count(works, level == \"A\")");
        is("6", "sum(works, points)");
        is("0", "sum(nothing, points)");
        is("9", "sum(works, if(level == \"A\", grade(level), 0)) - 1");
        is("126", "sum(works, age)");
        holds("known(works) and not known(nothing)");
    }

    @Test
    void whatNobodyStatedIsNeitherZeroNorFalse() {
        for (var text : List.of("missing", "missing + 1", "min(missing, 1)", "if(missing < 1, 6, 0)", "grade(unknown)", "floor(missing)", "missing / 2",
                "years(day, born)", "if(missing in (1, 2), 1, 2)")) assertEquals(Absent.ABSENT, value(text, Type.NUMBER), text);
        for (var text : List.of("missing < 1", "not (missing < 1)", "missing != 1", "missing < 1 or false", "missing < 1 and true", "true and missing < 1")) {
            assertEquals(Absent.ABSENT, value(text, Type.FLAG), text);
        }
        holds("missing < 1 or true");
        holds("true or missing < 1");
        holds("not (false and missing < 1)");
        holds("not (missing < 1 and false)");
        holds("not known(missing) and known(age)");
        is("6", "if(known(missing), missing, 6)");
        is("0", "count(works, absent > 0)");
    }

    @Test
    void aDivisionByZeroIsZeroAndSaysSo() {
        var said = new ArrayList<Remark>();
        assertEquals(0, ((Number) read("5 / (age - 42)", Type.NUMBER).value(FORM, said)).it().compareTo(Fraction.ZERO));
        assertTrue(said.stream().anyMatch(remark -> remark.kind() == Kind.DIVIDED_BY_ZERO), said::toString);
    }

    @Test
    void everyLookUpIsTold() {
        var said = new ArrayList<Remark>();
        read("grade(level2) * 2", Type.NUMBER).value(FORM, said);
        assertEquals(List.of(new Remark(Kind.READ, "level2", new Text("B"), Fraction.ZERO),
                new Remark(Kind.LOOKED_UP, "等级分", new Text("B"), Fraction.of(2))), said);
    }

    @Test
    void aNumberThatGrowsBeyondMeasureIsAbsent() {
        var big = new StringBuilder("999999999999999999");
        while (big.length() < 470) big.append("*999999999999999999");
        var said = new ArrayList<Remark>();
        assertEquals(Absent.ABSENT, read(big.toString(), Type.NUMBER).value(FORM, said));
        assertEquals(Kind.TOO_LONG, said.getLast().kind());
    }

    /** Each level would be computed twice by the one above it: 2^30 times in all. */
    @Test
    void noInStandsOnTheLeftOfAnother() {
        bad(24, Cause.TOO_DEEP, "if(age in (8, 9), 1, 2) in (1, 3)");
        var text = "age";
        while (text.length() < 480) text = "if(" + text + " in(8,9),1,2)";
        assertInstanceOf(Reading.Bad.class, Expression.read(text, Type.NUMBER, FORM));
        holds("3 in (if(age in (42, 43), 3, 4), 5)");
    }

    @Test
    void everyFaultHasItsPlaceAndItsCause() {
        bad(4, Cause.UNFINISHED, "1 + ");
        bad(4, Cause.NOT_EXPECTED, "1 + * 2");
        bad(2, Cause.NOT_EXPECTED, "1 2");
        bad(0, Cause.NOT_EXPECTED, "\"open");
        bad(0, Cause.NOT_EXPECTED, "1.2.3");
        bad(0, Cause.NOT_EXPECTED, "1e9");
        bad(4, Cause.UNKNOWN_NAME, "1 + nobody");
        bad(0, Cause.UNKNOWN_FUNCTION, "nothing(1)");
        bad(0, Cause.WRONG_TYPE, "fit + 1");
        bad(4, Cause.WRONG_TYPE, "1 + fit");
        bad(0, Cause.WRONG_TYPE, "degree");
        bad(0, Cause.WRONG_TYPE, "degree > \"硕士\"");
        bad(7, Cause.WRONG_TYPE, "born < \"gestern\"");
        bad(0, Cause.WRONG_TYPE, "works");
        bad(6, Cause.WRONG_TYPE, "grade(fit)");
        bad(11, Cause.WRONG_TYPE, "if(fit, 1, \"a\")");
        bad(13, Cause.UNKNOWN_CHOICE, "if(degree == \"高中\", 1, 0)");
        bad(11, Cause.UNKNOWN_CHOICE, "degree in (\"高中\")");
        bad(6, Cause.TABLE_MISSES, "grade(degree)");
        bad(6, Cause.TABLE_MISSES, "grade(\"Z\")");
        bad(6, Cause.TABLE_MISSES, "grade(key)");
        bad(4, Cause.NOT_A_LIST, "sum(age, 1)");
        bad(15, Cause.LIST_IN_LIST, "sum(works, sum(works, 1))");
        bad(0, Cause.NUMBER_TOO_LONG, "1234567890123456789");
        bad(500, Cause.TOO_LONG, "1".repeat(501));
        bad(40, Cause.TOO_DEEP, "(".repeat(60) + "1" + ")".repeat(60));
        bad(0, Cause.UNFINISHED, "");
        bad(0, Cause.NOT_EXPECTED, "且");
        bad(0, Cause.UNKNOWN_NAME, "level");
    }

    /** Decision 12 of the house: small enough that one person can hold it in the head. Blank lines, comments, imports and lone braces do not count. */
    @Test
    void theLanguageStaysSmall() throws IOException {
        var lines = 0L;
        try (var files = Files.list(source())) {
            for (var file : files.filter(it -> !it.endsWith("Fraction.java")).toList()) {
                lines += Files.readAllLines(file).stream().map(String::strip)
                        .filter(line -> !line.matches("|[})]+;?|/?[*].*|//.*|(import|package) .*")).count();
            }
        }
        assertTrue(lines > 100 && lines < 300, lines + " lines");
    }

    private static Path source() {
        return Path.of(System.getProperty("conclave.project", "..")).resolve("meeting-node/src/main/java/conclave/meeting/rule/expression");
    }

    private static Expression read(String text, Type type) {
        return switch (Expression.read(text, type, FORM)) {
            case Reading.Good good -> good.expression();
            case Reading.Bad bad -> throw new AssertionError(text + ": " + bad.fault());
        };
    }

    private static Value value(String text, Type type) {
        return read(text, type).value(FORM, new ArrayList<>());
    }

    private static void is(String number, String text) {
        var value = (Number) value(text, Type.NUMBER);
        assertEquals(0, value.it().compareTo(Fraction.of(new BigDecimal(number))), text + " is " + value);
    }

    private static void holds(String text) {
        assertEquals(new Flag(true), value(text, Type.FLAG), text);
    }

    private static void bad(int at, Cause cause, String text) {
        var reading = Expression.read(text, Type.NUMBER, FORM);
        assertTrue(reading instanceof Reading.Bad, text);
        var fault = ((Reading.Bad) reading).fault();
        assertEquals(cause + " " + at, fault.cause() + " " + fault.at(), text);
    }
}
