package conclave.meeting.event;

/** What the chair makes of scores whose experts had seen a page that was withdrawn. */
public enum Aftermath {
    STAND, GIVEN_BACK
}
