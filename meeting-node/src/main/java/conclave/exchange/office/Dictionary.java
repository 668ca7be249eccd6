package conclave.exchange.office;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The words and codes that workbooks may use: {@code docs/dictionary.md}, as the program reads it. */
public final class Dictionary {

    /** @param standard the national standard whose codes these are, or {@code ours} */
    public record Table(String code, String name, String nameEn, String standard, String note, List<Entry> entries) {
        public Table {
            entries = List.copyOf(entries);
        }

        public List<String> words() {
            return entries.stream().map(Entry::word).toList();
        }

        /** What is meant by a code, a word, or another way to write it. */
        public Optional<Entry> find(String text) {
            return entries.stream().filter(it -> it.code().equals(text) || it.word().equals(text) || it.also().contains(text)).findFirst();
        }
    }

    public record Entry(String code, String word, List<String> also) {
        public Entry {
            also = List.copyOf(also);
        }
    }

    private static final TreeMap<String, Table> TABLES = read();

    private Dictionary() {
    }

    public static List<Table> tables() {
        return List.copyOf(TABLES.values());
    }

    static Table table(String code) {
        return Optional.ofNullable(TABLES.get(code)).orElseThrow(() -> new IllegalArgumentException("no table of that code: " + code));
    }

    private static TreeMap<String, Table> read() {
        try (var file = Dictionary.class.getResourceAsStream("/conclave/office/dictionary.json")) {
            if (file == null) throw new IllegalStateException("the dictionary is missing");
            var tables = new TreeMap<String, Table>();
            for (var each : CanonicalJson.readObject(file.readAllBytes()).list("tables")) {
                var table = table((Json.Obj) each);
                tables.put(table.code(), table);
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(Json.Obj table) {
        var entries = new ArrayList<Entry>();
        for (var each : table.list("entries")) {
            var entry = (Json.Obj) each;
            entries.add(new Entry(entry.text("code"), entry.text("word"), entry.list("also").stream().map(it -> ((Json.Str) it).value()).toList()));
        }
        return new Table(table.text("code"), table.text("name"), table.text("nameEn"), table.text("standard"), table.text("note"), entries);
    }
}
