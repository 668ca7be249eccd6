package conclave.document;

/** This page has no picture and will not get one by asking again: the finding says why. */
public final class PageUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    PageUnavailable(Finding finding) {
        super(finding.trouble().name(), null, false, false);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
