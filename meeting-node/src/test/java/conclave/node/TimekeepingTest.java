package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What time a node goes by, as far as the others have a say in it. */
class TimekeepingTest {

    private static final long THREE_DAYS = 3 * 86_400_000L;
    private static final Condition SAID = new Condition("life", 1, "rules", Optional.empty(), 0, 1, 1, Condition.Sharing.NOT_MEANT, List.of());

    private long wall = 1_800_000_000_000L;
    private long passed = 7;
    private long recorded;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> passed);
    private final Timekeeping time = new Timekeeping(() -> recorded);

    TimekeepingTest() {
        time.keep(clock);
    }

    private static Sighting node(String name, boolean self, long offset, boolean heard) {
        return new Sighting(name, name, true, self, heard ? 0 : 60_000, heard ? Optional.of(SAID) : Optional.empty(), false, offset, new TreeMap<>(), 0, false, false);
    }

    private void looks(int times, long b, long w) {
        for (int i = 0; i < times; i++) {
            passed += 1_000;
            wall += 1_000;
            time.judge(new Appraisal(List.of(node("a", true, 0, true), node("b", false, b, true), node("w", false, w, true))), true, passed);
        }
    }

    @Test
    void whatWasHeardBeforeAJumpDoesNotConfirmIt() {
        looks(3, 10, -10);
        wall += THREE_DAYS;
        looks(3, 10, -10);
        looks(20, -THREE_DAYS, -THREE_DAYS);
        assertEquals(wall - THREE_DAYS, clock.getAsLong());
    }

    @Test
    void aClockThatWasSetRightIsFollowedOnceTheOthersHaveSaidSoForAWhile() {
        wall += THREE_DAYS;
        looks(4, 10, -10);
        assertEquals(wall - THREE_DAYS, clock.getAsLong());
        looks(1, 10, -10);
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void nobodyIsFollowedToBeforeTheRecord() {
        recorded = wall;
        looks(3, -THREE_DAYS, -THREE_DAYS);
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void aNodeThatHasItsTimeIsNotMovedByTheOthers() {
        looks(1, 0, 0);
        looks(20, THREE_DAYS, THREE_DAYS);
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void whoIsSlowIsWaitedForAndNotForever() throws Exception {
        var half = new Appraisal(List.of(node("a", true, 0, true), node("b", false, 0, true), node("w", false, 0, false)));
        time.judge(half, false, passed);
        time.judge(half, false, passed + 9_999);
        assertFalse(time.known().isDone());
        time.judge(half, false, passed + 10_000);
        time.known().get(30, TimeUnit.SECONDS);
    }
}
