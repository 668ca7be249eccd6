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

    /** The third is down, as after a power cut that one machine did not survive. */
    private void looksAtOne(long b, boolean asked) {
        passed += 1_000;
        wall += 1_000;
        time.judge(new Appraisal(List.of(node("a", true, 0, true), node("b", false, b, true), node("w", false, 0, false))), asked, passed);
    }

    @Test
    void againstOneOtherTheEarlierClockIsRightThatIsNotBeforeTheRecord() {
        recorded = wall - THREE_DAYS - 60_000;
        looksAtOne(-THREE_DAYS, false);
        assertEquals(wall, clock.getAsLong(), "the third may still be heard");
        looksAtOne(-THREE_DAYS, true);
        assertEquals(wall - THREE_DAYS, clock.getAsLong());
    }

    @Test
    void againstOneOtherThatIsBeforeTheRecordOrAheadThisClockStays() {
        recorded = wall - 60_000;
        looksAtOne(-THREE_DAYS, true);
        looksAtOne(THREE_DAYS, true);
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void aClockBeforeTheRecordGoesByTheOther() {
        recorded = wall + THREE_DAYS - 60_000;
        looksAtOne(THREE_DAYS, true);
        assertEquals(wall + THREE_DAYS, clock.getAsLong());
    }

    /** Each judges by itself; they must not swap their times. */
    @Test
    void ofTwoThatDisagreeExactlyOneFollows() {
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        var random = new java.util.Random(seed);
        for (int i = 0; i < 300; i++) {
            long record = 1_800_000_000_000L;
            long[] clocks = {record + (long) (random.nextGaussian() * THREE_DAYS), record + (long) (random.nextGaussian() * THREE_DAYS)};
            var after = new long[] {settled(clocks[0], clocks[1], record), settled(clocks[1], clocks[0], record)};
            var far = Math.abs(clocks[0] - clocks[1]) > 60_000 && Math.max(clocks[0], clocks[1]) >= record;
            if (far) assertEquals(after[0], after[1], "seed " + seed + ", " + i);
            else assertEquals(clocks[0], after[0], "seed " + seed + ", " + i + ": nothing to go by");
        }
    }

    private static long settled(long own, long other, long record) {
        var kept = new SteadyClock(() -> own, () -> 5);
        var keeping = new Timekeeping(() -> record);
        keeping.keep(kept);
        keeping.judge(new Appraisal(List.of(node("a", true, 0, true), node("b", false, other - own, true), node("w", false, 0, false))), true, 5);
        return kept.getAsLong();
    }

    @Test
    void whereNothingIsRecordedNobodyIsFollowed() {
        looksAtOne(-THREE_DAYS, true);
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
