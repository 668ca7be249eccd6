package conclave.meeting.rule.expression;

/** Why a text is no expression: where (counted in characters from zero), why, the piece that it is about, and what was wanted instead. */
public record Fault(int at, Cause cause, String about, String wanted) {

    public enum Cause {
        TOO_LONG, TOO_DEEP, UNFINISHED, NOT_EXPECTED, UNKNOWN_NAME, UNKNOWN_FUNCTION, WRONG_TYPE, UNKNOWN_CHOICE,
        TABLE_MISSES, NOT_A_LIST, LIST_IN_LIST, NUMBER_TOO_LONG
    }
}
