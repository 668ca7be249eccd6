package conclave.node;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.SittingCommand.PauseRooms;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the clock of a node that stands alone has run ahead of the time that has really passed: it
 * may have slept. The rooms wait until somebody has looked at the clock, and then go on with the time that it shows.
 * However long nothing happens, that is no jump. Where there are other nodes, a {@link SteadyClock} is all it takes.
 */
public final class ClockWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final long EVERY_MS = 1_000;

    private final House house;
    private final LongSupplier wall;
    private final LongSupplier passed;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("clock-watch").daemon().factory());
    private final Runnable follow;
    private long ahead;

    /**
     * @param passed milliseconds that pass evenly, from wherever they begin
     * @param follow done when the rooms are paused: the time that is shown counts from then on
     */
    ClockWatch(House house, LongSupplier wall, LongSupplier passed, Runnable follow) {
        this.house = house;
        this.follow = follow;
        this.wall = wall;
        this.passed = passed;
        this.ahead = wall.getAsLong() - passed.getAsLong();
    }

    public static ClockWatch over(House house, SteadyClock clock) {
        var watch = new ClockWatch(house, clock::wall, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), clock::follow);
        watch.looking.scheduleWithFixedDelay(watch::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The pause bears the time that it should be: what a defence has left is counted up to it. */
    void look() {
        var now = passed.getAsLong();
        var before = ahead;
        var seen = wall.getAsLong() - now;
        if (seen - before <= SteadyClock.JUMP_MS) ahead = seen;
        else if (paused(now + before, seen - before)) {
            ahead = seen;
            follow.run();
        }
    }

    /** False where a meeting could not be told; then it is told at the next look. */
    private boolean paused(long should, long jump) {
        LOG.error("the clock of this node has jumped ahead by {} s: all rooms in session are paused until their secretaries resume them", jump / 1000);
        var told = house.chambers().stream().filter(chamber -> !chamber.meeting().floor().running().isEmpty())
                .map(chamber -> chamber.submit(new Order("", "", PersonId.HOUSE, should, new PauseRooms(PauseReason.CLOCK_JUMP)))).toList();
        return told.stream().map(CompletableFuture::join).noneMatch(Reply.NotNow.class::isInstance);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
