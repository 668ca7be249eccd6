package conclave.appliance.corpus;

import conclave.document.screen.Kind;

/** A stretch of a line; {@code kind} is null where it says nothing about anybody. */
record Piece(String text, Kind kind) {

    static Piece plain(String text) {
        return new Piece(text, null);
    }

    static Piece nameOf(Identity who) {
        return new Piece(who.name(), Kind.NAME);
    }

    static Piece unit(Identity who) {
        return new Piece(who.unit(), Kind.UNIT);
    }

    static Piece idNumber(Identity who) {
        return new Piece(who.idNumber(), Kind.ID_NUMBER);
    }

    static Piece phone(Identity who) {
        return new Piece(who.phone(), Kind.PHONE);
    }

    static Piece mail(Identity who) {
        return new Piece(who.mail(), Kind.MAIL);
    }

    static Piece certificate(Identity who) {
        return new Piece(who.certificate(), Kind.CERTIFICATE);
    }
}
