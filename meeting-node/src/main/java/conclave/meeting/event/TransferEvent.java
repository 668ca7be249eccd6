package conclave.meeting.event;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;

public sealed interface TransferEvent extends Event {

    record TallySignedOff(RoundId round, PersonId chair) implements TransferEvent {
    }

    /** Nothing that counts can follow: only staff signing in to read, or a room that two persons reopen. Ends sittings and the experts' sign-ins. */
    record MeetingSealed(MeetingId meeting) implements TransferEvent {
    }

    record ReopeningAsked(RoomId room, Ciphertext reason) implements TransferEvent {
    }

    /** The name under the room's last count is gone, and the meeting's seal with it; results that left before count no longer. */
    record RoomReopened(RoomId room, RoundId round, PersonId asker) implements TransferEvent {
    }
}
