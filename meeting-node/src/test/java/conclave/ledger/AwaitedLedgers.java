package conclave.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ledgers that are opened at once and read only when they are told to: as while the other nodes have not been heard yet. */
public final class AwaitedLedgers implements Ledgers {

    private final Ledgers kept;
    private final List<AwaitedLedger> open = new ArrayList<>();

    public AwaitedLedgers(Ledgers ledgers) {
        this.kept = ledgers;
    }

    public void arrive() {
        open.forEach(AwaitedLedger::arrive);
    }

    @Override
    public Ledger found(LedgerId id, List<String> members, Reader reader) {
        return kept.found(id, members, reader);
    }

    @Override
    public boolean founded(LedgerId id) {
        return kept.founded(id);
    }

    @Override
    public Ledger open(LedgerId id, Reader reader) {
        var ledger = new AwaitedLedger(id, reader);
        open.add(ledger);
        return ledger;
    }

    @Override
    public Optional<Ledger> opened(LedgerId id) {
        return open.stream().filter(ledger -> ledger.id.equals(id)).map(Ledger.class::cast).findFirst();
    }

    @Override
    public List<String> members() {
        return kept.members();
    }

    @Override
    public void close() {
        kept.close();
    }

    private final class AwaitedLedger implements Ledger {
        private final LedgerId id;
        private final Reader reader;
        private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
        private volatile Ledger arrived;

        private AwaitedLedger(LedgerId id, Reader reader) {
            this.id = id;
            this.reader = reader;
        }

        private void arrive() {
            arrived = kept.open(id, reader);
            caughtUp.complete(null);
        }

        @Override
        public LedgerId id() {
            return id;
        }

        @Override
        public CompletableFuture<Void> append(byte[] entry) {
            return arrived.append(entry);
        }

        @Override
        public long applied() {
            return arrived == null ? 0 : arrived.applied();
        }

        @Override
        public long committed() {
            return arrived == null ? 0 : arrived.committed();
        }

        @Override
        public CompletableFuture<Void> caughtUp() {
            return caughtUp;
        }

        @Override
        public Optional<String> leader() {
            return arrived == null ? Optional.empty() : arrived.leader();
        }

        @Override
        public boolean leads() {
            return arrived != null && arrived.leads();
        }

        @Override
        public List<String> keepers() {
            return kept.members();
        }

        @Override
        public Stand stand() {
            return arrived == null ? new Stand("peer-a", 0, false, 0, keepers()) : arrived.stand();
        }

        @Override
        public CompletableFuture<Void> keepWith(List<String> keepers) {
            return arrived.keepWith(keepers);
        }

        @Override
        public void close() {
            if (arrived != null) arrived.close();
        }
    }
}
