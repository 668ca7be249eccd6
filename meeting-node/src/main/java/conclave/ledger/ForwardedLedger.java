package conclave.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A ledger to which anybody may append at any node: entries go to whoever leads. */
public final class ForwardedLedger implements Ledger {

    private final Ledger here;
    private final Road road;

    public ForwardedLedger(Ledger here, Road road) {
        this.here = here;
        this.road = road;
    }

    @Override
    public LedgerId id() {
        return here.id();
    }

    @Override
    public CompletableFuture<Void> append(byte[] entry) {
        if (here.leads()) return here.append(entry);
        return here.leader().map(leader -> road.carry(leader, here.id(), entry))
                .orElseGet(() -> CompletableFuture.failedFuture(new Unsettled("nobody leads at this moment")));
    }

    @Override
    public long applied() {
        return here.applied();
    }

    @Override
    public long committed() {
        return here.committed();
    }

    @Override
    public CompletableFuture<Void> caughtUp() {
        return here.caughtUp();
    }

    @Override
    public Optional<String> leader() {
        return here.leader();
    }

    @Override
    public boolean leads() {
        return here.leads();
    }

    @Override
    public List<String> keepers() {
        return here.keepers();
    }

    @Override
    public Stand stand() {
        return here.stand();
    }

    @Override
    public CompletableFuture<Void> keepWith(List<String> keepers) {
        return here.keepWith(keepers);
    }

    @Override
    public void close() {
        here.close();
    }
}
