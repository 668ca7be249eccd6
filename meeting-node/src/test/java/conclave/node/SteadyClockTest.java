package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A machine's clock may show what it likes: the time that orders bear goes on evenly. */
class SteadyClockTest {

    private static final long THREE_DAYS = 3 * 86_400_000L;

    private long wall = 1_800_000_000_000L;
    private long passed = 7;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> passed);

    @Test
    void itShowsWhatTheMachineShowsThroughIdleHoursAndSmallSteps() {
        goesOn(9_000_000, 0);
        goesOn(1_000, 40_000);
        goesOn(1_000, -50_000);
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void itFollowsNoJumpAndGoesOnEvenlyUntilTheMachineIsRightAgain() {
        for (var jump : new long[] {THREE_DAYS, -THREE_DAYS}) {
            long before = clock.getAsLong();
            goesOn(1_000, jump);
            assertEquals(before + 1_000, clock.getAsLong());
            assertEquals(wall, clock.wall());
            goesOn(5_000, 0);
            assertEquals(before + 6_000, clock.getAsLong());
            goesOn(1_000, 300 - jump);
            assertEquals(before + 7_300, clock.getAsLong());
        }
    }

    @Test
    void itFollowsWhereSomebodyHasDecidedSo() {
        goesOn(1_000, THREE_DAYS);
        clock.follow();
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void itGoesByTheOthersUntilTheMachineIsSet() {
        clock.goBy(THREE_DAYS);
        assertEquals(wall + THREE_DAYS, clock.getAsLong());
        goesOn(2_000, 0);
        clock.goBy(THREE_DAYS + 900);
        assertEquals(wall + THREE_DAYS, clock.getAsLong(), "no step for so little");
        goesOn(1_000, THREE_DAYS + 400);
        assertEquals(wall, clock.getAsLong());
    }

    private void goesOn(long millis, long step) {
        passed += millis;
        wall += millis + step;
        clock.getAsLong();
    }
}
