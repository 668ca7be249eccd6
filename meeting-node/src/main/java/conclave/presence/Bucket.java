package conclave.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong codes, leaking away with time. Right codes fill it below empty, up to a bound, so that a floor that signs in
 * may mistype in proportion. While somebody has to wait nothing leaks: whoever goes on guessing waits twice as long
 * each time. Counted in thousandths.
 */
final class Bucket {

    private static final long ONE = 1_000;

    private final long limit;
    private final Duration window;
    private final Duration longestWait;
    private long level;
    private Instant at = Instant.EPOCH;
    private Instant waitUntil = Instant.EPOCH;

    Bucket(int limit, Duration window, Duration longestWait) {
        this.limit = limit * ONE;
        this.window = window;
        this.longestWait = longestWait;
    }

    void failed(Instant now) {
        leak(now);
        level += ONE;
        long over = level - limit;
        if (over > 0) waitUntil = now.plus(waitFor((over + ONE - 1) / ONE));
    }

    void succeeded(Instant now) {
        leak(now);
        level = Math.max(level - ONE, -4 * limit);
    }

    /** A clock that was put back does not lock anybody out for longer than the longest wait. */
    Duration mustWait(Instant now) {
        var left = Duration.between(now, waitUntil);
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(longestWait) > 0 ? Duration.ZERO : left;
    }

    boolean hasFailures(Instant now) {
        leak(now);
        return level > 0;
    }

    boolean isOver(Instant now) {
        leak(now);
        return level > limit;
    }

    private Duration waitFor(long over) {
        var doubled = Duration.ofSeconds(1L << Math.min(over - 1, 20));
        return doubled.compareTo(longestWait) > 0 ? longestWait : doubled;
    }

    private void leak(Instant now) {
        var from = at.isAfter(waitUntil) ? at : waitUntil;
        if (now.isAfter(from)) {
            long passed = Math.min(Duration.between(from, now).toMillis(), window.toMillis() * 10);
            long leaked = limit * passed / window.toMillis();
            level = level > 0 ? Math.max(0, level - leaked) : Math.min(0, level + leaked);
        }
        at = now;
    }
}
