package conclave.meeting.event;

/** 评委会核准、事前备案、会前备案. */
public enum PermitKind { APPROVAL, FILED_BEFORE, FILED_FOR_MEETING }
