package conclave.meeting.prepare;

/** What an application form says about a person, in the order of the form. */
public enum FactKey {
    NAME, SEX, BIRTH, ETHNICITY, ID_NUMBER, PHONE, UNIT, RECOMMENDER, EDUCATION, CURRENT_TITLE, CURRENT_TITLE_DATE,
    YEARS_IN_POST, SPECIALTY, RANK, ROUTE
}
