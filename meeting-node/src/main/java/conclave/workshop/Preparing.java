package conclave.workshop;

import conclave.document.PreparedPages;
import conclave.document.Screener;
import conclave.document.Screener.Bases;
import conclave.exchange.Passage;
import conclave.presence.SharedTasks;
import conclave.seal.Digests;
import conclave.seal.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * 备页: goes through the documents of a meeting as they pass by, and prepares what nobody has prepared and nobody else is at. What other
 * machines are at is waited for; what they leave undone is done here. Stopped anywhere it goes on where it was: what is done lies in the
 * workshop, and the list of who does what may be lost at any time.
 */
public final class Preparing {

    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Workshop workshop;
    private final Screener.Tools tools;
    private final boolean screened;
    private final SharedTasks shared;
    private final Progress progress;
    private final Stamp stamp;
    private final Map<Sort, Bases> bases = new HashMap<>();
    private final Map<Job, List<String>> ids = new HashMap<>();
    private final Set<Job> done = new HashSet<>();
    private long pages;
    private long allPages;
    private long here;
    private volatile boolean stopped;
    private volatile Worktables tables;

    /** @param screened whether the meeting asks for it: else pages are drawn as they are */
    public Preparing(Workshop workshop, Screener.Tools tools, boolean screened, SharedTasks shared, Progress progress) {
        this.workshop = workshop;
        this.tools = tools;
        this.screened = screened;
        this.shared = shared;
        this.progress = progress;
        this.stamp = new Stamp(HexFormat.of().parseHex(workshop.salt()));
    }

    private record Sort(String kind, boolean office) {
    }

    /** What became of it; pages of documents that are missing in the list are made at the venue. */
    public record Outcome(List<String> ids, boolean stopped) {
        public Outcome {
            ids = List.copyOf(ids);
        }
    }

    /**
     * @param source the documents of the meeting, as often as they are asked for
     * @throws IOException where the disk fails, or the source; what is done stays
     */
    public Outcome run(List<Job> jobs, Passage source, int hands) throws IOException, InterruptedException {
        try (var table = new Worktables(workshop, tools, screened, hands, progress)) {
            tables = table;
            allPages = jobs.stream().mapToLong(job -> job.document().pages()).sum();
            while (!stopped && look(jobs) > 0) {
                long before = pages;
                pass(jobs, source, table);
                table.finish();
                tell(table);
                // All that is left is others' at present.
                if (pages == before && look(jobs) > 0 && !stopped) LockSupport.parkNanos(PAUSE_NS);
            }
            tell(table);
        }
        return new Outcome(jobs.stream().filter(done::contains).map(this::made).distinct().sorted().toList(), stopped);
    }

    /** From any thread; what is on the tables is left, and begun again another time. */
    public void stop() {
        stopped = true;
        var table = tables;
        if (table != null) table.stop();
    }

    private void pass(List<Job> jobs, Passage source, Worktables table) throws IOException, InterruptedException {
        var byPath = new HashMap<String, List<Job>>();
        for (var job : jobs) {
            if (!done.contains(job)) byPath.computeIfAbsent(job.path(), _ -> new ArrayList<>()).add(job);
        }
        try {
            source.through((path, _, content) -> {
                if (stopped) throw new Enough();
                // What passes by is read once; another of whom it is too waits for the next time.
                for (var job : byPath.getOrDefault(path, List.of())) if (offer(job, content, table)) break;
                tell(table);
            });
        } catch (Enough asked) {
            table.stop();
        }
    }

    /** Somebody else may have done it since this pass began, or be at it. @return whether it lies on a table now */
    private boolean offer(Job job, InputStream content, Worktables table) throws IOException {
        if (isHere(job)) {
            finished(job);
            return false;
        }
        var id = ids.get(job).getFirst();
        if (!shared.claim(id)) return false;
        boolean laid = false;
        try {
            if (isHere(job)) finished(job);
            else {
                table.lay(job, id, content, () -> shared.release(id));
                laid = true;
            }
            return laid;
        } catch (InterruptedException e) {
            if (!stopped) Thread.currentThread().interrupt();
            throw new Enough();
        } finally {
            if (!laid) shared.release(id);
        }
    }

    /** How many are not there yet. */
    private int look(List<Job> jobs) throws IOException, InterruptedException {
        int missing = 0;
        for (var job : jobs) {
            if (done.contains(job)) continue;
            if (!ids.containsKey(job)) ids.put(job, ids(job));
            if (isHere(job)) finished(job);
            else missing++;
        }
        return missing;
    }

    private boolean isHere(Job job) {
        return ids.get(job).stream().anyMatch(workshop::holds);
    }

    private String made(Job job) {
        return ids.get(job).stream().filter(workshop::holds).findFirst().orElseThrow();
    }

    /** First as this machine makes it; what one with OCR has made will do as well. */
    private List<String> ids(Job job) throws InterruptedException {
        if (!screened && job.isOffice()) return tools.conversion().isPresent() ? List.of(id(job, "- printed")) : List.of(id(job, "- not printed"), id(job, "- printed"));
        if (!screened) return List.of(id(job, "-"));
        var sort = new Sort(job.kind(), job.isOffice());
        if (!bases.containsKey(sort)) bases.put(sort, Worktables.bases(tools, sort.kind(), sort.office()));
        var all = new ArrayList<String>();
        for (var basis : bases.get(sort).of(stamp, job.whose())) all.add(id(job, basis));
        return all;
    }

    /** What it is made of and how; under the workshop's secret, so that nobody who only hears of it can guess at anything. */
    private String id(Job job, String basis) {
        var text = String.join("\0", "conclave prepared 1", PreparedPages.recipes(), job.document().id().sha256(),
                Integer.toString(job.document().pages()), basis);
        return Digests.hex(stamp.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(Worktables table) {
        for (var job = table.next(); job.isPresent(); job = table.next()) {
            here += job.get().document().pages();
            finished(job.get());
        }
        progress.advanced(new Progress.State(done.size(), ids.size(), pages, allPages, here, shared.machines()));
    }

    private void finished(Job job) {
        if (done.add(job)) pages += job.document().pages();
    }

    /** Ends the passing; it is no fault. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("stopped as asked");
        }
    }
}
