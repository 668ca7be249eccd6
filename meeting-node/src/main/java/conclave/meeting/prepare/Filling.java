package conclave.meeting.prepare;

import java.math.BigInteger;

/** One judge's places, each for one whole dossier, filled with fractions of dossiers without rounding anything. */
final class Filling {

    private final Flow flow;
    private int place;
    /** What is left of the current place, as a fraction. */
    private BigInteger left = BigInteger.ZERO;
    private BigInteger of = BigInteger.ONE;

    Filling(Flow flow) {
        this.flow = flow;
    }

    /** A piece may lie across the edge of two places: its dossier may then take either. */
    void pour(int dossier, long part, long whole) {
        if (left.signum() == 0) open();
        flow.pipe(dossier, place, 1);
        left = left.multiply(BigInteger.valueOf(whole)).subtract(BigInteger.valueOf(part).multiply(of));
        of = of.multiply(BigInteger.valueOf(whole));
        if (left.signum() < 0) {
            var missing = left;
            open();
            flow.pipe(dossier, place, 1);
            left = of.add(missing);
        }
        var common = left.gcd(of);
        left = left.divide(common);
        of = of.divide(common);
    }

    private void open() {
        place = flow.node();
        flow.pipe(place, 1, 1);
        left = of;
    }
}
