package conclave.meeting.rule.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number: a decimal over a whole positive number, so that a third stays a third until a rule rounds it. */
public record Fraction(BigDecimal over, BigInteger under) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0);
    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final int DIGITS = 300;
    private static final int PLACES = 40;

    public static Fraction of(BigDecimal decimal) {
        return new Fraction(decimal, BigInteger.ONE);
    }

    public static Fraction of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    public Fraction plus(Fraction other) {
        if (under.equals(other.under)) return lowest(over.add(other.over), under);
        return lowest(over.multiply(new BigDecimal(other.under)).add(other.over.multiply(new BigDecimal(under))), under.multiply(other.under));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    public Fraction times(Fraction other) {
        return lowest(over.multiply(other.over), under.multiply(other.under));
    }

    /** By zero: zero. */
    public Fraction dividedBy(Fraction other) {
        if (other.over.signum() == 0) return ZERO;
        var turned = new BigDecimal(other.under).scaleByPowerOfTen(other.over.scale());
        var by = other.over.unscaledValue();
        return lowest(over.multiply(by.signum() < 0 ? turned.negate() : turned), under.multiply(by.abs()));
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public BigDecimal rounded(int scale, RoundingMode how) {
        return over.divide(new BigDecimal(under), scale, how);
    }

    /**
     * Where there is no end to what is added up: itself, or, once so many different denominators have met that people could no longer
     * write it down, the nearest to forty places. No rule looks at so many.
     */
    public Fraction settled() {
        return tooLong() ? of(rounded(PLACES, RoundingMode.HALF_UP)) : this;
    }

    /** Nothing that people count has so many digits; whoever computes on asks first. */
    boolean tooLong() {
        return over.precision() > DIGITS || over.scale() > DIGITS || under.bitLength() > 4 * DIGITS;
    }

    @Override
    public int compareTo(Fraction other) {
        if (under.equals(other.under)) return over.compareTo(other.over);
        return over.multiply(new BigDecimal(other.under)).compareTo(other.over.multiply(new BigDecimal(under)));
    }

    /** Most sheets never divide, or by something that decimals can express: then this is a plain decimal again. */
    private static Fraction lowest(BigDecimal over, BigInteger under) {
        if (under.equals(BigInteger.ONE)) return new Fraction(over, under);
        var places = Math.max(0, over.scale());
        var top = over.setScale(places).unscaledValue();
        var bottom = under.multiply(BigInteger.TEN.pow(places));
        var shared = top.gcd(bottom);
        var rest = bottom.divide(shared);
        rest = rest.shiftRight(rest.getLowestSetBit());
        while (rest.mod(FIVE).signum() == 0) rest = rest.divide(FIVE);
        if (rest.equals(BigInteger.ONE)) return of(new BigDecimal(top).divide(new BigDecimal(bottom)));
        return new Fraction(new BigDecimal(top.divide(shared)), bottom.divide(shared));
    }
}
