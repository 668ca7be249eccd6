package conclave.report;

import java.math.BigDecimal;
import java.util.Optional;

/** What stands in one cell of a form. */
public sealed interface Value {

    record Text(String text) implements Value {
        @Override
        public String shown() {
            return text;
        }
    }

    /** With the places it was counted to: 82.50 stays 82.50. */
    record Number(BigDecimal number) implements Value {
        @Override
        public String shown() {
            return number.toPlainString();
        }
    }

    /** Nothing is known, which is not a nought. */
    record Nothing() implements Value {
        @Override
        public String shown() {
            return "";
        }
    }

    String shown();

    public static Value of(String text) {
        return text.isEmpty() ? new Nothing() : new Text(text);
    }

    public static Value of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    public static Value of(BigDecimal number) {
        return new Number(number);
    }

    public static Value number(Optional<BigDecimal> number) {
        return number.<Value>map(Number::new).orElseGet(Nothing::new);
    }

    public static Value whole(Optional<Integer> number) {
        return number.map(it -> of(it.longValue())).orElseGet(Nothing::new);
    }
}
