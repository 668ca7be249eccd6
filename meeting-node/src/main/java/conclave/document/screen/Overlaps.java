package conclave.document.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Hits that do not overlap, in the order of the text, and cover all that was covered: the surer and longer one stays whole, of
 * the other what is left of it.
 */
final class Overlaps {

    private static final Comparator<Hit> ORDER = Comparator.<Hit>comparingInt(hit -> hit.near() ? 1 : 0)
            .thenComparingInt(hit -> hit.start() - hit.end())
            .thenComparingInt(hit -> -hit.confidence()).thenComparingInt(hit -> hit.kind().ordinal()).thenComparingInt(Hit::start);

    private Overlaps() {
    }

    static List<Hit> resolved(List<Hit> hits) {
        var kept = new TreeMap<Integer, Hit>();
        hits.stream().distinct().sorted(ORDER).forEach(hit -> place(hit, kept));
        return List.copyOf(kept.values());
    }

    private static void place(Hit hit, TreeMap<Integer, Hit> kept) {
        int at = hit.start();
        var before = kept.floorEntry(at);
        if (before != null && before.getValue().end() > at) at = before.getValue().end();
        var rests = new ArrayList<Hit>();
        while (at < hit.end()) {
            var next = kept.ceilingEntry(at);
            int until = next == null ? hit.end() : Math.min(hit.end(), next.getKey());
            if (until > at) rests.add(new Hit(hit.kind(), at, until, hit.confidence(), hit.near()));
            at = next == null ? hit.end() : Math.max(until, next.getValue().end());
        }
        rests.forEach(rest -> kept.put(rest.start(), rest));
    }
}
