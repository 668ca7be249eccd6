package conclave.meeting.event;

import conclave.meeting.event.Id.PersonId;

/**
 * A command on its way into the log: who wants it, when, and under which key. The same person with the same key
 * wants the same thing once; {@code request} is the digest of what was sent, so that a key used for something else is noticed.
 */
public record Order(String key, String request, PersonId actor, long at, Command command) {
}
