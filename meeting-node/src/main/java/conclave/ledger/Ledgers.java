package conclave.ledger;

/**
 * The ledgers of one node: one for each meeting, side by side, none knowing another. Founding what was founded,
 * opening what was not, and whatever is found damaged is {@link Broken}.
 */
public interface Ledgers extends AutoCloseable {

    /**
     * Starts a ledger that has never been. An explicit step, because a log that finds its folder empty would
     * otherwise begin again from nothing and call it success.
     */
    Ledger found(LedgerId id, Reader reader);

    /** Whether this node has founded the ledger before; what decides between {@link #found} and {@link #open}. */
    boolean founded(LedgerId id);

    /** Opens a ledger that was founded here before; returns when the reader has read all that was committed. */
    Ledger open(LedgerId id, Reader reader);

    @Override
    void close();

    /** Reads committed entries, in order, one at a time, each exactly once per opening. Never throws for what an entry says. */
    interface Reader {
        void committed(long index, byte[] entry);
    }

    /** Told once when a ledger can no longer be trusted; the node stops and keeps what it has. */
    interface Alarm {
        void broken(LedgerId id, Broken reason);
    }
}
