package conclave.meeting.rule.expression;

/** Something worth telling of how a value came about: {@code about} is the table or the fact, {@code value} what it said or what was looked up. */
public record Remark(Kind kind, String about, Value value, Fraction figure) {

    public enum Kind { READ, LOOKED_UP, NOT_IN_TABLE, ABSENT, DIVIDED_BY_ZERO, TOO_LONG }
}
