package conclave.meeting.sitting;

import conclave.meeting.event.PauseReason;

/** The room stands still since then; what was acknowledged before is all there. */
public record Pause(PauseReason reason, long at) {
}
