package conclave.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the two clocks of 24 hours (二十四小时时限): from the day the list was frozen until the venue's counts agree, and from the close of the
 * meeting until the platform has accepted the result.
 */
public record Deadline(Way way, Instant begun, Optional<Instant> stopped) {

    public static final Duration SPAN = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofHours(18);
    private static final Duration URGENT = Duration.ofHours(22);

    public enum Way { IN, OUT }

    /** How it stands. */
    public enum Grade {
        /** Stopped in time. */
        MET,
        /** Stopped, and too late. */
        MISSED,
        RUNNING,
        /** Eighteen hours have passed. */
        SOON,
        /** Twenty-two have. */
        URGENT,
        OVERDUE,
        /** Nobody can say: the clock here is wrong, or shows a time before the beginning. */
        UNTRUSTED
    }

    public static Deadline in(Instant frozen, Optional<Instant> accepted) {
        return new Deadline(Way.IN, frozen, accepted);
    }

    public static Deadline out(Instant closed, Optional<Instant> accepted) {
        return new Deadline(Way.OUT, closed, accepted);
    }

    public Instant ends() {
        return begun.plus(SPAN);
    }

    /** @param trusted whether anybody has reason to believe that it is that late */
    public Grade grade(Instant now, boolean trusted) {
        if (stopped.isPresent() && !stopped.get().isBefore(begun)) return stopped.get().isAfter(ends()) ? Grade.MISSED : Grade.MET;
        if (!trusted || now.isBefore(begun) || stopped.isPresent()) return Grade.UNTRUSTED;
        var passed = Duration.between(begun, now);
        if (passed.compareTo(SPAN) > 0) return Grade.OVERDUE;
        if (passed.compareTo(URGENT) >= 0) return Grade.URGENT;
        return passed.compareTo(SOON) >= 0 ? Grade.SOON : Grade.RUNNING;
    }

    /** What is left, or by how much it is over. */
    public Duration left(Instant now) {
        return Duration.between(stopped.orElse(now), ends()).abs();
    }
}
