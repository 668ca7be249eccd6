package conclave.meeting.prepare;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists by key as they are now, which nobody changes any more. */
final class Lists {

    private Lists() {
    }

    static <K extends Comparable<? super K>, V> SortedMap<K, List<V>> kept(SortedMap<K, List<V>> lists) {
        var kept = new TreeMap<K, List<V>>();
        lists.forEach((key, list) -> kept.put(key, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(kept);
    }
}
