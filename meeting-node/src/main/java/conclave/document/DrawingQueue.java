package conclave.document;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is drawn next: pages somebody waits for, in the order they were asked for; then documents in the order they
 * were given, staying with the one that is open. Losing the queue loses nothing: the manifests say what is done.
 */
final class DrawingQueue {

    record Task(DocumentWork work, int page) {
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<DocumentId, DocumentWork> background = new LinkedHashMap<>();
    private final Map<DocumentId, DocumentWork> table = new LinkedHashMap<>();
    private final Deque<Task> wanted = new ArrayDeque<>();
    private boolean halted;
    private boolean closed;

    /** Something to do later; false when the document was there already. */
    boolean add(DocumentWork work) {
        return locked(() -> {
            var kept = onTable(work);
            changed.signalAll();
            return background.putIfAbsent(work.document().id(), kept) == null;
        });
    }

    /** A page somebody waits for. Several who wait for one page wait for one drawing. */
    CompletableFuture<PageRecord> want(DocumentWork offered, int page) {
        return locked(() -> {
            if (closed) return CompletableFuture.failedFuture(new IOException("the node is stopping"));
            var done = table.getOrDefault(offered.document().id(), offered).manifest.page(page);
            if (done.isPresent()) return CompletableFuture.completedFuture(done.get());
            var work = onTable(offered);
            return work.waiting.computeIfAbsent(page, _ -> {
                wanted.add(new Task(work, page));
                changed.signalAll();
                return new CompletableFuture<>();
            });
        });
    }

    /** The picture was lost: draws the page once more. */
    CompletableFuture<PageRecord> again(DocumentWork offered, int page) {
        return locked(() -> {
            var work = onTable(offered);
            if (!work.waiting.containsKey(page)) {
                work.manifest.forget(page);
                work.pending.set(page);
            }
            return want(work, page);
        });
    }

    Optional<DocumentWork> find(DocumentId id) {
        return locked(() -> Optional.ofNullable(table.get(id)));
    }

    private DocumentWork onTable(DocumentWork work) {
        return table.computeIfAbsent(work.document().id(), _ -> work);
    }

    /** Empty when nothing came up for so long, or when closed. Each page is handed out once. */
    Optional<Task> take(DocumentId open, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (!closed) {
                var task = next(open);
                if (task.isPresent()) return task;
                if (left <= 0) return Optional.empty();
                left = changed.awaitNanos(left);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Task> next(DocumentId open) {
        while (!wanted.isEmpty()) {
            var task = wanted.poll();
            if (task.work().pending.get(task.page())) return Optional.of(handOut(task.work(), task.page()));
        }
        if (halted) return Optional.empty();
        var current = open == null ? null : background.get(open);
        if (current != null && !current.pending.isEmpty()) return Optional.of(handOut(current, current.pending.nextSetBit(1)));
        return background.values().stream().filter(work -> !work.pending.isEmpty()).findFirst()
                .map(work -> handOut(work, work.pending.nextSetBit(1)));
    }

    private Task handOut(DocumentWork work, int page) {
        work.pending.clear(page);
        return new Task(work, page);
    }

    /** Takes every page that is left of a document, for a finding about the whole file. */
    List<Integer> takeRest(DocumentWork work) {
        return locked(() -> {
            var rest = work.pending.stream().boxed().toList();
            work.pending.clear();
            return rest;
        });
    }

    void recorded(DocumentWork work, int page, PageRecord record) {
        CompletableFuture<PageRecord> waiting = locked(() -> {
            work.manifest.record(page, record);
            work.unsaved = true;
            return work.waiting.remove(page);
        });
        if (waiting != null) waiting.complete(record);
    }

    /** Once what is known of it is on the disk: readers look there as soon as it is off the table. */
    void finish(DocumentWork work) {
        locked(() -> {
            leaveTable(work);
            return null;
        });
    }

    private void leaveTable(DocumentWork work) {
        background.remove(work.document().id());
        table.remove(work.document().id());
    }

    /** The disk failed, not the document: it is put aside as if it had never been given, and whoever waits is told. */
    void putAside(DocumentWork work, Exception fault) {
        var waiting = locked(() -> {
            leaveTable(work);
            work.pending.clear();
            var all = new ArrayList<>(work.waiting.values());
            work.waiting.clear();
            return all;
        });
        waiting.forEach(each -> each.completeExceptionally(fault));
    }

    /** Documents with news that are not on the disk yet; those nobody is going to go on with leave the table. */
    List<DocumentWork> unsaved(boolean idle) {
        return locked(() -> {
            var unsaved = table.values().stream().filter(work -> work.unsaved).toList();
            if (idle) table.values().removeIf(work -> work.waiting.isEmpty() && !background.containsKey(work.document().id()));
            return unsaved;
        });
    }

    void halt(boolean now) {
        locked(() -> {
            halted = now;
            changed.signalAll();
            return null;
        });
    }

    void close() {
        locked(() -> {
            closed = true;
            changed.signalAll();
            return null;
        });
    }

    /** Nothing more will be drawn: whoever waits is told. */
    void abandon(Exception reason) {
        for (var work : locked(() -> List.copyOf(table.values()))) putAside(work, reason);
    }

    <T> T locked(java.util.function.Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
