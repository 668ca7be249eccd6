package conclave.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log and the evidence outlive a version of the program: what they hold has the shape that was written down once. */
class ShapesTest {

    private static final String LIST = "/conclave/codec/shapes-v1.txt";

    @Test
    void noShapeChangesUnnoticed() throws IOException {
        try (var stream = ShapesTest.class.getResourceAsStream(LIST)) {
            var written = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(written, shapes(), "A record that stands in logs and evidence has changed its shape. "
                    + "Meetings were recorded with the old one: raise the version, add an upcast for what is already written and "
                    + "a second list; do not edit this one. (Before the first release, add the new line by hand and say so in the commit.)");
        }
    }

    /** One line each: the family, the name, the fields with their types. */
    static String shapes() {
        var lines = new TreeMap<String, String>();
        gather("command", Command.class, lines);
        gather("event", Event.class, lines);
        return lines.values().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void gather(String family, Class<?> root, SortedMap<String, String> lines) {
        for (var kind : RandomRecords.kinds(root)) add(family, kind, lines);
    }

    private static void add(String family, Class<?> type, SortedMap<String, String> lines) {
        var fields = Stream.of(type.getRecordComponents()).map(part -> part.getName() + ":" + part.getGenericType().getTypeName()
                .replaceAll("[a-z.]+\\.([A-Z])", "$1").replaceAll("[A-Za-z]+\\$", "")).collect(Collectors.joining(", "));
        if (lines.put(family + " " + type.getSimpleName(), family + " " + type.getSimpleName() + "(" + fields + ")") != null) return;
        for (var part : type.getRecordComponents()) inner(part.getGenericType(), lines);
    }

    private static void inner(Type type, SortedMap<String, String> lines) {
        if (type instanceof ParameterizedType p) {
            for (var argument : p.getActualTypeArguments()) inner(argument, lines);
        } else if (type instanceof Class<?> kind && kind.getName().startsWith("conclave") && !Id.class.isAssignableFrom(kind)) {
            if (kind.isEnum()) lines.put("enum " + kind.getSimpleName(), "enum " + kind.getSimpleName() + "(" + constants(kind) + ")");
            else if (kind.isSealed()) gather(kind.getSimpleName().toLowerCase(java.util.Locale.ROOT), kind, lines);
            else add("part", kind, lines);
        }
    }

    private static String constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> Codec.name((Enum<?>) constant)).collect(Collectors.joining(", "));
    }
}
