package conclave.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final Instant START = Instant.parse("2026-09-17T08:00:00Z");
    private static final String FLOOR = "10.0.0.1";
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final SignInThrottle throttle = new LocalSignIns(10, 200, MINUTE, MINUTE);

    @Test
    void fourHundredPeopleBehindOneAddressAllSignInAtOnce() {
        for (int i = 0; i < 400; i++) {
            var now = START.plusMillis(10L * i);
            assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, now));
            throttle.succeeded(FLOOR, now);
        }
    }

    @Test
    void aFloorOfWhomOneInFiveMistypesIsNotLockedOut() {
        long seed = 7;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var now = START.plusMillis(20L * i);
            assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, now), "attempt " + i + ", seed " + seed);
            if (random.nextInt(5) == 0) throttle.failed(FLOOR, now);
            else throttle.succeeded(FLOOR, now);
        }
    }

    @Test
    void whoeverGuessesOnWaitsTwiceAsLongEachTimeUpToAMinute() {
        for (int i = 0; i < 10; i++) {
            assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, START));
            throttle.failed(FLOOR, START);
        }
        var now = START;
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            throttle.failed(FLOOR, now);
            assertEquals(Duration.ofSeconds(seconds), throttle.mustWait(FLOOR, now));
            assertEquals(Duration.ofSeconds(seconds).minusMillis(1), throttle.mustWait(FLOOR, now.plusMillis(1)));
            now = now.plusSeconds(seconds);
            assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, now));
        }
    }

    @Test
    void aMachineThatGuessesAllDayGetsAFewThousandTriesOfAMillionBillion() {
        int tries = 0;
        var now = START;
        while (now.isBefore(START.plus(Duration.ofHours(8)))) {
            var wait = throttle.mustWait(FLOOR, now);
            if (wait.isZero()) {
                throttle.failed(FLOOR, now);
                tries++;
            }
            now = now.plus(wait.isZero() ? Duration.ofMillis(1) : wait);
        }
        assertTrue(tries < 5_000, "tries: " + tries);
    }

    @Test
    void forgottenAfterAQuietWhile() {
        for (int i = 0; i < 12; i++) throttle.failed(FLOOR, START);
        var later = START.plusSeconds(200);
        for (int i = 0; i < 10; i++) throttle.failed(FLOOR, later);
        assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, later));
    }

    @Test
    void guessingFromManyAddressesSlowsTheFailingOnesOnly() {
        for (int i = 0; i < 201; i++) throttle.failed("10.0.1." + i, START);
        assertEquals(Duration.ofSeconds(5), throttle.mustWait("10.0.1.7", START));
        assertEquals(Duration.ZERO, throttle.mustWait("10.0.2.1", START));
        throttle.succeeded("10.0.2.1", START);
        assertEquals(Duration.ZERO, throttle.mustWait("10.0.2.1", START));
        assertEquals(Duration.ZERO, throttle.mustWait("10.0.1.7", START.plusSeconds(5)));
    }

    @Test
    void oneGuesserDoesNotSlowAnother() {
        for (int i = 0; i < 30; i++) throttle.failed("10.0.0.66", START);
        assertFalse(throttle.mustWait("10.0.0.66", START).isZero());
        assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, START));
    }

    @Test
    void aClockPutBackByDaysLocksNobodyOut() {
        for (int i = 0; i < 20; i++) throttle.failed(FLOOR, START);
        assertEquals(Duration.ZERO, throttle.mustWait(FLOOR, START.minus(Duration.ofDays(3))));
    }

    @Test
    void aMillionMadeUpAddressesDoNotFillTheMemory() {
        for (int i = 0; i < 1_000_000; i++) throttle.failed("made-up-" + i, START);
        assertFalse(throttle.mustWait("made-up-999999", START).isZero());
        assertEquals(Duration.ZERO, throttle.mustWait("made-up-0", START));
    }
}
