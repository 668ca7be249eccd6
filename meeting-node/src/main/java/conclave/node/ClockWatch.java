package conclave.node;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.SittingCommand.PauseRooms;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final SteadyClock clock;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("clock-watch").daemon().factory());

    ClockWatch(House house, SteadyClock clock) {
        this.house = house;
        this.clock = clock;
    }

    public static ClockWatch over(House house, SteadyClock clock) {
        var watch = new ClockWatch(house, clock);
        watch.looking.scheduleWithFixedDelay(watch::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The pause bears the time that it should be: what a defence has left is counted up to it. */
    void look() {
        var should = clock.getAsLong();
        var jump = clock.wall() - should;
        if (jump > SteadyClock.JUMP_MS && paused(should, jump)) clock.follow();
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
