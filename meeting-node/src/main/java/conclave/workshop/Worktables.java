package conclave.workshop;

import conclave.document.Printing;
import conclave.document.Screener;
import conclave.document.Screener.Bases;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of one process: whoever brings a document waits for a free one. The first fault of a disk ends all. */
final class Worktables implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worktables.class);

    private final Workshop workshop;
    private final boolean screened;
    private final Progress progress;
    private final Machine machine;
    private final List<Worktable> all = new ArrayList<>();
    private final BlockingQueue<Worktable> free;
    private final ExecutorService hands;
    private final ConcurrentLinkedQueue<Job> finished = new ConcurrentLinkedQueue<>();
    private volatile IOException fault;
    private volatile boolean stopped;

    Worktables(Workshop workshop, Screener.Tools tools, boolean screened, int hands, Progress progress) throws IOException {
        this.workshop = workshop;
        this.screened = screened;
        this.progress = progress;
        this.machine = workshop.machine();
        for (int i = 0; i < hands; i++) all.add(new Worktable(machine.folder().resolve(Integer.toString(i)), tools, workshop.salt()));
        this.free = new ArrayBlockingQueue<>(hands, false, all);
        this.hands = Executors.newFixedThreadPool(hands, Thread.ofPlatform().name("preparing-", 0).factory());
    }

    /** Of a kind of document, as this machine reads it; of an office file, as it prints it. */
    static Bases bases(Screener.Tools tools, String kind, boolean office) throws InterruptedException {
        try (var screener = new Screener(Printing.without(null), tools, null)) {
            var printed = tools.conversion().isPresent() ? Printing.Sort.PRINTED : Printing.Sort.UNPRINTED;
            return screener.bases(kind, office ? printed : Printing.Sort.HAS_PAGES);
        }
    }

    /** Returns as soon as the document lies on a table. */
    void lay(Job job, String id, InputStream content, Runnable after) throws IOException, InterruptedException {
        var table = free.take();
        try {
            requireSound();
            if (stopped) throw new InterruptedException();
            table.lay(job, content);
        } catch (IOException | RuntimeException | InterruptedException e) {
            free.add(table);
            throw e;
        }
        hands.execute(() -> {
            try {
                work(table, job, id);
            } finally {
                free.add(table);
                after.run();
            }
        });
    }

    private void work(Worktable table, Job job, String id) {
        try {
            workshop.keep(id, machine, out -> {
                try {
                    var findings = table.prepare(job, workshop.salt(), screened, out);
                    if (!findings.isEmpty()) progress.found(job, findings);
                } catch (InterruptedException e) {
                    throw new IOException("stopped", e);
                }
            });
            finished.add(job);
            table.clear(job);
        } catch (IOException | RuntimeException e) {
            if (!stopped && fault == null) fault = new IOException("the document " + job.path() + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /** What was finished since it was asked last. */
    Optional<Job> next() {
        return Optional.ofNullable(finished.poll());
    }

    /** Waits until every table is free. */
    void finish() throws IOException, InterruptedException {
        var taken = new ArrayList<Worktable>();
        for (int i = 0; i < all.size(); i++) taken.add(free.take());
        free.addAll(taken);
        requireSound();
    }

    private void requireSound() throws IOException {
        if (fault != null) throw fault;
    }

    void stop() {
        stopped = true;
        for (var table : all) {
            try {
                table.stop();
            } catch (IOException e) {
                LOG.debug("a table did not close in order; what lies on it is thrown away", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        hands.close();
        for (var table : all) table.close();
        machine.close();
    }
}
