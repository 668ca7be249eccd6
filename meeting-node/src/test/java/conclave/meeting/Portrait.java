package conclave.meeting;

import conclave.meeting.event.Table;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A state written out in full, so that two can be compared: a Table has no equality of its own. */
public final class Portrait {

    private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

    private Portrait() {
    }

    public static String of(Object value) {
        var out = new StringBuilder();
        draw(value, out);
        return out.toString();
    }

    private static void draw(Object value, StringBuilder out) {
        switch (value) {
            case Table<?, ?> table -> table.forEach(entry -> pair(entry, out));
            case Map<?, ?> map -> map.entrySet().forEach(entry -> pair(entry, out));
            case Collection<?> list -> list.forEach(item -> draw(item, out.append("· ")));
            case Optional<?> maybe -> maybe.ifPresentOrElse(inside -> draw(inside, out), () -> out.append("–"));
            case Record record -> record(record, out);
            default -> out.append(value);
        }
        out.append(' ');
    }

    private static List<Method> accessors(Class<?> type) {
        var accessors = Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
        accessors.forEach(accessor -> accessor.setAccessible(true));
        return accessors;
    }

    private static void pair(Map.Entry<?, ?> entry, StringBuilder out) {
        draw(entry.getKey(), out.append('['));
        draw(entry.getValue(), out.append("→ "));
        out.append("]\n");
    }

    private static void record(Record record, StringBuilder out) {
        out.append(record.getClass().getSimpleName()).append('(');
        for (var accessor : ACCESSORS.computeIfAbsent(record.getClass(), Portrait::accessors)) {
            try {
                draw(accessor.invoke(record), out.append(accessor.getName()).append('='));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("a record that cannot be drawn: " + record.getClass(), e);
            }
        }
        out.append(')');
    }
}
