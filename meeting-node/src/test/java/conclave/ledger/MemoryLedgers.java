package conclave.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The ledger's twin for tests: the same promises, kept in memory. What it keeps outlives it and can be opened anew. */
public final class MemoryLedgers implements Ledgers {

    private final Map<LedgerId, List<byte[]>> kept;
    private final Map<LedgerId, MemoryLedger> open = new ConcurrentHashMap<>();
    private final Alarm alarm;

    public MemoryLedgers(Alarm alarm) {
        this(new ConcurrentHashMap<>(), alarm);
    }

    private MemoryLedgers(Map<LedgerId, List<byte[]>> kept, Alarm alarm) {
        this.kept = kept;
        this.alarm = alarm;
    }

    /** As after a restart: nothing is open, everything that was kept is there. */
    public MemoryLedgers restarted(Alarm newAlarm) {
        close();
        return new MemoryLedgers(kept, newAlarm);
    }

    @Override
    public boolean founded(LedgerId id) {
        return kept.containsKey(id);
    }

    @Override
    public Optional<Ledger> opened(LedgerId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<String> members() {
        return List.of("memory");
    }

    @Override
    public Ledger found(LedgerId id, List<String> members, Reader reader) {
        if (kept.putIfAbsent(id, new ArrayList<>()) != null) throw new Broken("the ledger " + id + " was founded here before");
        return start(id, reader);
    }

    @Override
    public Ledger open(LedgerId id, Reader reader) {
        if (!kept.containsKey(id)) throw new Broken("the ledger " + id + " was never founded here");
        return start(id, reader);
    }

    private Ledger start(LedgerId id, Reader reader) {
        var ledger = new MemoryLedger(id, reader);
        if (open.putIfAbsent(id, ledger) != null) throw new Broken("the ledger " + id + " is open already");
        ledger.replay();
        return ledger;
    }

    @Override
    public void close() {
        open.values().forEach(MemoryLedger::close);
    }

    private final class MemoryLedger implements Ledger {
        private final LedgerId id;
        private final Reader reader;
        private final List<byte[]> entries;
        private final ExecutorService turn = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("memory-ledger").daemon().factory());
        private volatile long applied;
        private volatile RuntimeException ended;

        MemoryLedger(LedgerId id, Reader reader) {
            this.id = id;
            this.reader = reader;
            this.entries = kept.get(id);
        }

        void replay() {
            var done = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < entries.size() && ended == null; i++) read(i + 1L, entries.get(i));
            }, turn);
            done.join();
            if (ended instanceof Broken broken) {
                close();
                throw broken;
            }
        }

        @Override
        public LedgerId id() {
            return id;
        }

        @Override
        public CompletableFuture<Void> append(byte[] entry) {
            var answer = new CompletableFuture<Void>();
            try {
                turn.execute(() -> commit(entry.clone(), answer));
            } catch (RejectedExecutionException e) {
                answer.completeExceptionally(ended);
            }
            return answer;
        }

        private void commit(byte[] entry, CompletableFuture<Void> answer) {
            if (ended == null) {
                entries.add(entry);
                read(entries.size(), entry);
            }
            if (ended == null) answer.complete(null);
            else answer.completeExceptionally(ended);
        }

        private void read(long index, byte[] entry) {
            try {
                reader.committed(index, entry);
                applied = index;
            } catch (RuntimeException | Error e) {
                var reason = e instanceof Broken broken ? broken : new Broken("the reader failed at entry " + index, e);
                ended = reason;
                Thread.ofPlatform().name("ledger-alarm").start(() -> alarm.broken(id, reason));
            }
        }

        @Override
        public long applied() {
            return applied;
        }

        @Override
        public long committed() {
            return applied;
        }

        @Override
        public CompletableFuture<Void> caughtUp() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<String> leader() {
            return Optional.of("memory");
        }

        @Override
        public List<String> keepers() {
            return List.of("memory");
        }

        @Override
        public Stand stand() {
            return new Stand("memory", 1, true, applied, keepers());
        }

        @Override
        public CompletableFuture<Void> keepWith(List<String> keepers) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean leads() {
            return true;
        }

        @Override
        public void close() {
            if (ended == null) ended = new IllegalStateException("the ledger is closed");
            turn.shutdown();
            try {
                if (!turn.awaitTermination(10, TimeUnit.SECONDS)) throw new IllegalStateException("the reader does not return");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while closing", e);
            }
            open.remove(id, this);
        }
    }
}
