package conclave.meeting.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects what a check notices, in the order it is noticed. */
final class Notes {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9.+_-]{0,31}";

    private final List<Finding> noted = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(noted);
    }

    void error(String code, String at, String... facts) {
        noted.add(Finding.error(code, at, facts));
    }

    void warning(String code, String at, String... facts) {
        noted.add(Finding.warning(code, at, facts));
    }

    void code(String code, String at) {
        if (!code.matches(CODE)) error("code-malformed", at);
    }

    void range(int number, int least, int most, String at) {
        if (number < least || number > most) {
            error("number-out-of-range", at, "found", Integer.toString(number), "least", Integer.toString(least), "most", Integer.toString(most));
        }
    }

    /** Weights of which each is above zero, and which together are one. */
    void weights(List<BigDecimal> weights, String at) {
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).signum() <= 0) error("weight-not-positive", at + "[" + i + "].weight", "found", weights.get(i).toPlainString());
        }
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!weights.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) warning("weights-not-one", at, "sum", sum.toPlainString());
    }
}
