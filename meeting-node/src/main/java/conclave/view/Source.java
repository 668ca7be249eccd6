package conclave.view;

import conclave.meeting.event.Id.MeetingId;
import java.util.List;

/** Where the lines of a meeting's record can be read again. */
public interface Source {

    /** So many lines from {@code first} on, all of which have happened; nothing where they cannot be read just now. */
    List<Numbered> read(MeetingId meeting, long first, int count);
}
