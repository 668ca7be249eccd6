package conclave.ledger;

/**
 * An invariant or the chain does not hold, or an fsync failed. Never retried, never acknowledged: the node stops.
 * One kind of it is no damage: {@link Spent}.
 */
public class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Broken(String message) {
        super(message);
    }

    public Broken(String message, Throwable cause) {
        super(message, cause);
    }
}
