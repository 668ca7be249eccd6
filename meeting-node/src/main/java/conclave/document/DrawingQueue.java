package conclave.document;

import conclave.document.mask.PageMask;
import conclave.document.render.Level;
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
import java.util.function.Predicate;

/**
 * What is drawn next: pages somebody waits for, of each document in the order they were asked for, and documents take turns; then
 * documents in the order they were given, staying with the one that is open. Losing the queue loses nothing: the manifests say what is done.
 */
final class DrawingQueue {

    /** @param mask as it was when the page was handed out */
    record Task(DocumentWork work, int page, Level level, PageMask mask) {
    }

    private record Asked(DocumentWork work, DocumentWork.Wanted what) {
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<DocumentWork.Key, DocumentWork> background = new LinkedHashMap<>();
    private final Map<DocumentWork.Key, DocumentWork> table = new LinkedHashMap<>();
    /** By document, whose turn it is first: whoever leafs through one holds up nobody who reads another. */
    private final LinkedHashMap<DocumentWork.Key, Deque<Asked>> wanted = new LinkedHashMap<>();
    private boolean halted;
    private boolean closed;

    /** Something to do later; false when the document was there already. */
    boolean add(DocumentWork work) {
        return locked(() -> {
            var kept = onTable(work);
            changed.signalAll();
            return background.putIfAbsent(work.key(), kept) == null;
        });
    }

    /** A page somebody waits for. Several who wait for one page wait for one drawing. */
    CompletableFuture<PageRecord> want(DocumentWork offered, DocumentWork.Wanted what) {
        return locked(() -> {
            if (closed) return CompletableFuture.failedFuture(new IOException("the node is stopping"));
            var done = table.getOrDefault(offered.key(), offered).manifest.page(what.page()).filter(record -> answers(record, what));
            if (done.isPresent()) return CompletableFuture.completedFuture(done.get());
            var work = onTable(offered);
            return work.waiting.computeIfAbsent(what, _ -> {
                wanted.computeIfAbsent(work.key(), _ -> new ArrayDeque<>()).add(new Asked(work, what));
                changed.signalAll();
                return new CompletableFuture<>();
            });
        });
    }

    private static boolean answers(PageRecord record, DocumentWork.Wanted what) {
        return what.level() == Level.READING || !(record instanceof PageRecord.Drawn drawn) || drawn.zoom().isPresent();
    }

    /** The picture was lost: draws the page once more. */
    CompletableFuture<PageRecord> again(DocumentWork offered, int page) {
        return locked(() -> {
            var work = onTable(offered);
            var what = new DocumentWork.Wanted(page, Level.READING);
            if (!work.waiting.containsKey(what)) {
                work.manifest.forget(page);
                work.pending.set(page);
            }
            return want(work, what);
        });
    }

    Optional<DocumentWork> find(DocumentWork.Key key) {
        return locked(() -> Optional.ofNullable(table.get(key)));
    }

    /** The one on the table, under the masks that are asked for now. */
    Optional<DocumentWork> find(DocumentWork.Key key, List<PageMask> masks) {
        return locked(() -> {
            var work = find(key);
            work.ifPresent(found -> adopt(found, masks));
            return work;
        });
    }

    private DocumentWork onTable(DocumentWork work) {
        return table.computeIfAbsent(work.key(), _ -> work);
    }

    private void adopt(DocumentWork work, List<PageMask> masks) {
        for (var outdated : work.adopt(masks)) outdated.completeExceptionally(new PageClosed());
        if (!work.pending.isEmpty()) changed.signalAll();
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
            var asked = nextWanted();
            var what = asked.what();
            boolean finer = what.level() == Level.ZOOM && asked.work().waiting.containsKey(what);
            if (finer) return Optional.of(new Task(asked.work(), what.page(), Level.ZOOM, asked.work().mask(what.page())));
            if (what.level() == Level.READING && asked.work().pending.get(what.page())) return Optional.of(handOut(asked.work(), what.page()));
        }
        if (halted) return Optional.empty();
        return first(work -> work.document().id().equals(open)).or(() -> first(_ -> true)).map(work -> handOut(work, work.pending.nextSetBit(1)));
    }

    private Asked nextWanted() {
        var document = wanted.pollFirstEntry();
        var asked = document.getValue().poll();
        // Behind every other document that somebody waits for.
        if (!document.getValue().isEmpty()) wanted.put(document.getKey(), document.getValue());
        return asked;
    }

    private Optional<DocumentWork> first(Predicate<DocumentWork> which) {
        return background.values().stream().filter(which).filter(work -> !work.pending.isEmpty()).findFirst();
    }

    private Task handOut(DocumentWork work, int page) {
        work.pending.clear(page);
        return new Task(work, page, Level.READING, work.mask(page));
    }

    /** Takes every page that is left of a document, for a finding about the whole file. */
    List<Integer> takeRest(DocumentWork work) {
        return locked(() -> {
            var rest = work.pending.stream().boxed().toList();
            work.pending.clear();
            return rest;
        });
    }

    /** A picture of a mask that another has replaced meanwhile is not of this page any more. */
    void recorded(DocumentWork work, int page, PageRecord record) {
        var answered = locked(() -> {
            var waiting = new ArrayList<CompletableFuture<PageRecord>>();
            if (!record.mask().equals(work.mask(page).digest())) return waiting;
            work.manifest.record(page, record);
            work.unsaved = true;
            for (var level : Level.values()) {
                var what = new DocumentWork.Wanted(page, level);
                if (answers(record, what) && work.waiting.containsKey(what)) waiting.add(work.waiting.remove(what));
            }
            return waiting;
        });
        answered.forEach(each -> each.complete(record));
    }

    Optional<PageRecord> record(DocumentWork work, int page) {
        return locked(() -> work.manifest.page(page));
    }

    /** Once what is known of it is on the disk: readers look there as soon as it is off the table. */
    void finish(DocumentWork work) {
        locked(() -> {
            leaveTable(work);
            return null;
        });
    }

    private void leaveTable(DocumentWork work) {
        background.remove(work.key());
        table.remove(work.key());
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
            if (idle) table.values().removeIf(work -> work.waiting.isEmpty() && !background.containsKey(work.key()));
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
