package conclave.node;

import conclave.meeting.event.Id.RoundId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The secret ballots of a meeting that this node has keys and papers of, and which of them are open by the record; in memory only. */
final class BallotsInHand {

    /** Also those that are prepared and not announced yet, by the digest of their announcement. */
    private final Map<String, HeldBallot> held = new ConcurrentHashMap<>();
    /** Announced and not ended. */
    private final Map<String, RoundId> open = new ConcurrentHashMap<>();

    void prepared(HeldBallot ballot) {
        held.put(ballot.digest(), ballot);
    }

    void dismiss(String digest) {
        Optional.ofNullable(held.remove(digest)).ifPresent(HeldBallot::forget);
    }

    void hold(String digest, HeldBallot ballot) {
        held.putIfAbsent(digest, ballot);
    }

    void announced(String digest, RoundId round) {
        open.put(digest, round);
    }

    Optional<HeldBallot> held(String digest) {
        return Optional.ofNullable(held.get(digest));
    }

    /** The announced one; what was prepared beside it is gone by then. */
    Optional<HeldBallot> of(RoundId round) {
        return open.entrySet().stream().filter(one -> one.getValue().equals(round)).flatMap(one -> held(one.getKey()).stream()).findFirst();
    }

    /** Which round an announcement that is open belongs to. */
    Optional<RoundId> round(String digest) {
        return Optional.ofNullable(open.get(digest));
    }

    boolean open(RoundId round) {
        return open.containsValue(round);
    }

    Set<RoundId> open() {
        return Set.copyOf(open.values());
    }

    void forget(RoundId round) {
        clear(round, "");
        open.values().removeIf(round::equals);
    }

    void clear(RoundId round, String butFor) {
        held.values().removeIf(ballot -> {
            var goes = ballot.round().equals(round) && !ballot.digest().equals(butFor);
            if (goes) ballot.forget();
            return goes;
        });
    }

    void close() {
        held.values().forEach(HeldBallot::forget);
        held.clear();
    }

    @Override
    public String toString() {
        return "BallotsInHand(not shown)";
    }
}
