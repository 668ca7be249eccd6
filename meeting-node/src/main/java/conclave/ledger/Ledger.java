package conclave.ledger;

import java.util.concurrent.CompletableFuture;

/** One meeting's log. What it has accepted is durable on a majority of nodes, and in one order for all of them. */
public interface Ledger extends AutoCloseable {

    LedgerId id();

    /**
     * Completes once the entry is durable on a majority and this node's reader has read it.
     * A failure means "unknown": the entry may or may not have been kept, so whoever retries carries an id of its own.
     */
    CompletableFuture<Void> append(byte[] entry);

    /** Index of the last entry that the reader has read; 0 before the first. */
    long applied();

    @Override
    void close();
}
