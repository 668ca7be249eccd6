package conclave.codec;

import conclave.codec.BadJson.Kind;
import conclave.meeting.event.Id;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records to JSON and back by their components, so that no event needs code of its own here: an id is its text,
 * a decimal is text, an enum is its name in camelCase, an empty Optional is left out, and where a field may hold
 * one of several records the object names its type.
 */
final class Records {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, SortedMap<String, Class<?>>> KINDS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Optional<Class<?>>> FAMILIES = new ConcurrentHashMap<>();

    /** The field that names a record's type; no record has one of its own by that name. */
    private static final String TYPE = "type";
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private record Part(String name, Type type, MethodHandle read) {
    }

    private record Shape(List<Part> parts, MethodHandle make) {
    }

    private Records() {
    }

    /** The object of a record that stands for one of several kinds: its fields and its type's name. */
    static Json.Obj tagged(Record value) {
        return fields(value).put(TYPE, value.getClass().getSimpleName()).end();
    }

    static <T> T untagged(Json.Obj json, Class<T> family) {
        var kind = kinds(family).get(type(json));
        if (kind == null) {
            throw new BadJson(Kind.WORD_UNKNOWN, "unknown " + family.getSimpleName(), String.join(", ", kinds(family).keySet())).within(TYPE);
        }
        return family.cast(record(json, kind, true));
    }

    private static String type(Json.Obj json) {
        return switch (json.fields().get(TYPE)) {
            case Json.Str text -> text.value();
            case null -> throw new BadJson(Kind.FIELD_MISSING, "the field is missing: type", "text").within(TYPE);
            case Json _ -> throw new BadJson(Kind.WRONG_FORM, "not a text: type", "text").within(TYPE);
        };
    }

    /** Every record below a sealed type, by its name. */
    static SortedMap<String, Class<?>> kinds(Class<?> family) {
        return KINDS.computeIfAbsent(family, f -> {
            var found = new TreeMap<String, Class<?>>();
            gather(f, found);
            return found;
        });
    }

    private static void gather(Class<?> family, SortedMap<String, Class<?>> found) {
        for (var kind : family.getPermittedSubclasses()) {
            if (kind.isSealed()) gather(kind, found);
            else if (found.put(kind.getSimpleName(), kind) != null) throw new IllegalStateException("two kinds of one name: " + kind);
        }
    }

    static Json.Obj object(Record value) {
        return fields(value).end();
    }

    private static JsonFields fields(Record value) {
        var fields = new JsonFields();
        for (var part : shape(value.getClass()).parts) {
            var json = write(call(part.read, value));
            if (json != null) fields.put(part.name, json);
        }
        return fields;
    }

    private static Json write(Object value) {
        return switch (value) {
            case String text -> new Json.Str(text);
            case Long number -> new Json.Num(number);
            case Integer number -> new Json.Num(number);
            case Boolean flag -> new Json.Bool(flag);
            case BigDecimal number -> new Json.Str(number.toPlainString());
            case Id id -> new Json.Str(id.value());
            case Enum<?> constant -> new Json.Str(Codec.name(constant));
            case Optional<?> maybe -> maybe.map(Records::write).orElse(null);
            case List<?> list -> new Json.Arr(list.stream().map(Records::write).toList());
            case Map<?, ?> map -> {
                var fields = new JsonFields();
                map.forEach((key, item) -> fields.put((String) key, write(item)));
                yield fields.end();
            }
            case Record inner -> family(inner.getClass()).isPresent() ? tagged(inner) : text(inner).orElseGet(() -> object(inner));
            default -> throw new IllegalStateException("no form for " + value.getClass());
        };
    }

    /** A record of one text is that text. */
    private static Optional<Json> text(Record value) {
        var parts = shape(value.getClass()).parts;
        return parts.size() == 1 && parts.getFirst().type == String.class
                ? Optional.of(new Json.Str((String) call(parts.getFirst().read, value))) : Optional.empty();
    }

    static <T> T record(Json.Obj json, Class<T> type) {
        return record(json, type, false);
    }

    /** @param tagged whether a field of its own names the type */
    private static <T> T record(Json.Obj json, Class<T> type, boolean tagged) {
        var shape = shape(type);
        var arguments = new ArrayList<>(shape.parts.size());
        var left = json.fields().size() - (tagged ? 1 : 0);
        for (var part : shape.parts) {
            var given = json.fields().get(part.name);
            if (given != null) left--;
            arguments.add(given == null ? missing(part) : inside(given, part.type, part.name));
        }
        if (left != 0) throw unknown(json, type, shape, tagged);
        return type.cast(make(shape.make, arguments));
    }

    private static BadJson unknown(Json.Obj json, Class<?> type, Shape shape, boolean tagged) {
        var known = shape.parts.stream().map(Part::name).sorted().toList();
        var first = json.fields().keySet().stream().filter(name -> !known.contains(name) && !(tagged && name.equals(TYPE))).findFirst().orElse("");
        return new BadJson(Kind.FIELD_UNKNOWN, "fields that " + type.getSimpleName() + " does not have", String.join(", ", known)).within(first);
    }

    /** What is wrong inside says which way leads there. */
    private static Object inside(Json json, Type type, String step) {
        try {
            return read(json, type);
        } catch (BadJson e) {
            throw e.within(step);
        }
    }

    private static Object missing(Part part) {
        if (part.type instanceof ParameterizedType p && p.getRawType() == Optional.class) return Optional.empty();
        throw new BadJson(Kind.FIELD_MISSING, "the field is missing: " + part.name, form(part.type)).within(part.name);
    }

