package conclave.meeting.rule.sheet;

import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Values as a person writes them: 0.5 and not 5E-1, 是 and not true. */
final class Plain {

    private static final int PLACES = 4;

    private Plain() {
    }

    static String of(BigDecimal number) {
        return number(number).toPlainString();
    }

    /** One form for one number. */
    static BigDecimal number(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What never ends is shown to four places and says so. */
    static String of(Fraction number) {
        if (number.under().equals(BigInteger.ONE)) return of(number.over());
        return "约" + of(number.rounded(PLACES, RoundingMode.HALF_UP));
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Number n -> of(n.it());
            case Value.Text t -> t.it();
            case Value.Flag f -> f.it() ? "是" : "否";
            case Value.Day d -> d.it().toString();
            case Value.Absent _ -> "";
        };
    }

    static String of(Object any) {
        return any instanceof BigDecimal number ? of(number) : any.toString();
    }
}
