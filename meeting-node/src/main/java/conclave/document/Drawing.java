package conclave.document;

import conclave.document.mask.PageMask;
import conclave.document.render.Level;
import conclave.document.render.Limits;
import conclave.document.render.Trouble;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One drawing thread: takes a page, draws it, keeps it, says so; until closed. */
final class Drawing implements Runnable {

    /** After so long without work the process is let go: it holds half a gigabyte. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A crash draws at most this much again. */
    private static final Duration UNSAVED = Duration.ofSeconds(2);

    private final DrawingQueue queue;
    private final Shelves shelves;
    private final Easel easel;
    private final Draughtsman draughtsman;
    private final Limits limits;
    private final DrawingFigures figures;
    private final DrawingEvents events;
    private volatile boolean closed;

    Drawing(DrawingQueue queue, Shelves shelves, Draughtsman draughtsman, Limits limits, DrawingFigures figures, DrawingEvents events) {
        this.queue = queue;
        this.shelves = shelves;
        this.easel = new Easel(queue, shelves, draughtsman);
        this.draughtsman = draughtsman;
        this.limits = limits;
        this.figures = figures;
        this.events = events;
    }

    @Override
    public void run() {
        try (draughtsman) {
            while (!closed) {
                var task = queue.take(draughtsman.open(), PATIENCE);
                if (task.isPresent()) draw(task.get());
                else rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the process in the middle of its page, if it has one; the page is drawn another time. */
    void close() {
        closed = true;
        draughtsman.close();
    }

    private void rest() {
        draughtsman.rest();
        for (var work : queue.unsaved(true)) {
            saveOrPutAside(work);
        }
    }

    private void draw(DrawingQueue.Task task) {
        var work = task.work();
        try {
            var known = easel.known(task);
            var page = known.isPresent() ? known.get() : drawn(task);
            if (task.level() == Level.ZOOM) recorded(work, task.page(), zoomed(task, page));
            else if (known.isPresent()) recorded(work, task.page(), page);
            saveNowAndThen(work);
        } catch (Troubled e) {
            if (!closed) recordTrouble(task, e);
        } catch (IOException | RuntimeException e) {
            if (!closed) putAside(work, e);
        }
    }

    private PageRecord.Drawn drawn(DrawingQueue.Task task) throws Troubled, IOException {
        var record = easel.page(task);
        var work = task.work();
        figures.pageDrawn(System.nanoTime());
        if (!record.complete()) events.found(new Finding(work.document().id(), task.page(), Trouble.INCOMPLETE));
        recorded(work, task.page(), record);
        boolean opened = work.document().id().equals(draughtsman.open());
        if (opened && draughtsman.pages() != work.document().pages()) recordOfFile(work, Trouble.PAGE_COUNT);
        return record;
    }

    /** What cannot be drawn finer is as fine as it gets: the page itself is there. */
    private PageRecord.Drawn zoomed(DrawingQueue.Task task, PageRecord.Drawn page) throws Troubled, IOException {
        try {
            return easel.zoomed(task, page);
        } catch (Troubled e) {
            if (closed) throw e;
            return page.withZoom(page.page());
        }
    }

    private void recordTrouble(DrawingQueue.Task task, Troubled troubled) {
        var work = task.work();
        boolean timeSpent = work.spent.compareTo(limits.file(work.document().pages())) > 0;
        recordFailure(work, task.page(), task.mask(), troubled.trouble());
        if (troubled.isAboutFile() || timeSpent) {
            recordOfFile(work, troubled.trouble());
            for (int rest : queue.takeRest(work)) recordFailure(work, rest, work.mask(rest), troubled.trouble());
        }
        saveOrPutAside(work);
    }

    private void recordFailure(DocumentWork work, int page, PageMask mask, Trouble trouble) {
        events.found(new Finding(work.document().id(), page, trouble));
        recorded(work, page, new PageRecord.Failed(mask.digest(), trouble));
    }

    private void recordOfFile(DocumentWork work, Trouble trouble) {
        boolean news = queue.locked(() -> work.manifest.recordOfFile(trouble));
        if (news) events.found(new Finding(work.document().id(), 0, trouble));
    }

    private void recorded(DocumentWork work, int page, PageRecord record) {
        queue.recorded(work, page, record);
        queue.locked(() -> {
            figures.advanced(work.key(), work.manifest);
            return null;
        });
    }

    private void saveNowAndThen(DocumentWork work) throws IOException {
        boolean due = System.nanoTime() - work.savedAt > UNSAVED.toNanos();
        if (due || queue.locked(work.manifest::isComplete)) save(work);
    }

    private void saveOrPutAside(DocumentWork work) {
        try {
            save(work);
        } catch (IOException e) {
            putAside(work, e);
        }
    }

    private void save(DocumentWork work) throws IOException {
        boolean done = queue.locked(work.manifest::isComplete);
        var bytes = queue.locked(() -> {
            work.unsaved = false;
            work.savedAt = System.nanoTime();
            return work.manifest.toBytes();
        });
        shelves.of(work.shelf).keepManifest(work.key(), bytes);
        if (!done) return;
        queue.finish(work);
        events.documentDone(work.document());
    }

    void saveAll() throws IOException {
        for (var work : List.copyOf(queue.unsaved(false))) save(work);
    }

    private void putAside(DocumentWork work, Exception fault) {
        queue.halt(true);
        figures.faultOccurred(fault.getClass().getSimpleName() + ": " + fault.getMessage());
        queue.putAside(work, fault);
        events.faultOccurred(work.document(), fault);
    }
}
