package conclave.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An object in the making. What is not known is written as null, so that a reader need not guess. */
public final class JsonFields {

    private static final int USUAL = 10;
    /** More than these in disorder are sorted by a tree: moving half of them for each new one would be an attacker's gain. */
    private static final int FEW = 64;

    private String[] keys = new String[USUAL];
    private Json[] values = new Json[USUAL];
    private int count;
    private TreeMap<String, Json> many;

    public JsonFields put(String key, Json value) {
        add(key, value);
        return this;
    }

    /** False where the key was there before: then it has another value now. */
    boolean add(String key, Json value) {
        if (many != null) return many.put(key, value) == null;
        if (count == 0 || keys[count - 1].compareTo(key) < 0) return insert(count, key, value);
        if (count >= FEW) return all().put(key, value) == null;
        int at = Arrays.binarySearch(keys, 0, count, key);
        if (at < 0) return insert(-1 - at, key, value);
        values[at] = value;
        return false;
    }

    private boolean insert(int to, String key, Json value) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        System.arraycopy(keys, to, keys, to + 1, count - to);
        System.arraycopy(values, to, values, to + 1, count - to);
        keys[to] = key;
        values[to] = value;
        count++;
        return true;
    }

    private TreeMap<String, Json> all() {
        many = new TreeMap<>();
        for (int i = 0; i < count; i++) many.put(keys[i], values[i]);
        return many;
    }

    public JsonFields put(String key, String value) {
        return put(key, new Json.Str(value));
    }

    public JsonFields put(String key, long value) {
        return put(key, new Json.Num(value));
    }

    public JsonFields put(String key, boolean value) {
        return put(key, new Json.Bool(value));
    }

    public JsonFields maybe(String key, Optional<String> value) {
        return put(key, value.<Json>map(Json.Str::new).orElse(Json.Null.NULL));
    }

    public <T> JsonFields orNull(String key, Optional<T> value, Function<T, Json> form) {
        return put(key, value.map(form).orElse(Json.Null.NULL));
    }

    public <T> JsonFields list(String key, Collection<T> items, Function<T, Json> form) {
        return put(key, new Json.Arr(items.stream().map(form).toList()));
    }

    public Json.Obj end() {
        return new Json.Obj(fields());
    }

    Fields fields() {
        return many == null ? new Fields(Arrays.copyOf(keys, count), Arrays.copyOf(values, count))
                : new Fields(many.keySet().toArray(String[]::new), many.values().toArray(Json[]::new));
    }
}
