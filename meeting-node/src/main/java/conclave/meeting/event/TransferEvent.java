package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import java.util.List;
import java.util.Optional;

public sealed interface TransferEvent extends Event {

    record TallySignedOff(RoundId round, PersonId chair) implements TransferEvent {
    }

    /** Nobody was left for the room to decide on, and its chair has put a name under that; whom it concerns. */
    record SignedWithoutRound(RoomId room, PersonId chair, List<ApplicantId> applicants) implements TransferEvent {
        public SignedWithoutRound {
            applicants = List.copyOf(applicants);
        }
    }

    /** Nothing that counts can follow: only staff signing in to read, or a room that two persons reopen. Ends sittings and the experts' sign-ins. */
    record MeetingSealed(MeetingId meeting) implements TransferEvent {
    }

    record ReopeningAsked(RoomId room, Ciphertext reason) implements TransferEvent {
    }

    /**
     * The name under the room's last count is gone, and the meeting's seal with it; results that left before count no longer.
     *
     * @param round nothing, where the room had signed without one
     */
    record RoomReopened(RoomId room, Optional<RoundId> round, PersonId asker) implements TransferEvent {
    }
}
