package conclave.meeting.event;

/** How often hits of one kind stand on a page. */
public record HitCount(HitKind kind, int times) {
}
