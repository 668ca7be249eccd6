package conclave.node;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;

/** What a signed cookie says: which meeting, who, the token of that sign-in, until when. */
public record Pass(MeetingId meeting, PersonId person, String token, long expiresAt) {
}
