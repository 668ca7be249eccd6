package conclave.document;

/** What a browser calls a page by. Says nothing of the document, cannot be guessed, never means another picture. */
public record PageId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
