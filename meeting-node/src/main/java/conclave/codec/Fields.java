package conclave.codec;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of an object in the order of their keys: two arrays that nobody changes. Objects are small and come by the
 * thousand; as trees of nodes, copied to be safe, they cost more than what is said in them.
 */
final class Fields extends AbstractMap<String, Json> implements SortedMap<String, Json> {

    private final String[] keys;
    private final Json[] values;

    /** The arrays belong to this map from now on: in order, every key once. */
    Fields(String[] keys, Json[] values) {
        for (var key : keys) check(key);
        this.keys = keys;
        this.values = values;
    }

    static Fields of(Map<String, Json> map) {
        if (map instanceof Fields already) return already;
        var fields = new JsonFields();
        map.forEach(fields::put);
        return fields.fields();
    }

    private static void check(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) > 0x7e || key.charAt(i) < 0x20) throw new BadJson("a key is not ASCII");
        }
    }

    String key(int at) {
        return keys[at];
    }

    Json value(int at) {
        return values[at];
    }

    /** The same with one more, or with another value for a key. */
    Fields with(String key, Json value) {
        int at = Arrays.binarySearch(keys, key);
        if (at >= 0) {
            var changed = values.clone();
            changed[at] = value;
            return new Fields(keys, changed);
        }
        int to = -1 - at;
        return new Fields(inserted(keys, to, key), inserted(values, to, value));
    }

    private static <T> T[] inserted(T[] into, int to, T one) {
        var more = Arrays.copyOf(into, into.length + 1);
        System.arraycopy(into, to, more, to + 1, into.length - to);
        more[to] = one;
        return more;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Json get(Object key) {
        int at = Arrays.binarySearch(keys, key);
        return at >= 0 ? values[at] : null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return keys.length;
            }

            @Override
            public Iterator<Entry<String, Json>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < keys.length;
                    }

                    @Override
                    public Entry<String, Json> next() {
                        if (next == keys.length) throw new NoSuchElementException();
                        return Map.entry(keys[next], values[next++]);
                    }
                };
            }
        };
    }

    @Override
    public Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public String firstKey() {
        if (keys.length == 0) throw new NoSuchElementException();
        return keys[0];
    }

    @Override
    public String lastKey() {
        if (keys.length == 0) throw new NoSuchElementException();
        return keys[keys.length - 1];
    }

    @Override
    public SortedMap<String, Json> subMap(String from, String to) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, to));
    }

    @Override
    public SortedMap<String, Json> headMap(String to) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(to));
    }

    @Override
    public SortedMap<String, Json> tailMap(String from) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
    }
}
