package conclave.view;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What has happened and is not in the tables yet. Whoever brings it never waits: where there is no room, or nobody reads
 * yet, only the number of the last line is kept, and the rest is read from the record.
 */
final class Inbox {

    record Arrived(MeetingId meeting, long seq, Fact fact) {
    }

    private final int room;
    private final ArrayDeque<Arrived> waiting = new ArrayDeque<>();
    private final Map<MeetingId, Long> heads = new ConcurrentSkipListMap<>();
    private boolean read;
    private boolean closed;
    private boolean resting;

    Inbox(int room) {
        this.room = room;
    }

    void add(MeetingId meeting, long seq, Fact fact) {
        heads.put(meeting, seq);
        synchronized (this) {
            if (!read || closed || waiting.size() >= room) return;
            waiting.add(new Arrived(meeting, seq, fact));
            if (!resting) notifyAll();
        }
    }

    /** Number of each meeting's last line. */
    Map<MeetingId, Long> heads() {
        return heads;
    }

    synchronized void beginReading() {
        read = true;
    }

    /** The next ones, in order; none when the time is over or the end has come. */
    synchronized List<Arrived> take(int atMost, long millis) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (waiting.isEmpty() && !closed) {
            var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) break;
            wait(left);
        }
        var taken = new ArrayList<Arrived>(Math.min(atMost, waiting.size()));
        while (!waiting.isEmpty() && taken.size() < atMost) taken.add(waiting.remove());
        return taken;
    }

    /** Waits for the time to pass, whatever arrives, but not beyond the end, nor where somebody is in a hurry. */
    synchronized void rest(long millis, BooleanSupplier hurry) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        resting = true;
        for (var left = millis; left > 0 && !closed && !hurry.getAsBoolean(); left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) wait(left);
        resting = false;
    }

    /** Whoever rests looks again whether there is a hurry. */
    synchronized void stir() {
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
