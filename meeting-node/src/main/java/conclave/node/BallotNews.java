package conclave.node;

import conclave.meeting.event.Id.RoundId;
import conclave.node.BallotTwin.Seen;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What the other servers said last of the ballots that are open. Who is not heard says nothing; only a server that answers has lost one. */
final class BallotNews {

    private final BallotWire wire;
    private final Map<RoundId, Map<String, Seen>> heard = new ConcurrentHashMap<>();

    BallotNews(BallotWire wire) {
        this.wire = wire;
    }

    CompletableFuture<Void> ask(RoundId round) {
        return CompletableFuture.allOf(wire.servers().stream().map(peer -> wire.seen(peer, round).handle((seen, away) -> {
            if (away == null) of(round).put(peer, seen);
            else of(round).remove(peer);
            return away == null;
        })).toArray(CompletableFuture[]::new));
    }

    private Map<String, Seen> of(RoundId round) {
        return heard.computeIfAbsent(round, _ -> new ConcurrentHashMap<>());
    }

    Optional<String> holder(RoundId round) {
        return of(round).entrySet().stream().filter(one -> one.getValue().held()).map(Map.Entry::getKey).sorted().findFirst();
    }

    Optional<Seen> held(RoundId round) {
        return holder(round).map(of(round)::get);
    }

    /** It answers, and has nothing of a ballot that is open. */
    boolean lostBy(String peer, RoundId round) {
        var seen = of(round).get(peer);
        return seen != null && !seen.held();
    }

    boolean lostByAll(RoundId round) {
        return wire.servers().stream().allMatch(peer -> lostBy(peer, round));
    }

    void forget(RoundId round) {
        heard.remove(round);
    }
}
