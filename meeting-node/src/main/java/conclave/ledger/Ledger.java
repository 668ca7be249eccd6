package conclave.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One meeting's log. What it has accepted is durable on a majority of nodes, and in one order for all of them. */
public interface Ledger extends AutoCloseable {

    LedgerId id();

    /**
     * Completes once the entry is durable on a majority and the leader's reader has read it. Only the leader takes
     * entries. A failure means "unknown": the entry may or may not have been kept, so whoever retries carries an id
     * of its own; {@link Unsettled} where sending it again has a chance.
     */
    CompletableFuture<Void> append(byte[] entry);

    /** Index of the last entry that the reader has read; 0 before the first. */
    long applied();

    /** Index up to which the ledger is known here to be durable on a majority; never less than what was read. */
    long committed();

    /** How far this node is with it, its ledger's own entries included. */
    default Reading reading() {
        return new Reading(applied(), committed(), committed(), 0);
    }

    /**
     * @param passed    index of the last entry of any kind that was gone past here
     * @param committed as {@link #committed}
     * @param kept      index of the last entry that is durable on this node's own disk
     * @param found     what {@code kept} was when this process opened the ledger
     */
    record Reading(long passed, long committed, long kept, long found) {
    }

    /** Completes when the reader has read all that was committed before this opening. Needs a majority. */
    CompletableFuture<Void> caughtUp();

    /** The peer that takes entries now, as far as this node knows. */
    Optional<String> leader();

    /** Whether that is this node. */
    boolean leads();

    /** The peers that keep this ledger now. */
    List<String> keepers();

    /** Where this node stands with it, for those who want to know whether they have missed something. */
    Stand stand();

    /** Only the leader can, and changes one peer at a time: takes these for the keepers, all of them known members. */
    CompletableFuture<Void> keepWith(List<String> keepers);

    @Override
    void close();
}
