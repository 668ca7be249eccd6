package conclave.meeting.rule.expression;

/** What a part of an expression is; settled when it is read, never while it is computed. */
public enum Type { NUMBER, TEXT, FLAG, DATE, LIST }
