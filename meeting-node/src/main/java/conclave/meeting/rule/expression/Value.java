package conclave.meeting.rule.expression;

import java.time.LocalDate;

/**
 * What an expression comes to. A fact that nobody stated is ABSENT, and so is whatever is computed from it:
 * it is neither zero nor false, because a rate of complications that nobody reported is not a good one.
 */
public sealed interface Value {

    record Number(Fraction it) implements Value {
    }

    record Text(String it) implements Value {
    }

    record Flag(boolean it) implements Value {
    }

    record Day(LocalDate it) implements Value {
    }

    enum Absent implements Value { ABSENT }

    static Value of(long number) {
        return new Number(Fraction.of(number));
    }

    /** For two values of one type, as the reading has made sure. */
    static int order(Value one, Value other) {
        return switch (one) {
            case Number n -> n.it.compareTo(((Number) other).it);
            case Text t -> t.it.compareTo(((Text) other).it);
            case Flag f -> Boolean.compare(f.it, ((Flag) other).it);
            case Day d -> d.it.compareTo(((Day) other).it);
            case Absent a -> a.compareTo((Absent) other);
        };
    }
}
