package conclave.ledger;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The ledgers of a follower that reads late: what is committed while it is held waits to be read. */
public final class LateLedgers implements Ledgers {

    private final MemoryLedgers all;
    private final String peer;
    private final List<String> keepers;
    private final ArrayDeque<Runnable> unread = new ArrayDeque<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private boolean late;

    public LateLedgers(String peer, List<String> keepers, Alarm alarm) {
        this.all = new MemoryLedgers(alarm);
        this.peer = peer;
        this.keepers = keepers;
    }

    public synchronized void hold() {
        late = true;
    }

    public synchronized void release() {
        late = false;
        while (!unread.isEmpty()) unread.poll().run();
        caughtUp.complete(null);
    }

    /** Who is opened while it is held has not caught up before it is released. */
    private synchronized CompletableFuture<Void> caughtUp() {
        if (!late) caughtUp.complete(null);
        return caughtUp;
    }

    private synchronized void come(Runnable entry) {
        if (late) unread.add(entry);
        else entry.run();
    }

    @Override
    public boolean founded(LedgerId id) {
        return all.founded(id);
    }

    @Override
    public Ledger found(LedgerId id, List<String> members, Reader reader) {
        var ledger = new LateLedger(reader);
        ledger.of = all.found(id, members, ledger);
        return ledger;
    }

    @Override
    public Ledger open(LedgerId id, Reader reader) {
        var ledger = new LateLedger(reader);
        ledger.of = all.open(id, ledger);
        return ledger;
    }

    @Override
    public Optional<Ledger> opened(LedgerId id) {
        return all.opened(id);
    }

    @Override
    public List<String> members() {
        return keepers;
    }

    @Override
    public void close() {
        all.close();
    }

    private final class LateLedger implements Ledger, Reader {
        private final Reader reader;
        private volatile long applied;
        private Ledger of;

        LateLedger(Reader reader) {
            this.reader = reader;
        }

        @Override
        public void committed(long index, byte[] entry) {
            come(() -> {
                reader.committed(index, entry);
                applied = index;
            });
        }

        @Override
        public LedgerId id() {
            return of.id();
        }

        @Override
        public CompletableFuture<Void> append(byte[] entry) {
            return of.append(entry);
        }

        @Override
        public long applied() {
            return applied;
        }

        @Override
        public long committed() {
            return of.committed();
        }

        /** As a follower knows it: nothing beyond what it has read. */
        @Override
        public Stand stand() {
            return new Stand(peer, 1, false, applied, keepers);
        }

        @Override
        public Reading reading() {
            return new Reading(applied, applied, applied, 0);
        }

        @Override
        public CompletableFuture<Void> caughtUp() {
            return LateLedgers.this.caughtUp();
        }

        @Override
        public Optional<String> leader() {
            return of.leader();
        }

        @Override
        public boolean leads() {
            return of.leads();
        }

        @Override
        public List<String> keepers() {
            return keepers;
        }

        @Override
        public CompletableFuture<Void> keepWith(List<String> wanted) {
            return of.keepWith(wanted);
        }

        @Override
        public void close() {
            of.close();
        }
    }
}
