package conclave.codec;

/** What was sent is not JSON in the form we keep. The message says what is wrong with it, never what it held. */
public final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadJson(String message) {
        super(message);
    }
}
