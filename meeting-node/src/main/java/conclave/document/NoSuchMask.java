package conclave.document;

/** Places that cover nothing, lie beside the page, or are of no kind; or a page that there is not. */
public final class NoSuchMask extends Exception {
    private static final long serialVersionUID = 1L;

    NoSuchMask(String why) {
        super(why, null, false, false);
    }
}
