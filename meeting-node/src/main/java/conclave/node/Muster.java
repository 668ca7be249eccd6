package conclave.node;

import conclave.ledger.Ledger;
import conclave.ledger.Peers;
import conclave.ledger.Stand;
import conclave.ledger.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One question to all who keep a ledger: how far is it? It is answered when a majority, this node included, has said after
 * the question that it knows of no later term than that of a leader among them. Then nobody had been elected over that
 * leader when the question was put, and what counted by then lies within what that leader knows to be committed.
 */
final class Muster {

    private final List<Stand> heard = new ArrayList<>();
    private final CompletableFuture<Long> answer = new CompletableFuture<>();
    private int awaited;

    private Muster() {
    }

    /** The index; fails where too few answer, or none of them leads. Who never answers is waited for: give it a limit. */
    static CompletableFuture<Long> of(Ledger ledger, Peers peers) {
        var muster = new Muster();
        var others = peers.others();
        muster.awaited = 1 + others.size();
        muster.hears(ledger.stand());
        for (var other : others) {
            if (muster.answer.isDone()) break;
            peers.stand(other, ledger.id()).whenComplete((stand, failure) -> {
                if (failure == null && stand.peer().equals(other)) muster.hears(stand);
                else muster.hearsNothing();
            });
        }
        return muster.answer;
    }

    private void hears(Stand stand) {
        Optional<Long> index;
        synchronized (heard) {
            heard.add(stand);
            index = heard.stream().filter(this::leadsForSure).map(Stand::committed).findFirst();
        }
        index.ifPresent(answer::complete);
        hearsNothing();
    }

    private void hearsNothing() {
        synchronized (heard) {
            if (--awaited > 0) return;
        }
        answer.completeExceptionally(new Unsettled("no majority knows a leader at this moment"));
    }

    private boolean leadsForSure(Stand leader) {
        var keepers = leader.keepers();
        var agreeing = heard.stream().filter(stand -> keepers.contains(stand.peer()) && stand.term() <= leader.term()).count();
        return leader.leads() && keepers.contains(leader.peer()) && 2 * agreeing > keepers.size();
    }
}
