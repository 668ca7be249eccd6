package conclave.presence;

import java.time.Instant;

/** A person who has a page of a room open, and since when. */
public record Visit(String person, String room, Instant since) {
}
