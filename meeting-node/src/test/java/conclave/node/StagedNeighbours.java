package conclave.node;

import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Peers;
import conclave.ledger.Stand;
import conclave.ledger.Unsettled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A node's ledger and what its neighbours say of theirs, as a test has it; who is not on the list does not answer. */
final class StagedNeighbours implements Peers {

    final StagedLedger here = new StagedLedger();
    final StagedPace pace = new StagedPace();
    final Map<String, Stand> stands = new TreeMap<>();
    final List<String> asked = new ArrayList<>();
    private final List<String> others;
    private final ArrayDeque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    StagedNeighbours(String self) {
        others = List.of("a", "b", "w").stream().filter(name -> !name.equals(self)).toList();
    }

    @Override
    public List<String> others() {
        return others;
    }

    @Override
    public CompletableFuture<Stand> stand(String peer, LedgerId ledger) {
        asked.add(peer);
        var answer = new CompletableFuture<Stand>();
        Runnable say = () -> {
            if (stands.containsKey(peer)) answer.complete(stands.get(peer));
            else answer.completeExceptionally(new Unsettled("not there"));
        };
        if (holding) held.add(say);
        else say.run();
        return answer;
    }

    /** Questions lie on the wire until they are let go. */
    void hold() {
        holding = true;
    }

    void releaseOnce() {
        for (int i = held.size(); i > 0; i--) held.poll().run();
    }

    void release() {
        holding = false;
        while (!held.isEmpty()) held.poll().run();
    }

    /** Stands where the test puts it. */
    static final class StagedLedger implements Ledger {
        Stand stand;
        long passed;
        private final LedgerId id = new LedgerId(new UUID(4, 11));

        @Override
        public LedgerId id() {
            return id;
        }

        @Override
        public CompletableFuture<Void> append(byte[] entry) {
            return CompletableFuture.failedFuture(new Unsettled("nothing is taken here"));
        }

        @Override
        public long applied() {
            return passed;
        }

        @Override
        public long committed() {
            return passed;
        }

        @Override
        public CompletableFuture<Void> caughtUp() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<String> leader() {
            return Optional.empty();
        }

        @Override
        public boolean leads() {
            return stand.leads();
        }

        @Override
        public List<String> keepers() {
            return stand.keepers();
        }

        @Override
        public CompletableFuture<Void> keepWith(List<String> keepers) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public Stand stand() {
            return stand;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
