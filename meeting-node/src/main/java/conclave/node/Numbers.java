package conclave.node;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which entries of the ledger have been read already. A sender that did not hear what became of an entry sends the
 * same again, so that one may stand in the ledger twice; everybody reads it once, because everybody counts alike.
 */
final class Numbers {

    private final Map<String, BitSet> read = new HashMap<>();

    /** False where this sender's entry of this number was read before. */
    boolean first(String sender, long number) {
        var numbers = read.computeIfAbsent(sender, _ -> new BitSet());
        var at = Math.toIntExact(number);
        if (numbers.get(at)) return false;
        numbers.set(at);
        return true;
    }
}
