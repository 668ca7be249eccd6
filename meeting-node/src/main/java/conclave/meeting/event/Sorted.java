package conclave.meeting.event;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps a map that came from outside as it is now, in the natural order of its keys, whatever order it came in. */
final class Sorted {

    private Sorted() {
    }

    static <V> SortedMap<String, V> copy(SortedMap<String, V> map) {
        var copy = new TreeMap<String, V>();
        map.forEach(copy::put);
        return Collections.unmodifiableSortedMap(copy);
    }
}
