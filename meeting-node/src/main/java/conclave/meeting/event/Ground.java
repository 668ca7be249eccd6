package conclave.meeting.event;

/** Why an expert must not judge an applicant (回避事由). */
public enum Ground {
    KINSHIP, SAME_UNIT, TEACHER_STUDENT, COAUTHOR, OTHER_INTEREST
}
