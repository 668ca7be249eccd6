package conclave.document;

/**
 * A document as the package lists it. The page count is the package's promise; a file that differs is a finding.
 *
 * @param copy whose copy of the file it is: two may have filed the same bytes, and each is masked for themselves. Empty where nobody's
 */
public record DocumentRef(DocumentId id, int pages, String copy) {

    public DocumentRef {
        if (pages < 1) throw new IllegalArgumentException("a document has pages");
    }

    public DocumentRef(DocumentId id, int pages) {
        this(id, pages, "");
    }
}
