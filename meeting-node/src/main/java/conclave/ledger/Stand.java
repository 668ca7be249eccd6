package conclave.ledger;

import java.util.List;

/**
 * Where one peer stands with a ledger at this moment.
 *
 * @param peer      who says so
 * @param term      the highest term it has heard of: it elects nobody for one below it any more
 * @param leads     whether it leads in just this term, and knows what the terms before have left behind
 * @param committed index up to which it knows the ledger to be durable on a majority
 * @param keepers   the peers that keep the ledger, as far as it knows
 */
public record Stand(String peer, long term, boolean leads, long committed, List<String> keepers) {
    public Stand {
        keepers = List.copyOf(keepers);
    }
}
