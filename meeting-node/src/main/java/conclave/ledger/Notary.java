package conclave.ledger;

import conclave.seal.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Signs for what the evidence holds. One signature covers all the lines that waited while the last one was made, so
 * four hundred receipts cost one. Answers come on the notary's own thread: whoever has more to do with one moves on.
 */
public final class Notary implements AutoCloseable {

    /** Bounds the memory of a tree and the length of a path; 12 neighbours at most. */
    private static final int MOST = 4096;
    /** Lines that nobody asks a receipt for wait for each other: a signature costs as much for one as for all of them. */
    private static final int GATHERED = 1024;
    private static final long GATHERING_MS = 100;

    private final String meeting;
    private final Evidence evidence;
    private final Roots roots;
    private final Signer signer;
    private final LongSupplier clock;
    private final Consumer<Broken> alarm;
    private final Thread thread;
    private volatile long signedAt;
    private List<Waiting> waiting = new ArrayList<>();
    private List<Waiting> signing = List.of();
    private boolean asked;
    private boolean closed;
    private Broken failure;

    private static final class Waiting {
        final Line line;
        CompletableFuture<Receipt> answer;

        Waiting(Line line) {
            this.line = line;
        }

        CompletableFuture<Receipt> answer() {
            if (answer == null) answer = new CompletableFuture<>();
            return answer;
        }
    }

    private CompletableFuture<Receipt> wanted(Waiting entry) {
        asked = true;
        notifyAll();
        return entry.answer();
    }

    private Notary(String meeting, Evidence evidence, Roots roots, Signer signer, LongSupplier clock, Consumer<Broken> alarm) {
        this.meeting = meeting;
        this.evidence = evidence;
        this.roots = roots;
        this.signer = signer;
        this.clock = clock;
        this.alarm = alarm;
        this.signedAt = roots.last() == null ? 0 : roots.last().statement().number("at");
        this.thread = Thread.ofPlatform().name("notary").daemon().unstarted(this::work);
    }

    /**
     * Opened once the evidence has caught up with the log; lines that no root covers yet get one before this returns.
     *
     * @param clock milliseconds since 1970, stated in each root
     * @param alarm told once if no more can be signed or kept
     */
    public static Notary open(Path rootsFile, String meeting, Evidence evidence, Signer signer, LongSupplier clock, Consumer<Broken> alarm) {
        var notary = withoutHands(rootsFile, meeting, evidence, signer, clock, alarm);
        notary.thread.start();
        return notary;
    }

    /** One that signs only when it is told to ({@link #turn}), for whoever plays every part on one thread. */
    static Notary withoutHands(Path rootsFile, String meeting, Evidence evidence, Signer signer, LongSupplier clock, Consumer<Broken> alarm) {
        var roots = Roots.open(rootsFile, meeting);
        var notary = new Notary(meeting, evidence, roots, signer, clock, alarm);
        try {
            notary.checkAgainstEvidence(rootsFile);
            notary.coverTheRest();
        } catch (RuntimeException e) {
            roots.close();
            throw e;
        }
        return notary;
    }

    /** This line, the next one in order, will stand under a root; nobody waits for it. */
    public void cover(Line line) {
        enqueue(line);
    }

    /** As {@link #cover}, and answers with the proof. */
    public CompletableFuture<Receipt> receipt(Line line) {
        synchronized (this) {
            return wanted(enqueue(line));
        }
    }

    /** What is handed over in here has one signature: else what comes first is signed for alone, and the rest waits for that. */
    public synchronized void together(Runnable handing) {
        handing.run();
    }

    /** The receipt of a line that was handed over before, perhaps before a restart: for whoever asks again. */
    public CompletableFuture<Receipt> receipt(long seq) {
        synchronized (this) {
            for (var queue : List.of(signing, waiting)) {
                if (queue.isEmpty()) continue;
                long at = seq - queue.getFirst().line.seq();
                if (at >= 0 && at < queue.size()) return wanted(queue.get((int) at));
            }
        }
        return CompletableFuture.completedFuture(rebuild(seq));
    }

    /** When it signed last, milliseconds since 1970; 0 where it never has. */
    public long signedAt() {
        return signedAt;
    }

