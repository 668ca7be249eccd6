package conclave.meeting.prepare;

import conclave.meeting.event.Item.Policy;

/** 遮盖: what of an application an expert sees, by the meeting's policy. Numbers that identify are shown under none. */
public enum Masking {
    AS_IS, AGE_BAND, HIDDEN;

    public static Masking of(Policy policy, FactKey key) {
        return switch (key) {
            case ID_NUMBER, PHONE -> HIDDEN;
            case NAME, UNIT, RECOMMENDER, SEX, ETHNICITY -> policy == Policy.REAL_NAME ? AS_IS : HIDDEN;
            case BIRTH -> policy == Policy.REAL_NAME ? AS_IS : AGE_BAND;
            // 申报方式 says under which rule somebody is to be judged and nothing of who it is.
            case ROUTE -> AS_IS;
            case EDUCATION, CURRENT_TITLE, CURRENT_TITLE_DATE, YEARS_IN_POST, SPECIALTY, RANK -> AS_IS;
        };
    }
}
