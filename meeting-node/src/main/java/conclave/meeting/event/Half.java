package conclave.meeting.event;

/** The part of a day for which people sign in (每半天签到). */
public enum Half {
    MORNING, AFTERNOON, EVENING
}
