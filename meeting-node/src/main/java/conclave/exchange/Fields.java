package conclave.exchange;

import conclave.codec.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One JSON object read strictly: a field that is missing, of the wrong kind, out of range or unknown becomes a finding.
 * Reading goes on with a placeholder so that one pass finds everything; after an error nobody sees the placeholders.
 */
final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?");
    private static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_LIST = 200_000;

    private final Json.Obj object;
    private final String file;
    private final String path;
    private final Findings findings;
    private final TreeSet<String> known = new TreeSet<>();

    Fields(Json.Obj object, String file, String path, Findings findings) {
        this.object = object;
        this.file = file;
        this.path = path;
        this.findings = findings;
    }

    String file() {
        return file;
    }

    String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        known.add(key);
        return object.has(key);
    }

    String text(String key) {
        return find(key, Json.Str.class, "text").map(found -> readable(key, found.value(), found)).orElse("");
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** A code: short, printable ASCII, so that it can stand on a card and in a file name. */
    String code(String key) {
        var code = text(key);
        if (!code.isEmpty() && !code.matches("[A-Za-z0-9][A-Za-z0-9.+_-]{0,31}")) wrong("code-malformed", key, object.get(key));
        return code;
    }

    int whole(String key, long least, long most) {
        return (int) number(key, least, Math.min(most, Integer.MAX_VALUE));
    }

    long number(String key, long least, long most) {
        var found = find(key, Json.Num.class, "number").map(Json.Num::value);
        if (found.isPresent() && (found.get() < least || found.get() > most)) {
            findings.error("value-out-of-range", "file", file, "path", place(key), "least", Long.toString(least),
                    "most", Long.toString(most));
        }
        return found.filter(n -> n >= least && n <= most).orElse(least);
    }

    boolean flag(String key) {
        return find(key, Json.Bool.class, "flag").map(Json.Bool::value).orElse(false);
    }

    BigDecimal decimal(String key) {
        var found = find(key, Json.Str.class, "decimal as text");
        if (found.isPresent() && !DECIMAL.matcher(found.get().value()).matches()) wrong("decimal-malformed", key, found.get());
        return found.map(Json.Str::value).filter(DECIMAL.asMatchPredicate()).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    LocalDate date(String key) {
        var found = find(key, Json.Str.class, "date as text");
        if (found.isEmpty()) return LocalDate.EPOCH;
        try {
            return LocalDate.parse(found.get().value());
        } catch (DateTimeException e) {
            wrong("date-malformed", key, found.get());
            return LocalDate.EPOCH;
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        var found = find(key, Json.Str.class, "text");
        return found.flatMap(word -> chosen(key, type, word)).orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        var chosen = new ArrayList<E>();
        var items = items(key);
        for (int i = 0; i < items.size(); i++) {
            chosen(key + "[" + i + "]", type, items.get(i)).ifPresent(chosen::add);
        }
        return chosen;
    }

    Fields object(String key) {
        var found = find(key, Json.Obj.class, "object");
        return new Fields(found.orElse(Json.object()), file, place(key), found.isPresent() ? findings : new Findings());
    }

    <T> List<T> objects(String key, Function<Fields, T> read) {
        var out = new ArrayList<T>();
        var items = items(key);
        for (int i = 0; i < items.size(); i++) {
            var at = key + "[" + i + "]";
            if (items.get(i) instanceof Json.Obj item) out.add(read.apply(new Fields(item, file, place(at), findings)));
            else wrong("field-wrong-type", at, items.get(i));
        }
        return out;
    }

    /** An object whose keys are codes and whose values are texts. */
    SortedMap<String, String> namedText(String key) {
        return object(key).each((group, name) -> group.text(name));
    }

    SortedMap<String, BigDecimal> namedDecimals(String key) {
        return object(key).each((group, name) -> group.decimal(name));
    }

    /** Lists of objects of texts, by their codes. */
    SortedMap<String, List<SortedMap<String, String>>> namedEntries(String key) {
        return object(key).each((group, name) -> group.objects(name, entry -> entry.each((fields, field) -> fields.text(field))));
    }

    SortedMap<String, List<String>> namedTexts(String key) {
        return object(key).each((group, name) -> group.texts(name));
    }

    List<String> texts(String key) {
        var out = new ArrayList<String>();
        var items = items(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Str text) out.add(readable(key + "[" + i + "]", text.value(), text));
            else wrong("field-wrong-type", key + "[" + i + "]", items.get(i));
        }
        return out;
    }

    private <T> SortedMap<String, T> each(BiFunction<Fields, String, T> read) {
        var out = new TreeMap<String, T>();
        for (var name : object.fields().keySet()) {
            if (name.matches("[A-Za-z][A-Za-z0-9._-]{0,39}")) out.put(name, read.apply(this, name));
        }
        done();
        return out;
    }

    /** Called when everything known has been asked for: what is left is unknown, and an unknown field is never skipped. */
    void done() {
        for (var key : object.fields().keySet()) {
            if (!known.contains(key)) findings.error("field-unknown", "file", file, "path", place(key));
        }
    }

    private List<Json> items(String key) {
        var items = find(key, Json.Arr.class, "list").map(Json.Arr::items).orElse(List.of());
        if (items.size() <= LONGEST_LIST) return items;
        findings.error("list-too-long", "file", file, "path", place(key), "most", Integer.toString(LONGEST_LIST));
        return List.of();
    }

    private <T extends Json> Optional<T> find(String key, Class<T> type, String expected) {
        known.add(key);
        var found = object.fields().get(key);
        if (type.isInstance(found)) return Optional.of(type.cast(found));
        if (found == null) findings.error("field-missing", "file", file, "path", place(key), "expected", expected);
        else wrong("field-wrong-type", key, found);
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> chosen(String key, Class<E> type, Json word) {
        var chosen = word instanceof Json.Str text ? Words.constant(type, text.value()) : Optional.<E>empty();
        if (chosen.isEmpty()) wrong("value-not-allowed", key, word);
        return chosen;
    }

    private String readable(String key, String text, Json found) {
        if (text.isBlank()) wrong("text-blank", key, found);
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) wrong("text-too-long", key, found);
        if (text.codePoints().anyMatch(Character::isISOControl)) wrong("text-with-control-characters", key, found);
        return text;
    }

    private void wrong(String code, String key, Json found) {
        findings.error(code, "file", file, "path", place(key), "found", classOf(found));
    }

    /** What kind of value it was, without the value: a finding may be about an ID number. */
    static String classOf(Json value) {
        return switch (value) {
            case Json.Obj _ -> "object";
            case Json.Arr list -> "list of " + list.items().size();
            case Json.Str text -> "text of " + text.value().codePointCount(0, text.value().length()) + " characters";
            case Json.Num _ -> "number";
            case Json.Bool _ -> "flag";
            case Json.Null _ -> "null";
        };
    }
}
