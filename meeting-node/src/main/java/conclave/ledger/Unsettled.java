package conclave.ledger;

/** An entry that was not acknowledged, and may stand in the ledger or not: whoever sent it may send the same again. */
public final class Unsettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unsettled(String reason) {
        super(reason);
    }

    public Unsettled(String reason, Throwable cause) {
        super(reason, cause);
    }
}
