package conclave.meeting.event;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;

public sealed interface TransferEvent extends Event {

    record TallySignedOff(RoundId round, PersonId chair) implements TransferEvent {
    }

    /** Nothing that counts can follow: only staff signing in to read. Ends open sittings and the experts' sign-ins. */
    record MeetingSealed(MeetingId meeting) implements TransferEvent {
    }
}
