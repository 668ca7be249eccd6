package conclave.document;

/** A document's own bytes name it: the SHA-256 of the file as it came, in lower-case hexadecimal. */
public record DocumentId(String sha256) {

    public DocumentId {
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
    }

    @Override
    public String toString() {
        return sha256;
    }
}
