package conclave.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The other peers, as they can be asked where they stand with a ledger. */
public interface Peers {

    /** Nobody is expected here. */
    Peers NONE = new Peers() {
        @Override
        public List<String> others() {
            return List.of();
        }

        @Override
        public CompletableFuture<Stand> stand(String peer, LedgerId ledger) {
            return CompletableFuture.failedFuture(new Unsettled("this node stands alone"));
        }
    };

    /** Their ids; empty where this node stands alone. */
    List<String> others();

    /** What the other says was so at some moment after the question. It may not answer, or never. */
    CompletableFuture<Stand> stand(String peer, LedgerId ledger);
}
