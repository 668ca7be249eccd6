package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.exchange.Deadline.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Twenty-four hours, and what is said when. */
class DeadlineTest {

    private static final Instant FROZEN = Instant.parse("2026-11-20T10:00:00Z");
    private final Deadline running = Deadline.in(FROZEN, Optional.empty());

    @Test
    void itWarnsAtEighteenHoursAndAtTwentyTwo() {
        assertEquals(Grade.RUNNING, after("PT0S"));
        assertEquals(Grade.RUNNING, after("PT17H59M59S"));
        assertEquals(Grade.SOON, after("PT18H"));
        assertEquals(Grade.SOON, after("PT21H59M59S"));
        assertEquals(Grade.URGENT, after("PT22H"));
        assertEquals(Grade.URGENT, after("PT24H"));
        assertEquals(Grade.OVERDUE, after("PT24H0.001S"));
        assertEquals(Duration.ofHours(3), running.left(FROZEN.plus(Duration.ofHours(21))));
        assertEquals(Duration.ofHours(1), running.left(FROZEN.plus(Duration.ofHours(25))));
    }

    @Test
    void stoppedItSaysForEverWhetherItWasInTime() {
        var later = FROZEN.plus(Duration.ofDays(30));
        assertEquals(Grade.MET, Deadline.in(FROZEN, Optional.of(FROZEN.plus(Duration.ofHours(24)))).grade(later, true));
        assertEquals(Grade.MISSED, Deadline.out(FROZEN, Optional.of(FROZEN.plus(Duration.ofHours(25)))).grade(later, false));
    }

    /** A clock that shows a time before the beginning is wrong, whoever vouches for it. */
    @Test
    void aClockThatNobodyTrustsMakesNoAlarmAndNoPromise() {
        assertEquals(Grade.UNTRUSTED, running.grade(FROZEN.plusSeconds(60), false));
        assertEquals(Grade.UNTRUSTED, running.grade(FROZEN.minusSeconds(1), true));
        assertEquals(Grade.UNTRUSTED, Deadline.in(FROZEN, Optional.of(FROZEN.minusSeconds(1))).grade(FROZEN.plusSeconds(60), true));
    }

    private Grade after(String passed) {
        return running.grade(FROZEN.plus(Duration.parse(passed)), true);
    }
}
