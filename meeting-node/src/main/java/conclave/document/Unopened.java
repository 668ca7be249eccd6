package conclave.document;

/** A document that no process of ours opens; the name of the trouble, and nothing of what a hostile file says of itself. */
public final class Unopened extends Exception {
    private static final long serialVersionUID = 1L;

    public Unopened(String trouble) {
        super(trouble, null, false, false);
    }

    public String trouble() {
        return getMessage();
    }
}
