package conclave.node;

import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import java.util.List;

/** Told of everything that was committed, in order, during replay as well. Called by the loop: be quick. */
public interface Watcher {
    void happened(MeetingId meeting, List<Recorded> facts, Meeting after);
}
