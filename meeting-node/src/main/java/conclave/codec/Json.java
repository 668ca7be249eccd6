package conclave.codec;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The JSON we keep: objects with ASCII keys, lists, strings, whole numbers below 2^53, booleans and null.
 * Decimals travel as strings, so that no reader rounds them.
 */
public sealed interface Json {

    long LARGEST = (1L << 53) - 1;

    record Obj(SortedMap<String, Json> fields) implements Json {
        public Obj {
            fields = Fields.of(fields);
        }

        /** The same object with one more field. */
        public Obj with(String key, Json value) {
            return new Obj(((Fields) fields).with(key, value));
        }

        public Obj with(String key, String value) {
            return with(key, new Str(value));
        }

        public Obj with(String key, long value) {
            return with(key, new Num(value));
        }

        public Json get(String key) {
            var value = fields.get(key);
            if (value == null) throw new BadJson("the field is missing: " + key);
            return value;
        }

        public boolean has(String key) {
            return fields.containsKey(key);
        }

        public String text(String key) {
            if (get(key) instanceof Str s) return s.value();
            throw new BadJson("not a text: " + key);
        }

        public long number(String key) {
            if (get(key) instanceof Num n) return n.value();
            throw new BadJson("not a whole number: " + key);
        }

        public boolean flag(String key) {
            if (get(key) instanceof Bool b) return b.value();
            throw new BadJson("not true or false: " + key);
        }

        public Obj object(String key) {
            if (get(key) instanceof Obj o) return o;
            throw new BadJson("not an object: " + key);
        }

        public List<Json> list(String key) {
            if (get(key) instanceof Arr a) return a.items();
            throw new BadJson("not a list: " + key);
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {
    }

    record Num(long value) implements Json {
        public Num {
            if (value > LARGEST || value < -LARGEST) throw new BadJson("number out of range: " + value);
        }
    }

    record Bool(boolean value) implements Json {
    }

    enum Null implements Json { NULL }

    static Obj object() {
        return new JsonFields().end();
    }

    static Obj object(Map<String, Json> fields) {
        return new Obj(Fields.of(fields));
    }

    static Arr array(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    static Str text(String value) {
        return new Str(value);
    }
}
