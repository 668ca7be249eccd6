package conclave.audit;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.util.Optional;
import java.util.TreeSet;

/** Where two values part first, and what stands there in the one and in the other; nothing for what is not there. */
record Difference(String where, String one, String other) {

    private static final int SHOWN = 300;

    static Optional<Difference> first(Json one, Json other) {
        return first("", one, other);
    }

    private static Optional<Difference> first(String where, Json one, Json other) {
        if (one != null && one.equals(other)) return Optional.empty();
        if (one instanceof Json.Obj a && other instanceof Json.Obj b) {
            var keys = new TreeSet<>(a.fields().keySet());
            keys.addAll(b.fields().keySet());
            return keys.stream().filter(key -> differ(a.fields().get(key), b.fields().get(key))).findFirst()
                    .flatMap(key -> first(where.isEmpty() ? key : where + "." + key, a.fields().get(key), b.fields().get(key)));
        }
        if (one instanceof Json.Arr a && other instanceof Json.Arr b) {
            for (int i = 0; i < Math.max(a.items().size(), b.items().size()); i++) {
                var left = i < a.items().size() ? a.items().get(i) : null;
                var right = i < b.items().size() ? b.items().get(i) : null;
                if (differ(left, right)) return first(where + "[" + i + "]", left, right);
            }
        }
        return Optional.of(new Difference(where, shown(one), shown(other)));
    }

    private static boolean differ(Json one, Json other) {
        return one == null || !one.equals(other);
    }

    private static String shown(Json value) {
        if (value == null) return "";
        var text = CanonicalJson.text(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
