package conclave.link;

/** Another node did not answer. Whether it heard the question is not known, unless it says that it refused. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    public NoAnswer(String reason, boolean refused, Throwable cause) {
        super(reason, cause);
        this.refused = refused;
    }

    /** It heard, and said no. */
    public boolean refused() {
        return refused;
    }
}
