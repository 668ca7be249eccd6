package conclave.document.screen;

/** What a hit says about a person. Its name in small letters is what {@code conclave screen --json} prints. */
public enum Kind {
    NAME, UNIT, ADVISOR, ID_NUMBER, CREDIT_CODE, PHONE, LANDLINE, MAIL, CARD, ACCOUNT, CERTIFICATE, ADDRESS, PHOTO, SEAL, BIRTH
}
