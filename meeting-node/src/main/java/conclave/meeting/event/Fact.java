package conclave.meeting.event;

import conclave.meeting.event.Id.PersonId;

/** An event with its circumstances: when it took effect, by whom, and the order it came from. */
public record Fact(long at, PersonId by, String key, String request, Event event) {
}
