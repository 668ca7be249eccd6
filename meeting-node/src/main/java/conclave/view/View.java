package conclave.view;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The meetings of this node as tables, for statistics. Made from the record and nothing else: delete the file, start,
 * and it is back. It follows on a thread of its own, is never waited for, and nothing that counts is read from it.
 */
public final class View implements AutoCloseable {

    private static final Duration AT_THE_END = Duration.ofSeconds(10);

    /** How many facts may wait in memory, how many make one transaction, and how soon something is tried again. */
    public record Settings(int room, int batch, Duration patience) {
        public static final Settings USUAL = new Settings(8192, 256, Duration.ofSeconds(1));
    }

    private final Inbox inbox;
    private final ViewFolder folder;
    private final Settings settings;
    private volatile Follower follower;
    private Thread thread;

    public View(Path folder, Settings settings) {
        this.folder = new ViewFolder(folder);
        this.settings = settings;
        this.inbox = new Inbox(settings.room());
    }

    /** Told by the meeting's loop, in order, from the first line on at every start. Never waits. Drafts have no line. */
    public void happened(MeetingId meeting, long seq, Fact fact) {
        if (seq > 0) inbox.add(meeting, seq, fact);
    }

    /** From now on the tables follow. To be called once, when every meeting has been replayed and its record can be read. */
    public synchronized void follow(Source source) {
        if (thread != null) throw new IllegalStateException("the view follows already");
        inbox.beginReading();
        follower = new Follower(folder, settings, inbox, source);
        thread = Thread.ofPlatform().daemon().name("view").start(follower);
    }

    public Standing standing(MeetingId meeting) {
        var reached = follower == null ? 0 : follower.reached(meeting);
        return new Standing(reached, inbox.heads().getOrDefault(meeting, 0L), follower != null && follower.isShut());
    }

    /** For a report that must not leave out the last line: waits until it is in, at most so long. */
    public boolean await(MeetingId meeting, long seq, Duration atMost) throws InterruptedException {
        return follower != null && follower.await(meeting, seq, atMost);
    }

    public Statistics statistics() {
        return new Statistics(this);
    }

    Tables tables() {
        var following = follower;
        if (following == null) throw new ViewFault("the tables for statistics are not open yet", null);
        return following.tables().orElseThrow(() -> new ViewFault("the tables for statistics are being made again", null));
    }

    /** Ends after the batch in hand. Whoever is interrupted here leaves the rest to the next start. */
    @Override
    public synchronized void close() {
        inbox.close();
        if (thread == null) return;
        try {
            thread.join(AT_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
