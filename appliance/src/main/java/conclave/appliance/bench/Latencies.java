package conclave.appliance.bench;

import java.util.Arrays;

/** How long each answer took, all of them: percentiles of buckets would hide what they round. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1 << 16];
    private int count;
    private boolean sorted;

    void add(long took) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
        nanos[count++] = took;
        sorted = false;
    }

    int count() {
        return count;
    }

    /** The time within which this share of the answers came, in milliseconds. */
    double millis(double share) {
        if (count == 0) return Double.NaN;
        if (!sorted) Arrays.sort(nanos, 0, count);
        sorted = true;
        return nanos[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)] / NANOS_A_MILLI;
    }
}
