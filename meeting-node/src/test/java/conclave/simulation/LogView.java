package conclave.simulation;

import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import conclave.ledger.Stand;
import conclave.ledger.Unsettled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The shared log as one node has it open: read a little later than it is committed, led from here or from elsewhere. */
final class LogView implements Ledger {

    private static final long ALONE_FOR = 150;

    private final Scene scene;
    private final Station station;
    private final Ledgers.Reader reader;
    private final int target;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final List<SharedLog.Proposal> unanswered = new ArrayList<>();
    private final TreeMap<Integer, SharedLog.Proposal> answeredAt = new TreeMap<>();
    private final ArrayDeque<byte[]> ahead = new ArrayDeque<>();
    private SharedLog.Term believed;
    private int position;
    private boolean awake;
    private boolean closed;

    LogView(Scene scene, Station station, Ledgers.Reader reader) {
        this.scene = scene;
        this.station = station;
        this.reader = reader;
        this.target = scene.log().size();
    }

    /** There may be something to read. */
    void wake() {
        if (awake || closed) return;
        awake = true;
        station.soon(scene.kit().majority(station) ? scene.weather().lag(station, leads()) : ALONE_FOR, this::read);
    }

    private void read() {
        awake = false;
        if (closed) return;
        if (scene.kit().majority(station)) {
            var most = scene.log().size() - position;
            for (var next = most == 0 ? 0 : 1 + scene.dice().upTo(most); next > 0; next--) readNext();
            if (position >= target && !caughtUp.isDone()) caughtUp.complete(null);
        }
        if (position < scene.log().size() || !caughtUp.isDone()) wake();
    }

    private void readNext() {
        var entry = scene.log().entry(position + 1);
        if (!ahead.isEmpty() && Arrays.equals(ahead.peek(), entry.bytes())) ahead.poll();
        else reader.committed(entry.index(), entry.bytes().clone());
        position++;
        station.hasRead(position);
        var proposal = answeredAt.remove(position);
        if (proposal != null) proposal.answer().complete(null);
    }

    /** How many entries were read. */
    int position() {
        return position;
    }

    /** How many entries a node must know that speaks: what it has read, and what was committed before it was opened. */
    int owed() {
        return Math.max(position, target);
    }

    void follow(SharedLog.Term term) {
        if (believed != null && believed.number >= term.number) return;
        believed = term;
        station.hears(term.number);
        station.soon(scene.dice().between(0, 20), this::unsettle);
    }

    /** Nobody leads, as far as this node knows. */
    void lostSight() {
        believed = null;
        unsettle();
    }

    private void unsettle() {
        var failed = List.copyOf(unanswered);
        unanswered.clear();
        for (var proposal : failed) {
            if (scene.dice().chance(800)) proposal.answer().completeExceptionally(new Unsettled("another node leads"));
            else scene.history().count("no answer of the ledger at all");
        }
    }

    /** What was taken here stands at this place; whoever sent it hears so once it is read. */
    void committed(int at, SharedLog.Proposal proposal) {
        if (!unanswered.remove(proposal)) return;
        if (at <= position) proposal.answer().complete(null);
        else answeredAt.put(at, proposal);
    }

    @Override
    public CompletableFuture<Void> append(byte[] entry) {
        if (closed) return CompletableFuture.failedFuture(new IllegalStateException("the ledger is closed"));
        if (!leads()) return CompletableFuture.failedFuture(new Unsettled("this node does not lead"));
        var answer = new CompletableFuture<Void>();
        var proposal = new SharedLog.Proposal(entry.clone(), scene.kit().majority(station), this, answer);
        unanswered.add(proposal);
        scene.log().propose(believed, proposal);
        if (scene.twist() == Twist.HASTY) hasten(proposal);
        return answer;
    }

    private void hasten(SharedLog.Proposal proposal) {
        ahead.add(proposal.bytes());
        reader.committed(applied() + 1, proposal.bytes().clone());
        proposal.answer().complete(null);
    }

    @Override
    public boolean leads() {
        return !closed && believed != null && believed.leader == station && position >= believed.begins;
    }

    @Override
    public Optional<String> leader() {
        return Optional.ofNullable(believed).map(term -> term.leader.name);
    }

    @Override
    public LedgerId id() {
        return Beginning.LEDGER;
    }

    @Override
    public long applied() {
        return position == 0 ? 0 : scene.log().entry(position).index();
    }

    @Override
    public long committed() {
        return applied();
    }

    @Override
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /** Who leads knows what it has committed; everybody else what it has read. */
    @Override
    public Stand stand() {
        var leads = leads() && believed.number == station.term();
        return new Stand(station.name, station.term(), leads, leads ? scene.log().committedIn(believed) : applied(), keepers());
    }

    /** Nobody is replaced in a simulated meeting. */
    @Override
    public List<String> keepers() {
        if (scene.twist() == Twist.BELIEVES_ITSELF && leads()) return List.of(station.name);
        return scene.kit().all().stream().map(one -> one.name).toList();
    }

    @Override
    public CompletableFuture<Void> keepWith(List<String> keepers) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public void close() {
        closed = true;
    }
}
