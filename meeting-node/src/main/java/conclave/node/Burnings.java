package conclave.node;

import conclave.meeting.event.Id.MeetingId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the meetings now and then, behind everything else, and has pages marked that somebody will want. */
final class Burnings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Burnings.class);
    private static final long EVERY_MS = 1_500;

    private final House house;
    private final Map<MeetingId, Burning> meetings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("burning").priority(Thread.MIN_PRIORITY).daemon().factory());

    Burnings(House house) {
        this.house = house;
    }

    void begin() {
        if (!house.company().witness()) looking.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var hall : house.halls()) {
            try {
                meetings.computeIfAbsent(hall.id(), _ -> new Burning(hall)).look();
            } catch (RuntimeException e) {
                if (!looking.isShutdown()) LOG.warn("pages of {} were not marked ahead; tried again", hall.id().value(), e);
            }
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
