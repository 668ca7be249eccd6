package conclave.document;

import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.PageOrder;
import conclave.document.render.RenderedPage;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Trouble;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One rendering process and the document open in it. Starts the process when needed, replaces it when worn or dead. */
final class Draughtsman implements AutoCloseable {

    private final Printing printing;
    private final Launch launch;
    private final Limits limits;
    private final DrawingEvents events;
    private volatile RenderingProcess process;
    private volatile boolean closed;
    private DocumentId open;
    private Optional<String> paper = Optional.empty();
    private int pages;

    Draughtsman(Printing printing, Launch launch, Limits limits, DrawingEvents events) {
        this.printing = printing;
        this.launch = launch;
        this.limits = limits;
        this.events = events;
    }

    DocumentId open() {
        return open;
    }

    /** How many pages the open document really has. */
    int pages() {
        return pages;
    }

    /**
     * Draws a page. A process that died or ran full is given one more try with a fresh one: the fault may have been
     * the machine's or an earlier file's. One that overran is not: its time is spent.
     *
     * @param on the print that the masks of the page lie on
     */
    RenderedPage draw(DocumentWork work, PageOrder order, Optional<String> on) throws Troubled, IOException {
        try {
            return drawOnce(work, order, on);
        } catch (Troubled e) {
            boolean worthIt = e.trouble() == Trouble.CRASHED || e.trouble() == Trouble.OUT_OF_MEMORY;
            if (closed || !worthIt) throw e;
            return drawOnce(work, order, on);
        }
    }

    private RenderedPage drawOnce(DocumentWork work, PageOrder order, Optional<String> on) throws Troubled, IOException {
        long started = System.nanoTime();
        try {
            bringUp(work.document().id(), on);
            if (order.page() > pages) throw new Troubled(Trouble.PAGE_COUNT);
            events.pageBegun(work.document(), order.page(), process.pid());
            return process.render(order);
        } finally {
            work.spent = work.spent.plus(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private void bringUp(DocumentId document, Optional<String> on) throws Troubled, IOException {
        if (process != null && (process.isWornOut() || !process.isAlive())) rest();
        if (process == null) {
            process = RenderingProcess.start(launch, limits);
            if (closed) process.close();
            events.processStarted(process.pid());
            events.picturesWrittenBy(process.writer());
        }
        if (document.equals(open) && on.equals(paper)) return;
        open = null;
        try {
            var sheets = printing.of(document, on);
            try (var clear = sheets.clear().open()) {
                pages = process.open(sheets.size(), clear);
            }
        } catch (Troubled e) {
            throw e.ofFile();
        }
        open = document;
        paper = on;
    }

    /** Lets the process go and its memory with it. */
    void rest() {
        if (process != null) process.close();
        process = null;
        open = null;
    }

    /** From any thread: a page in the middle of being drawn is given up. */
    @Override
    public void close() {
        closed = true;
        var running = process;
        if (running != null) running.close();
    }
}
