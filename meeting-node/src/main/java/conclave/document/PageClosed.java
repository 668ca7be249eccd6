package conclave.document;

/** Nobody has released this page, or somebody took it back. Says nothing of which, to nobody. */
public final class PageClosed extends Exception {
    private static final long serialVersionUID = 1L;

    PageClosed() {
        super("closed", null, false, false);
    }
}
