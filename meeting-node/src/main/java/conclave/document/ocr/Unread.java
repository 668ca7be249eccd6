package conclave.document.ocr;

/** A page that was not read, and why. */
final class Unread extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Doubt doubt;

    Unread(Doubt doubt) {
        super(doubt.name(), null, false, false);
        this.doubt = doubt;
    }

    Doubt doubt() {
        return doubt;
    }
}
