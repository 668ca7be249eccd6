package conclave.meeting.prepare;

/** 阅看: when somebody first had a release of a document before them. */
public record Look(int release, long at) {
}
