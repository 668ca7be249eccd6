package conclave.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The ledgers of one node: one for each meeting, side by side, none knowing another. Founding what was founded,
 * opening what was not, and whatever is found damaged is {@link Broken}.
 */
public interface Ledgers extends AutoCloseable {

    /**
     * Starts a ledger that has never been. An explicit step, because a log that finds its folder empty would
     * otherwise begin again from nothing and call it success. Each peer that is to keep it founds it for itself.
     *
     * @param members the peers that keep it from its first entry on; a node that is none of them waits to be added
     */
    Ledger found(LedgerId id, List<String> members, Reader reader);

    /** With all peers that could keep it. */
    default Ledger found(LedgerId id, Reader reader) {
        return found(id, members(), reader);
    }

    /** Whether this node has founded the ledger before; what decides between {@link #found} and {@link #open}. */
    boolean founded(LedgerId id);

    /** Index of the last entry that lies on this node's disk before it is opened; -1 where there is none. */
    default long kept(LedgerId id) {
        return Long.MAX_VALUE;
    }

    /** Opens a ledger that was founded here before. Where this node keeps it alone, it is caught up on return. */
    Ledger open(LedgerId id, Reader reader);

    /** The ledger of this id, where it is open. */
    Optional<Ledger> opened(LedgerId id);

    /** The peers that could keep a new ledger, this one among them. */
    List<String> members();

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
