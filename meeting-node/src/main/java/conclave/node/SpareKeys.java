package conclave.node;

import conclave.link.NoAnswer;
import conclave.meeting.event.Id.RoundId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 备用钥匙. What a third node keeps for two servers that hold a secret ballot: the key that opens the covers addressed to one of them. It
 * has no papers, so the key opens nothing here; the other server has the papers, and gets the key only when the first one is gone.
 */
final class SpareKeys {

    /** Of one server for one round: as often as an announcement was prepared. Whoever sends more loses the oldest of their own. */
    private static final int MOST = 8;
    /** More than a key is. */
    private static final int LARGEST = 2_048;

    /** @param peer whose covers it opens */
    record Owner(RoundId round, String peer, String publicKey) {
    }

    private final Map<Owner, byte[]> kept = new LinkedHashMap<>();

    synchronized void keep(Owner owner, byte[] key) {
        if (key.length > LARGEST || owner.publicKey().length() > LARGEST) throw new NoAnswer("that is no key", true, null);
        // What is left with us again is the youngest: the announced one is, each second.
        kept.remove(owner);
        kept.put(owner, key.clone());
        var theirs = kept.keySet().stream().filter(one -> one.round().equals(owner.round()) && one.peer().equals(owner.peer())).toList();
        if (theirs.size() > MOST) kept.remove(theirs.getFirst());
    }

    synchronized Optional<byte[]> of(Owner owner) {
        return Optional.ofNullable(kept.get(owner));
    }

    synchronized void forget(RoundId round) {
        kept.keySet().removeIf(owner -> owner.round().equals(round));
    }

    @Override
    public String toString() {
        return "SpareKeys(not shown)";
    }
}
