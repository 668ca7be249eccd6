package conclave.meeting.event;

import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.MeetingId;

public sealed interface IntakeEvent extends Event {

    record MeetingFounded(MeetingId meeting, String rules) implements IntakeEvent {
    }

    record ImportBegun(ImportId id) implements IntakeEvent {
    }

    /** Not yet visible: only {@link ImportCompleted} makes it so. */
    record ItemImported(ImportId id, int ordinal, String digest, Item item) implements IntakeEvent {
    }

    record ImportCompleted(ImportId id, int items, String root) implements IntakeEvent {
    }

    /** From here on the record was kept by one node, on a decision of which this is the digest; what the lost ones alone held is not in it. */
    record ContinuedAlone(String decision, String node) implements IntakeEvent {
    }
}
