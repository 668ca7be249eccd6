package conclave.document;

/** A file of prepared pages that is none, or not of this document: nothing of it is used, and the pages are drawn anew. */
public final class NotAPortfolio extends Exception {
    private static final long serialVersionUID = 1L;

    NotAPortfolio(String why) {
        super(why, null, false, false);
    }
}
