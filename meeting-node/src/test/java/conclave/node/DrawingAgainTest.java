package conclave.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.MeetingId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DrawingAgainTest {

    private static final MeetingId MEETING = new MeetingId("mtg_full");

    @Test
    void whatAFullDiskStoppedGoesOnWithRoomAndAfterAWhile() {
        var room = new AtomicBoolean(false);
        var now = new AtomicLong(Long.MIN_VALUE / 2);
        var again = new DrawingAgain(room::get, now::get);
        assertFalse(again.due(MEETING, true), "only just stopped");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertFalse(again.due(MEETING, true), "the disk is still full");
        room.set(true);
        assertTrue(again.due(MEETING, true));
        assertFalse(again.due(MEETING, true), "and is not told in every moment");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertTrue(again.due(MEETING, true), "stopped once more, told once more");
        assertFalse(again.due(MEETING, false), "at work");
    }
}
