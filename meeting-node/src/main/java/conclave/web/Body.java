package conclave.web;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What was sent, read strictly: the fields we know in the form we expect, each fault named by its field. */
final class Body {

    private static final int MOST_MARKS = 200;
    /** Control signs, those that turn the line round or cannot be seen, and those that stand for nothing. Marks of direction that Uyghur needs stay. */
    private static final Pattern NO_TEXT = Pattern.compile("[[\\p{Cc}\\u2028-\\u202e\\u200b\\u2060-\\u206f\\ufeff\\ufff0-\\uffff\\x{e0000}-\\x{e007f}]&&[^\n\t]]");

    private final Json.Obj json;

    private Body(Json.Obj json) {
        this.json = json;
    }

    static Body of(RoutingContext context) {
        var buffer = context.body().buffer();
        try {
            return new Body(CanonicalJson.readObject(buffer == null ? new byte[0] : buffer.getBytes()));
        } catch (BadJson e) {
            throw Problem.of(400, "MALFORMED_JSON");
        }
    }

    String text(String field, int most) {
        return maybe(field, most).orElseThrow(() -> wrong(field));
    }

    Optional<String> maybe(String field, int most) {
        var value = json.fields().get(field);
        if (value == null || value == Json.Null.NULL) return Optional.empty();
        if (value instanceof Json.Str text && text.value().length() <= most) return Optional.of(text.value());
        throw wrong(field);
    }

    /** Free text, trimmed and without the signs that no keyboard has and no report can print; a text of blanks is none. */
    Optional<String> note(String field, int most) {
        return maybe(field, most).map(text -> NO_TEXT.matcher(text).replaceAll("").strip()).filter(text -> !text.isEmpty());
    }

    int whole(String field) {
        if (json.fields().get(field) instanceof Json.Num number && number.value() >= 0 && number.value() < 1_000_000) return (int) number.value();
        throw wrong(field);
    }

    Optional<Integer> maybeWhole(String field) {
        var value = json.fields().get(field);
        return value == null || value == Json.Null.NULL ? Optional.empty() : Optional.of(whole(field));
    }

    boolean flag(String field) {
        var value = json.fields().get(field);
        if (value == null) return false;
        if (value instanceof Json.Bool flag) return flag.value();
        throw wrong(field);
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        var name = text(field, 40).replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) return constant;
        }
        throw wrong(field);
    }

    SortedMap<String, String> marks(String field) {
        return texts(field, MOST_MARKS);
    }

    /** Short texts by their names. */
    SortedMap<String, String> texts(String field, int most) {
        if (!(json.fields().get(field) instanceof Json.Obj object) || object.fields().size() > most) throw wrong(field);
        var marks = new TreeMap<String, String>();
        for (var mark : object.fields().entrySet()) {
            if (!(mark.getValue() instanceof Json.Str text) || text.value().length() > 40 || mark.getKey().length() > 40) throw wrong(field);
            marks.put(mark.getKey(), text.value());
        }
        return marks;
    }

    /** A few longer texts, one after the other. */
    List<String> lines(String field, int most, int longest) {
        if (!(json.fields().get(field) instanceof Json.Arr list) || list.items().size() > most) throw wrong(field);
        return list.items().stream().map(item -> {
            if (item instanceof Json.Str text && text.value().length() <= longest) return text.value();
            throw wrong(field);
        }).toList();
    }

    List<Body> list(String field, int most) {
        if (!(json.fields().get(field) instanceof Json.Arr list) || list.items().size() > most) throw wrong(field);
        return list.items().stream().map(item -> {
            if (item instanceof Json.Obj object) return new Body(object);
            throw wrong(field);
        }).toList();
    }

    /** An id of the wrong form is an id of nothing we have. */
    static <T> T id(String text, Function<String, T> form, String unknown) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(404, unknown);
        }
    }

    private static Problem wrong(String field) {
        return Problem.of(400, "WRONG_SHAPE", "field", field);
    }
}
