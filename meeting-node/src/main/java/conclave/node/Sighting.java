package conclave.node;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What this node knows of one node of the kit, itself included.
 *
 * @param name       what people call it; empty where a node stands alone
 * @param server     holds everything; otherwise a witness
 * @param self       the node that looks
 * @param silent     milliseconds since it was heard, or since this node looks out for it
 * @param condition  what it said last
 * @param garbled    it answered, and not in words that this version knows
 * @param offset     its clock less ours, milliseconds
 * @param still      for each meeting, how long it has read nothing although there is something to read
 * @param leaderless milliseconds since it knows of no leader in some meeting
 * @param twice      two processes speak in its name
 * @param wentBack   its disk holds less than it had acknowledged before
 */
public record Sighting(String peer, String name, boolean server, boolean self, long silent, Optional<Condition> condition, boolean garbled,
                       long offset, SortedMap<String, Long> still, long leaderless, boolean twice, boolean wentBack) {

    public Sighting {
        still = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(still));
    }

    /** All that is known of the longest standstill: the meeting, and how long. */
    Optional<Map.Entry<String, Long>> longestStill() {
        return still.entrySet().stream().filter(one -> one.getValue() > 0).max(Map.Entry.comparingByValue());
    }
}
