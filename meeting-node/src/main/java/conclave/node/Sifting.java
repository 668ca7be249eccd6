package conclave.node;

import conclave.document.Screener;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.MeetingId;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the documents of all meetings that ask for it, in turn and behind everything else, and has drawn what was released.
 * Stopped anywhere, it goes on where it was.
 */
public final class Sifting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sifting.class);
    private static final long EVERY_MS = 500;
    private static final long PATIENCE_MS = 5_000;

    private final House house;
    private final DiskSpace space;
    private final DrawingAgain again;
    private final Map<MeetingId, Meeting> meetings = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("screening").priority(Thread.MIN_PRIORITY).daemon().factory());

    private record Meeting(Sieving sieving, ReleasedDrawing drawing) {
    }

    Sifting(House house, DiskSpace space) {
        this.house = house;
        this.space = space;
        this.again = new DrawingAgain(space::enough, System::nanoTime);
    }

    public ScreeningProgress progress(MeetingId meeting) {
        return Optional.ofNullable(meetings.get(meeting)).map(one -> one.sieving().progress()).orElse(ScreeningProgress.NONE);
    }

    /** Files that could not be read for their screening; each is tried again by itself. */
    public Set<DocumentId> unread(MeetingId meeting) {
        return Optional.ofNullable(meetings.get(meeting)).map(one -> one.sieving().unread()).orElse(Set.of());
    }

    void begin() {
        if (house.company().witness()) return;
        looking.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            boolean more = true;
            while (more && !closed) {
                more = false;
                for (var hall : house.halls()) more |= look(hall);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look(Hall hall) throws InterruptedException {
        var meeting = meetings.computeIfAbsent(hall.id(), _ -> new Meeting(new Sieving(hall, space, house.clock()), new ReleasedDrawing(hall)));
        try {
            meeting.drawing().look();
            if (again.due(hall.id(), hall.rendering().progress().fault().isPresent())) {
                LOG.info("pages of {} are drawn on; they stood still: {}", hall.id().value(), hall.rendering().progress().fault().orElse(""));
                hall.rendering().goOn();
            }
            if (closed || meeting.sieving().goOn()) return !closed;
        } catch (IOException | RuntimeException e) {
            if (!closed) LOG.warn("the screening of {} did not go on; tried again", hall.id().value(), e);
        }
        hall.screener().ifPresent(Screener::rest);
        return false;
    }

    /** A document that is just being read is left: nothing of it is in the record, and it is begun again. */
    @Override
    public void close() {
        closed = true;
        house.halls().forEach(hall -> hall.screener().ifPresent(Screener::close));
        looking.shutdownNow();
        try {
            if (!looking.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) LOG.warn("the screening did not end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
