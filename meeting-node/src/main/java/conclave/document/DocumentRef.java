package conclave.document;

/** A document as the package lists it. The page count is the package's promise; a file that differs is a finding. */
public record DocumentRef(DocumentId id, int pages) {

    public DocumentRef {
        if (pages < 1) throw new IllegalArgumentException("a document has pages");
    }
}
