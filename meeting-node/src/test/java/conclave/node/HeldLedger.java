package conclave.node;

import conclave.codec.Codec;
import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Stand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A ledger that keeps what it is given and says so when it is told to. */
final class HeldLedger implements Ledger {

    private static final String PEER = "alone";

    private final List<Codec.Entry> taken = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();

    List<Codec.Entry> taken() {
        return taken;
    }

    /** How many orders each entry brought. */
    List<Integer> sizes() {
        return taken.stream().map(entry -> entry.orders().size()).toList();
    }

    void settle(int entry) {
        answers.get(entry).complete(null);
    }

    @Override
    public CompletableFuture<Void> append(byte[] entry) {
        taken.add(Codec.entry(entry));
        answers.add(new CompletableFuture<>());
        return answers.getLast();
    }

    @Override
    public LedgerId id() {
        return new LedgerId(new UUID(0, 1));
    }

    @Override
    public long applied() {
        return answers.stream().filter(CompletableFuture::isDone).count();
    }

    @Override
    public long committed() {
        return applied();
    }

    @Override
    public CompletableFuture<Void> caughtUp() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<String> leader() {
        return Optional.of(PEER);
    }

    @Override
    public boolean leads() {
        return true;
    }

    @Override
    public List<String> keepers() {
        return List.of(PEER);
    }

    @Override
    public Stand stand() {
        return new Stand(PEER, 1, true, committed(), keepers());
    }

    @Override
    public CompletableFuture<Void> keepWith(List<String> keepers) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
    }
}
