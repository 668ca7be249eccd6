package conclave.node;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.seal.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names by which two entries are known to be one project become marks that only the holder of the meeting's key can
 * make again: equal names stay equal, and nobody can try names against the record.
 */
record Keys(Stamp stamp, Sheet sheet) {

    private static final int SIGNS = 16;

    Facts hidden(Facts facts) {
        var lists = new TreeMap<String, List<SortedMap<String, String>>>();
        facts.lists().forEach((list, entries) -> lists.put(list, entries.stream().map(entry -> hidden(entry, fields(list))).toList()));
        return new Facts(hidden(facts.values(), sheet.fields()), lists);
    }

    private List<Field> fields(String list) {
        return sheet.fields().stream().filter(field -> field.code().equals(list)).flatMap(field -> field.fields().stream()).toList();
    }

    private SortedMap<String, String> hidden(SortedMap<String, String> values, List<Field> fields) {
        var hidden = new TreeMap<>(values);
        for (var field : fields) {
            if (field.type() == FieldType.KEY) hidden.computeIfPresent(field.code(), (_, name) -> mark(name));
        }
        return hidden;
    }

    private String mark(String name) {
        return HexFormat.of().formatHex(stamp.of(name.strip().getBytes(StandardCharsets.UTF_8))).substring(0, SIGNS);
    }
}