    private synchronized Waiting enqueue(Line line) {
        if (failure != null) throw failure;
        if (closed) throw new IllegalStateException("the notary is closed");
        long expected = 1 + (!waiting.isEmpty() ? waiting.getLast().line.seq()
                : !signing.isEmpty() ? signing.getLast().line.seq() : roots.covered());
        if (line.seq() != expected) throw new IllegalArgumentException("line " + line.seq() + " handed over, line " + expected + " expected");
        var entry = new Waiting(line);
        waiting.add(entry);
        if (waiting.size() == 1 || waiting.size() == GATHERED) notifyAll();
        return entry;
    }

    private void work() {
        try {
            while (gather() && take()) finish(sign());
        } catch (Throwable e) {
            giveUp(e instanceof Broken broken ? broken : new Broken("the notary failed", e));
        }
    }

    /** Signs once for what waits by now, if anything does. */
    void turn() throws InterruptedException {
        if (idle()) return;
        take();
        finish(sign());
    }

    private synchronized boolean idle() {
        return waiting.isEmpty();
    }

    private synchronized boolean gather() throws InterruptedException {
        while (waiting.isEmpty() && !closed) wait();
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHERING_MS);
        for (var left = GATHERING_MS; left > 0 && !asked && !closed && waiting.size() < GATHERED; left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
            wait(left);
        }
        return true;
    }

    private synchronized boolean take() {
        asked = waiting.size() > MOST;
        if (waiting.size() <= MOST) {
            signing = waiting;
            waiting = new ArrayList<>();
        } else {
            signing = List.copyOf(waiting.subList(0, MOST));
            waiting = new ArrayList<>(waiting.subList(MOST, waiting.size()));
        }
        return !signing.isEmpty();
    }

    private record Signed(Root root, MerkleTree tree) {
    }

    private Signed sign() {
        return sign(signing.stream().map(entry -> entry.line).toList());
    }

    private Signed sign(List<Line> lines) {
        var tree = new MerkleTree(lines);
        var root = Root.sign(meeting, lines, tree, clock.getAsLong(), signer);
        roots.add(root);
        signedAt = root.statement().number("at");
        return new Signed(root, tree);
    }

    private void finish(Signed signed) {
        List<Waiting> done;
        synchronized (this) {
            done = signing;
            signing = List.of();
        }
        for (var entry : done) {
            if (entry.answer != null) entry.answer.complete(Receipt.of(meeting, entry.line, signed.tree(), signed.root()));
        }
    }

    private void giveUp(Broken reason) {
        var all = new ArrayList<Waiting>();
        synchronized (this) {
            failure = reason;
            all.addAll(signing);
            all.addAll(waiting);
        }
        for (var entry : all) {
            if (entry.answer != null) entry.answer.completeExceptionally(reason);
        }
        alarm.accept(reason);
    }

    private Receipt rebuild(long seq) {
        if (seq < 1 || seq > roots.covered()) throw new IllegalArgumentException("no such line: " + seq);
        var root = roots.covering(seq);
        var lines = evidence.lines(root.first(), root.size());
        var tree = new MerkleTree(lines);
        if (!root.leadsTo(tree.root())) throw new Broken("the root over lines " + root.first() + " to " + root.last() + " does not fit the evidence");
        return Receipt.of(meeting, lines.get((int) (seq - root.first())), tree, root);
    }

    private void checkAgainstEvidence(Path rootsFile) {
        var last = roots.last();
        if (last == null) return;
        if (last.last() > evidence.size()) throw new Broken("the roots are ahead of the evidence: " + rootsFile + " covers line " + last.last());
        var head = HexFormat.of().formatHex(evidence.line(last.last()).hash());
        if (!head.equals(last.statement().text("head"))) throw new Broken("the last root does not fit the evidence: " + rootsFile + ", lines to " + last.last());
    }

    private void coverTheRest() {
        for (long first; (first = roots.covered() + 1) <= evidence.size(); ) {
            sign(evidence.lines(first, (int) Math.min(MOST, evidence.size() - first + 1)));
        }
    }

    /** Signs what waits, then stops. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("interrupted while the notary finished", e);
        }
        roots.close();
    }
}
