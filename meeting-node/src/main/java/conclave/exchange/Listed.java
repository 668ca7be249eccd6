package conclave.exchange;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list that stands alone in its file, read item by item: all of it as JSON takes ten times the memory of its text. */
final class Listed<T> {

    private final String file;
    private final String name;
    private final Function<Fields, T> read;
    private final Findings findings;
    private final List<T> items = new ArrayList<>();
    private int seen;

    private Listed(String file, String name, Function<Fields, T> read, Findings findings) {
        this.file = file;
        this.name = name;
        this.read = read;
        this.findings = findings;
    }

    /** @param name by which findings speak of the list */
    static <T> List<T> read(byte[] bytes, String file, String name, Function<Fields, T> read, Findings findings) {
        var list = new Listed<>(file, name, read, findings);
        try {
            CanonicalJson.each(bytes, list::take).ifPresent(other -> list.wrong(name, other));
        } catch (BadJson e) {
            findings.error("json-malformed", "file", file);
        }
        if (list.seen > Fields.LONGEST_LIST) findings.error("list-too-long", "file", file, "path", name, "most", Integer.toString(Fields.LONGEST_LIST));
        return list.items;
    }

    private void take(Json item) {
        var at = name + "[" + seen++ + "]";
        if (seen > Fields.LONGEST_LIST) return;
        if (item instanceof Json.Obj object) items.add(read.apply(new Fields(object, file, at, findings)));
        else wrong(at, item);
    }

    private void wrong(String at, Json item) {
        findings.error("field-wrong-type", "file", file, "path", at, "found", Fields.classOf(item));
    }
}
