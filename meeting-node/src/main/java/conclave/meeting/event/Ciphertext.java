package conclave.meeting.event;

/**
 * Something about a person, readable only with the meeting's key. The record keeps it as durably as a score;
 * destroying the key erases the person and leaves the proof.
 */
public record Ciphertext(String value) {
}
