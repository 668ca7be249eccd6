package conclave.node;

import conclave.meeting.event.Id.MeetingId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** 续绘: a full disk stops the drawing of pages; with room again it goes on by itself, and not in every moment that the disk is still full. */
final class DrawingAgain {

    private static final long PATIENCE_NS = Duration.ofSeconds(20).toNanos();

    private final BooleanSupplier room;
    private final LongSupplier nanos;
    private final Map<MeetingId, Long> stopped = new ConcurrentHashMap<>();

    DrawingAgain(BooleanSupplier room, LongSupplier nanos) {
        this.room = room;
        this.nanos = nanos;
    }

    /** Whether the drawing of this meeting, which stands still or does not, is to go on now. */
    boolean due(MeetingId meeting, boolean still) {
        if (!still) {
            stopped.remove(meeting);
            return false;
        }
        var since = stopped.putIfAbsent(meeting, nanos.getAsLong());
        boolean due = since != null && nanos.getAsLong() - since >= PATIENCE_NS && room.getAsBoolean();
        if (due) stopped.remove(meeting);
        return due;
    }
}
