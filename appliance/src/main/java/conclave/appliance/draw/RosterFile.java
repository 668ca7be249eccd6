package conclave.appliance.draw;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import conclave.meeting.prepare.Roster;
import conclave.meeting.prepare.RosterRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The roster as a file: a table with Chinese column names, or JSON. What cannot be read is a finding, never a guess. */
final class RosterFile {

    /** More than any province has experts. */
    private static final int MOST_BYTES = 32 << 20;
    /** In the order of {@link RosterRows#COLUMNS}. */
    private static final List<String> KEYS = List.of("number", "name", "unit", "specialty", "class", "born", "retired", "barred");

    private RosterFile() {
    }

    static RosterRows.Read read(Path file) throws IOException {
        var bytes = bytes(file);
        if (!looksLikeJson(bytes)) {
            var table = TableText.read(bytes);
            return table.wrong().map(RosterFile::failed).orElseGet(() -> RosterRows.read(table.rows()));
        }
        try {
            return RosterRows.read(rows(CanonicalJson.read(bytes)));
        } catch (BadJson e) {
            return failed(Finding.of(Matter.UNREADABLE_JSON).with("why", e.getMessage()));
        }
    }

    /** Each row holds names of one unit. */
    static List<List<String>> aliases(Path file) throws IOException {
        var table = TableText.read(bytes(file));
        if (table.wrong().isPresent()) throw new IOException(file + "：" + table.wrong().get().chinese());
        return table.rows();
    }

    /** As far as it may go, whatever the system says of its size: a device says nought, and never ends. */
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new IOException("文件超过32MB，不像是名单。The file is too large for a roster: " + file);
            return bytes;
        }
    }

    private static RosterRows.Read failed(Finding wrong) {
        return new RosterRows.Read(new Roster(List.of()), List.of(wrong));
    }

    private static boolean looksLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '[' || b == '{') return true;
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') return false;
        }
        return false;
    }

    private static List<List<String>> rows(Json json) {
        if (!(json instanceof Json.Arr list)) throw new BadJson("not a list");
        var rows = new ArrayList<List<String>>();
        rows.add(RosterRows.COLUMNS);
        for (var item : list.items()) {
            if (!(item instanceof Json.Obj person)) throw new BadJson("not an object in the list");
            for (var key : person.fields().keySet()) {
                if (!KEYS.contains(key)) throw new BadJson("an unknown field: " + key);
            }
            rows.add(KEYS.stream().map(key -> person.has(key) ? cell(person.get(key), key) : "").toList());
        }
        return rows;
    }

    private static String cell(Json value, String key) {
        return switch (value) {
            case Json.Str text -> text.value();
            case Json.Num number -> String.valueOf(number.value());
            case Json.Bool flag -> flag.value() ? "是" : "否";
            case Json.Null _ -> "";
            case Json.Arr _, Json.Obj _ -> throw new BadJson("neither text nor number: " + key);
        };
    }
}
