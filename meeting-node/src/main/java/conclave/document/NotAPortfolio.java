package conclave.document;

/** A file of prepared pages that is none, or not of this document: nothing of it is used, and the pages are drawn anew. */
public final class NotAPortfolio extends Exception {
    private static final long serialVersionUID = 1L;

    /** What whoever hands the package on is told of it. */
    public enum Aside { DAMAGED, OTHER_MEETING, OTHER_VERSION, OTHER_PRINT }

    private final Aside aside;

    NotAPortfolio(String why) {
        this(Aside.DAMAGED, why);
    }

    NotAPortfolio(Aside aside, String why) {
        super(why, null, false, false);
        this.aside = aside;
    }

    public Aside aside() {
        return aside;
    }
}
