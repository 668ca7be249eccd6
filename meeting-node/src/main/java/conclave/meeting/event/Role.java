package conclave.meeting.event;

public enum Role {
    EXPERT, LEAD, CHAIR, SECRETARY, SUPERVISOR, REGISTRAR, TECHNICIAN, SYSTEM, SECURITY, AUDIT
}
