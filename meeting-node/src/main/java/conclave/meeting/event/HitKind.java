package conclave.meeting.event;

/** What a hit of the screening says about a person. The record knows how often, never what was found. */
public enum HitKind {
    NAME, UNIT, ADVISOR, ID_NUMBER, CREDIT_CODE, PHONE, LANDLINE, MAIL, CARD, ACCOUNT, CERTIFICATE, ADDRESS, PHOTO, SEAL, BIRTH
}
