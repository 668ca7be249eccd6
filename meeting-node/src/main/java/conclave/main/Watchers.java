package conclave.main;

import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.node.Recorded;
import conclave.node.Watcher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everyone who is told of what was committed: screens, tables. Whoever wants to hear the replay is here before it. */
final class Watchers implements Watcher {

    private final List<Watcher> all = new CopyOnWriteArrayList<>();

    void add(Watcher watcher) {
        all.add(watcher);
    }

    @Override
    public void happened(MeetingId meeting, List<Recorded> facts, Meeting after) {
        for (var watcher : all) watcher.happened(meeting, facts, after);
    }
}
