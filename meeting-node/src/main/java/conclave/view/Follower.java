package conclave.view;

import conclave.meeting.event.Id.MeetingId;
import conclave.view.Inbox.Arrived;
import conclave.view.Tables.Bookmark;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what arrives as long as it continues what the tables hold; what is missing in
 * between (the start, an inbox that ran over, a file that had to be thrown away) it reads from the record. Whatever goes
 * wrong here concerns the tables only: they are made again, and after some attempts left alone until the next start.
 */
final class Follower implements Runnable {

    private static final int ATTEMPTS = 5;
    private static final int RESTS = 30;
    /** More lines a second than people write: while they come, they come from a program, and nobody looks at statistics. */
    private static final int RUSH = 500;
    private static final int RESTS_IN_A_RUSH = 120;
    private static final long MOMENT_MS = 400;
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final ViewFolder folder;
    private final View.Settings settings;
    private final Inbox inbox;
    private final Source source;
    private Tables tables;
    private long lines;
    private long looked = System.nanoTime();
    private volatile Tables shown;
    private volatile boolean shut;
    private final AtomicInteger waiting = new AtomicInteger();

    Follower(ViewFolder folder, View.Settings settings, Inbox inbox, Source source) {
        this.folder = folder;
        this.settings = settings;
        this.inbox = inbox;
        this.source = source;
    }

    /** For questions: only tables that belong to this record and have not failed. */
    Optional<Tables> tables() {
        return Optional.ofNullable(shown).filter(Tables::isFine);
    }

    boolean isShut() {
        return shut;
    }

    @Override
    public void run() {
        try {
            for (int attempt = 1; attempt <= ATTEMPTS && !inbox.isClosed(); attempt++) {
                if (attempt > 1) inbox.rest(settings.patience().multipliedBy(attempt).toMillis(), () -> false);
                followUntilItFails();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inbox.isClosed()) LOG.warn("The tables for statistics stay closed until the next start.");
        shut = true;
        changed();
    }

    private void followUntilItFails() throws InterruptedException {
        try {
            tables = Tables.open(folder);
            if (!belong(tables)) tables = anew();
            shown = tables;
            changed();
            while (!inbox.isClosed()) step();
            shown = null;
            tables.close();
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("The tables for statistics failed and are made again from the record: {}", e.toString());
            discard();
        }
    }

    /** Tables of another history (a folder put back, a meeting that is gone) are not continued. */
    private boolean belong(Tables found) {
        return found.bookmarks().entrySet().stream().allMatch(entry -> belongs(entry.getKey(), entry.getValue()));
    }

    private Tables anew() throws SQLException, IOException {
        LOG.warn("The tables for statistics do not belong to the record of these meetings and are made again.");
        tables.abandon();
        folder.clear();
        return Tables.open(folder);
    }

    private boolean belongs(MeetingId meeting, Bookmark bookmark) {
        if (inbox.heads().getOrDefault(meeting, 0L) < bookmark.seq()) return false;
        return source.read(meeting, bookmark.seq(), 1).stream()
                .anyMatch(line -> Bookmark.of(new Arrived(meeting, line.seq(), line.fact())).equals(bookmark));
    }

    private void step() throws SQLException, InterruptedException {
        mustBeFine();
        var batch = inbox.take(settings.batch(), settings.patience().toMillis());
        var next = continuing(batch);
        if (!next.isEmpty()) apply(next);
        // Fewer than arrived: something is missing before them, or they were read from the record already.
        if (next.size() < batch.size() || inbox.isEmpty()) catchUp();
    }

    private void mustBeFine() throws SQLException {
        if (!tables.isFine()) throw new SQLException("a question could not be answered");
    }

    private List<Arrived> continuing(List<Arrived> batch) {
        var next = new ArrayList<Arrived>(batch.size());
        var reached = new TreeMap<MeetingId, Long>();
        for (var one : batch) {
            long last = reached.computeIfAbsent(one.meeting(), tables::reached);
            if (one.seq() != last + 1) continue;
            next.add(one);
            reached.put(one.meeting(), one.seq());
        }
        return next;
    }

    private void catchUp() throws SQLException, InterruptedException {
        for (var meeting : inbox.heads().keySet()) {
            while (!inbox.isClosed() && readOn(meeting)) mustBeFine();
        }
    }

    /** Whether there was something to read. */
    private boolean readOn(MeetingId meeting) throws SQLException, InterruptedException {
        var first = tables.reached(meeting) + 1;
        var missing = inbox.heads().get(meeting) - first + 1;
        if (missing <= 0) return false;
        var batch = new ArrayList<Arrived>();
        for (var line : source.read(meeting, first, (int) Math.min(missing, settings.batch()))) {
            batch.add(new Arrived(meeting, line.seq(), line.fact()));
        }
        var next = continuing(batch);
        if (!next.isEmpty()) apply(next);
        return !next.isEmpty();
    }

    /**
     * While scores are coming in, nearly all of the time belongs to those who send them, also when there is much to catch
     * up on: what is written here costs as much again on threads of the database's own. And a few lines cost nearly as
     * much as many, so that they are gathered for a moment, however slowly they come: each for itself took a tenth of
     * what a score costs. Where somebody waits for the statistics, or after a quiet moment, nothing is held back.
     */
    private void apply(List<Arrived> batch) throws SQLException, InterruptedException {
        var began = System.nanoTime();
        tables.apply(batch);
        changed();
        int rests = rush() ? RESTS_IN_A_RUSH : RESTS;
        inbox.rest(Math.max(MOMENT_MS, rests * Duration.ofNanos(System.nanoTime() - began).toMillis()), () -> waiting.get() > 0);
    }

    /** As it was since the last look. */
    private boolean rush() {
        long now = System.nanoTime();
        long known = inbox.heads().values().stream().mapToLong(head -> head).sum();
        var rush = (known - lines) * Duration.ofSeconds(1).toNanos() > RUSH * (now - looked);
        lines = known;
        looked = now;
        return rush;
    }

    private void discard() {
        shown = null;
        if (tables != null) tables.abandon();
        try {
            folder.clear();
        } catch (IOException e) {
            LOG.warn("The file of the tables for statistics cannot be deleted: {}", e.toString());
        }
    }

    private synchronized void changed() {
        notifyAll();
    }

    /** Waits until the line is in the tables; false when the time is over or they are shut. */
    boolean await(MeetingId meeting, long seq, Duration atMost) throws InterruptedException {
        waiting.incrementAndGet();
        inbox.stir();
        try {
            return reaches(meeting, seq, System.nanoTime() + atMost.toNanos());
        } finally {
            waiting.decrementAndGet();
        }
    }

    private synchronized boolean reaches(MeetingId meeting, long seq, long until) throws InterruptedException {
        while (!shut && reached(meeting) < seq) {
            var left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) return false;
            wait(left);
        }
        return reached(meeting) >= seq;
    }

    long reached(MeetingId meeting) {
        return tables().map(open -> open.reached(meeting)).orElse(0L);
    }
}
