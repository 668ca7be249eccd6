package conclave.node;

import conclave.meeting.event.Id.RoundId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 备用钥匙. What a third node keeps for two servers that hold a secret ballot: the key that opens the covers addressed to one of them. It
 * has no papers, so the key opens nothing here; the other server has the papers, and gets the key only when the first one is gone.
 */
final class SpareKeys {

    /** Rounds of one meeting that are open at a time are few; whoever sends more loses the oldest of them. */
    private static final int MOST = 128;

    /** @param peer whose covers it opens */
    record Owner(RoundId round, String peer, String publicKey) {
    }

    private final Map<Owner, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, byte[]> eldest) {
            return size() > MOST;
        }
    });

    void keep(Owner owner, byte[] key) {
        kept.put(owner, key.clone());
    }

    Optional<byte[]> of(Owner owner) {
        return Optional.ofNullable(kept.get(owner));
    }

    void forget(RoundId round) {
        kept.keySet().removeIf(owner -> owner.round().equals(round));
    }

    @Override
    public String toString() {
        return "SpareKeys(not shown)";
    }
}
