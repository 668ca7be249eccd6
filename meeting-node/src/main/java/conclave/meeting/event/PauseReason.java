package conclave.meeting.event;

/** Why a room stands still (会议暂停). */
public enum PauseReason {
    AFTER_OUTAGE, CLOCK_JUMP, BY_SECRETARY
}
