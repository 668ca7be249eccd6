package conclave.document.text;

/** A document could not be read at all. Carries the reason only: messages about hostile files are hostile too. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason { UNKNOWN_FORMAT, ENCRYPTED, DAMAGED, TOO_MANY_PAGES }

    private final Reason reason;

    public Unreadable(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
