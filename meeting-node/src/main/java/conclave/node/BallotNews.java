package conclave.node;

import conclave.link.NoAnswer;
import conclave.meeting.event.Id.RoundId;
import conclave.node.BallotTwin.Seen;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** What the other servers said last of the ballots that are open. Who is not heard says nothing; only a server that answers has lost one. */
final class BallotNews {

    /** As long as a server that is cut off may go on showing pages; an election and a long collection of memory are shorter. */
    static final int SILENT = 5;

    private final BallotWire wire;
    private final Map<RoundId, Map<String, Seen>> heard = new ConcurrentHashMap<>();
    /** How many seconds in a row somebody did not answer. */
    private final Map<RoundId, Map<String, Integer>> missed = new ConcurrentHashMap<>();

    BallotNews(BallotWire wire) {
        this.wire = wire;
    }

    CompletableFuture<Void> ask(RoundId round) {
        return CompletableFuture.allOf(wire.servers().stream().map(peer -> wire.seen(peer, round).handle((seen, away) -> {
            if (away == null) of(round).put(peer, seen);
            else of(round).remove(peer);
            missed.computeIfAbsent(round, _ -> new ConcurrentHashMap<>())
                    .compute(peer, (_, before) -> away == null || refused(away) ? 0 : before == null ? 1 : before + 1);
            return away == null;
        })).toArray(CompletableFuture[]::new));
    }

    private static boolean refused(Throwable away) {
        return (away instanceof CompletionException && away.getCause() != null ? away.getCause() : away) instanceof NoAnswer no && no.refused();
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

    /** A busy machine misses a second; who is gone misses all of them. */
    boolean silent(String peer, RoundId round) {
        return missed.getOrDefault(round, Map.of()).getOrDefault(peer, 0) >= SILENT;
    }

    void forget(RoundId round) {
        heard.remove(round);
        missed.remove(round);
    }
}
