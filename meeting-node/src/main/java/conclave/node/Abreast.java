package conclave.node;

import conclave.ledger.Ledger;
import conclave.ledger.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether this node has read all that counted when somebody asked. A follower may be behind, and a leader may have been
 * replaced without knowing it; whoever says "no" to a person finds out first. Many ask together: one question is under way
 * at a time, and speaks for all who came before it was put.
 */
final class Abreast {

    private static final long ANSWER_WITHIN_MS = 500;
    private static final long AGAIN_AFTER_MS = 50;
    private static final long LOOK_EVERY_MS = 5;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(2);

    private record Waiting(long since, CompletableFuture<Boolean> answer) {
    }

    private final Ledger ledger;
    private final Peers peers;
    private final Pace pace;
    private List<Waiting> waiting = new ArrayList<>();
    private boolean asking;

    Abreast(Ledger ledger, Peers peers, Pace pace) {
        this.ledger = ledger;
        this.peers = peers;
        this.pace = pace;
    }

    /** Where nobody else keeps the ledger, nothing can count that this node has not read and somebody was told of. */
    boolean always() {
        return peers.others().isEmpty();
    }

    /** True once what counted when this was asked has been read here; false where that cannot be had within two seconds. */
    CompletableFuture<Boolean> now() {
        var one = new Waiting(pace.passed(), new CompletableFuture<>());
        synchronized (this) {
            waiting.add(one);
            if (asking) return one.answer;
            asking = true;
        }
        ask();
        return one.answer;
    }

    private void ask() {
        List<Waiting> these;
        synchronized (this) {
            these = waiting;
            waiting = new ArrayList<>();
            asking = !these.isEmpty();
            if (!asking) return;
        }
        pace.within(ANSWER_WITHIN_MS, asked()).whenComplete((index, failure) -> {
            if (failure == null) {
                follow(these, index);
                ask();
            } else {
                askAgainFor(these);
                pace.after(AGAIN_AFTER_MS, this::ask);
            }
        });
    }

    private CompletableFuture<Long> asked() {
        try {
            return Muster.of(ledger, peers);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized void askAgainFor(List<Waiting> these) {
        waiting.addAll(0, patient(these));
    }

    private void follow(List<Waiting> these, long index) {
        if (ledger.reading().passed() >= index) {
            these.forEach(one -> one.answer.complete(true));
            return;
        }
        var still = patient(these);
        if (!still.isEmpty()) pace.after(LOOK_EVERY_MS, () -> follow(still, index));
    }

    /** Those who may wait a while yet; the others are told. */
    private List<Waiting> patient(List<Waiting> these) {
        var now = pace.passed();
        var still = new ArrayList<Waiting>();
        for (var one : these) {
            if (now - one.since < PATIENCE_NS) still.add(one);
            else one.answer.complete(false);
        }
        return still;
    }
}