    private static Object read(Json json, Type type) {
        if (type instanceof ParameterizedType p) return generic(json, p);
        var wanted = (Class<?>) type;
        return switch (json) {
            case Json.Num n when wanted == long.class || wanted == Long.class -> n.value();
            case Json.Num n when wanted == int.class || wanted == Integer.class -> small(n.value());
            case Json.Bool b when wanted == boolean.class -> b.value();
            case Json.Str s when wanted == String.class -> s.value();
            case Json.Str s when wanted == BigDecimal.class -> decimal(s.value());
            case Json.Str s when wanted.isEnum() -> constant(wanted, s.value());
            case Json.Str s when wanted.isRecord() -> make(shape(wanted).make, List.of(s.value()));
            case Json.Obj o when wanted.isRecord() && family(wanted).isEmpty() -> record(o, wanted);
            case Json.Obj o when wanted.isSealed() -> untagged(o, wanted);
            case Json.Obj o when wanted.isRecord() -> kin(o, wanted);
            case Json _ -> throw new BadJson(Kind.WRONG_FORM, "wrong form", form(wanted));
        };
    }

    /** Where only one of a family may stand, none of the others does. */
    private static Object kin(Json.Obj json, Class<?> wanted) {
        var one = untagged(json, family(wanted).orElseThrow());
        if (!wanted.isInstance(one)) throw new BadJson(Kind.WORD_UNKNOWN, "not a " + wanted.getSimpleName(), wanted.getSimpleName()).within(TYPE);
        return one;
    }

    private static Object generic(Json json, ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) return Optional.of(read(json, arguments[0]));
        if (type.getRawType() == List.class && json instanceof Json.Arr array) {
            var items = new ArrayList<>(array.items().size());
            for (var item : array.items()) items.add(inside(item, arguments[0], "[" + items.size() + "]"));
            return List.copyOf(items);
        }
        if (type.getRawType() == SortedMap.class && json instanceof Json.Obj object) {
            var map = new TreeMap<String, Object>();
            object.fields().forEach((key, item) -> map.put(key, inside(item, arguments[1], key)));
            return map;
        }
        throw new BadJson(Kind.WRONG_FORM, "wrong form", form(type));
    }

    /** What the JSON of a type looks like, in a word. */
    private static String form(Type type) {
        if (type instanceof ParameterizedType p) {
            return p.getRawType() == List.class ? "list" : p.getRawType() == SortedMap.class ? "object" : form(p.getActualTypeArguments()[0]);
        }
        var wanted = (Class<?>) type;
        if (wanted == long.class || wanted == Long.class || wanted == int.class || wanted == Integer.class) return "number";
        if (wanted == boolean.class) return "flag";
        if (wanted == BigDecimal.class) return "decimal";
        if (wanted.isEnum()) return words(wanted);
        return wanted == String.class || Id.class.isAssignableFrom(wanted) ? "text" : "object";
    }

    private static String words(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> Codec.name((Enum<?>) constant)).collect(Collectors.joining(", "));
    }

    /** The family whose members name their type: a list of items holds items of several kinds. */
    private static Optional<Class<?>> family(Class<?> type) {
        return FAMILIES.computeIfAbsent(type, Records::lookUp);
    }

    private static Optional<Class<?>> lookUp(Class<?> type) {
        if (Id.class.isAssignableFrom(type)) return Optional.empty();
        for (var parent : type.getInterfaces()) {
            if (parent.isSealed()) return Optional.of(parent);
        }
        return Optional.empty();
    }

    private static int small(long number) {
        if (number != (int) number) throw new BadJson(Kind.NUMBER_OUT_OF_RANGE, "number out of range", "");
        return (int) number;
    }

    /**
     * One form for one number, the one we write: no exponent (a billion zeros would have to be printed), no plus sign,
     * no digits of other scripts.
     */
    private static BigDecimal decimal(String text) {
        if (text.length() > 40 || !PLAIN.matcher(text).matches()) throw new BadJson(Kind.WRONG_FORM, "not a plain decimal", "decimal");
        var number = new BigDecimal(text);
        if (number.signum() == 0 && text.startsWith("-")) throw new BadJson(Kind.WRONG_FORM, "not a plain decimal", "decimal");
        return number;
    }

    private static Object constant(Class<?> type, String name) {
        for (var constant : type.getEnumConstants()) {
            if (Codec.name((Enum<?>) constant).equals(name)) return constant;
        }
        throw new BadJson(Kind.WORD_UNKNOWN, "unknown " + type.getSimpleName(), words(type));
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, Records::look);
    }

    private static Shape look(Class<?> type) {
        try {
            var lookup = MethodHandles.lookup();
            var parts = new ArrayList<Part>();
            var types = new ArrayList<Class<?>>();
            for (RecordComponent component : type.getRecordComponents()) {
                parts.add(new Part(component.getName(), component.getGenericType(),
                        lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class))));
                types.add(component.getType());
            }
            var make = lookup.findConstructor(type, MethodType.methodType(void.class, types));
            return new Shape(List.copyOf(parts), make.asType(make.type().generic()).asSpreader(Object[].class, types.size()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be looked into: " + type, e);
        }
    }

    private static Object call(MethodHandle read, Object value) {
        try {
            return (Object) read.invokeExact(value);
        } catch (Throwable e) {
            throw new IllegalStateException("a record that cannot be read", e);
        }
    }

    private static Object make(MethodHandle make, List<?> arguments) {
        try {
            return (Object) make.invokeExact(arguments.toArray());
        } catch (IllegalArgumentException e) {
            throw new BadJson(e.getMessage());
        } catch (Throwable e) {
            throw new IllegalStateException("a record that cannot be made", e);
        }
    }
}
