package conclave.ledger;

import java.util.concurrent.CompletableFuture;

/** How an entry comes to the peer that leads. */
@FunctionalInterface
public interface Road {

    /** Completes once the leader has acknowledged the entry; fails as {@link Ledger#append} does. */
    CompletableFuture<Void> carry(String leader, LedgerId ledger, byte[] entry);
}
