package conclave.codec;

import conclave.meeting.event.Id;
import conclave.meeting.event.Id.PersonId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Any record of the core, filled with random values of the right kinds. */
final class RandomRecords {

    private static final List<String> AWKWARD = List.of("", " ", "买买提·艾力", "ئۇيغۇر", "𠮷野家", "\"\\/\b\f\n\r\t", "\u0000\u001f\u007f\u2028\ufeff", "null", "1e9");

    private final Random chance;

    RandomRecords(long seed) {
        chance = new Random(seed);
    }

    /** Every record below a sealed type. */
    static List<Class<?>> kinds(Class<?> family) {
        return family.isSealed() ? Stream.of(family.getPermittedSubclasses()).flatMap(kind -> kinds(kind).stream()).toList() : List.of(family);
    }

    <T> T any(Class<T> type) {
        return type.cast(value(type, 0));
    }

    String text() {
        if (chance.nextInt(3) == 0) return AWKWARD.get(chance.nextInt(AWKWARD.size()));
        var text = new StringBuilder();
        for (int i = chance.nextInt(12); i > 0; i--) text.appendCodePoint(character());
        return text.toString();
    }

    private int character() {
        var point = switch (chance.nextInt(4)) {
            case 0 -> chance.nextInt(0x80);
            case 1 -> 0x4e00 + chance.nextInt(0x5000);
            case 2 -> 0x10000 + chance.nextInt(0x100000);
            default -> chance.nextInt(0xd800);
        };
        return point;
    }

    String key() {
        var key = new StringBuilder();
        for (int i = chance.nextInt(6); i >= 0; i--) key.append((char) (0x20 + chance.nextInt(0x5f)));
        return key.toString();
    }

    long number() {
        return switch (chance.nextInt(4)) {
            case 0 -> chance.nextInt(100);
            case 1 -> Json.LARGEST;
            case 2 -> -Json.LARGEST;
            default -> chance.nextLong() >> 11;
        };
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType p) return generic(p, depth);
        var wanted = (Class<?>) type;
        if (wanted == String.class) return text();
        if (wanted == long.class || wanted == Long.class) return number();
        if (wanted == int.class || wanted == Integer.class) return chance.nextInt();
        if (wanted == boolean.class) return chance.nextBoolean();
        if (wanted == BigDecimal.class) return new BigDecimal(new BigInteger(60, chance), chance.nextInt(12)).multiply(BigDecimal.valueOf(chance.nextInt(3) - 1));
        if (wanted.isEnum()) return wanted.getEnumConstants()[chance.nextInt(wanted.getEnumConstants().length)];
        if (wanted.isSealed()) return value(kinds(wanted).get(chance.nextInt(kinds(wanted).size())), depth);
        return record(wanted, depth + 1);
    }

    private Object generic(ParameterizedType type, int depth) {
        var inner = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) return chance.nextBoolean() ? Optional.of(value(inner[0], depth)) : Optional.empty();
        if (type.getRawType() == SortedMap.class) {
            var map = new TreeMap<String, Object>();
            for (int i = chance.nextInt(4); i > 0; i--) map.put(key(), value(inner[1], depth));
            return map;
        }
        var list = new ArrayList<>();
        for (int i = depth > 3 ? 0 : chance.nextInt(depth > 1 ? 2 : 4); i > 0; i--) list.add(value(inner[0], depth));
        return list;
    }

    private Object record(Class<?> type, int depth) {
        if (Id.class.isAssignableFrom(type)) return id(type);
        var parts = type.getRecordComponents();
        var arguments = Stream.of(parts).map(part -> value(part.getGenericType(), depth)).toArray();
        return made(type, parts, arguments);
    }

    private Object id(Class<?> type) {
        var prefixes = Stream.of("mtg_", "reh_", "imp_", "rm_", "per_", "apl_", "doc_", "sit_", "rnd_", "amd_").toList();
        for (var prefix : prefixes) {
            try {
                return made(type, type.getRecordComponents(), prefix + Long.toString(chance.nextLong() >>> 1, 36) + "00000000");
            } catch (IllegalArgumentException e) {
                if (prefix.equals(prefixes.getLast())) throw e;
            }
        }
        throw new IllegalStateException("no prefix fits " + type);
    }

    private static Object made(Class<?> type, RecordComponent[] parts, Object... arguments) {
        try {
            var make = type.getDeclaredConstructor(Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return make.newInstance(arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot be made: " + type, e);
        }
    }

    PersonId person() {
        return any(PersonId.class);
    }
}
