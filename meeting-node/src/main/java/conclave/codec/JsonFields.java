package conclave.codec;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An object in the making. What is not known is written as null, so that a reader need not guess. */
public final class JsonFields {

    private final TreeMap<String, Json> fields = new TreeMap<>();

    public JsonFields put(String key, Json value) {
        fields.put(key, value);
        return this;
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
        return new Json.Obj(fields);
    }
}
