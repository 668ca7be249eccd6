package conclave.exchange.office;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How one platform calls things, kept in a file once for all its meetings: {@code conclave-mapping 1}, see {@code docs/formats/mapping.md}. */
public record Mapping(String name, SortedMap<String, Sheet> forms, Optional<Results> results, Optional<Receipts> receipts) {

    public static final String FORMAT = "conclave-mapping 1";
    static final Mapping NONE = new Mapping("", new TreeMap<>(), Optional.empty(), Optional.empty());
    private static final int MOST = 500;

    /**
     * @param page the name of the sheet; empty where the headings tell
     * @param columns by the key of the item, the heading; lines of a heading are joined by a slash
     * @param constants what stands for everybody, by the key of the item
     * @param words by the key of the item, what the platform writes and what is meant
     */
    public record Sheet(String page, SortedMap<String, String> columns, SortedMap<String, String> constants, SortedMap<String, List<Word>> words) {
        public Sheet {
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
            constants = Collections.unmodifiableSortedMap(new TreeMap<>(constants));
            words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        }

        static Sheet none() {
            return new Sheet("", new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        /** What is meant by what the platform wrote. */
        String meant(String key, String text) {
            return words.getOrDefault(key, List.of()).stream().filter(it -> it.from().equals(text)).map(Word::to).findFirst().orElse(text);
        }

        /** The other way: what the platform calls what we mean. */
        String called(String key, String text) {
            return words.getOrDefault(key, List.of()).stream().filter(it -> it.to().equals(text)).map(Word::from).findFirst().orElse(text);
        }
    }

    public record Word(String from, String to) {
    }

    /** The sheet on which results leave, column by column. */
    public record Results(String page, List<ResultColumn> columns) {
        public Results {
            columns = List.copyOf(columns);
        }
    }

    /** @param title the platform's heading; empty where the form of applicants gives it */
    public record ResultColumn(String key, String title, List<Word> words) {
        public ResultColumn {
            words = List.copyOf(words);
        }
    }

    /**
     * The sheet on which the platform answers to a result.
     *
     * @param columns heading by {@code code}, {@code item}, {@code answer}, {@code reason}
     * @param words what the platform writes, and {@code accepted}, {@code refused} or {@code resend}
     * @param files whether the files of the result count as accepted with it, although the sheet names applicants only
     */
    public record Receipts(String page, SortedMap<String, String> columns, List<Word> words, boolean files) {
        public Receipts {
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
            words = List.copyOf(words);
        }

        static Receipts none() {
            return new Receipts("", new TreeMap<>(), List.of(), false);
        }
    }

    public Mapping {
        forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
    }

    Sheet sheet(Form form) {
        return forms.getOrDefault(form.key(), Sheet.none());
    }

    /** Of an office that uses our own templates. */
    public static Mapping none() {
        return NONE;
    }

    /** @throws BadJson where it is not in the format, and says where */
    public static Mapping read(byte[] file) {
        var object = CanonicalJson.readObject(file);
        only(object, "format", "name", "forms", "results", "receipts");
        if (!object.text("format").equals(FORMAT)) throw new BadJson("format: " + FORMAT);
        var forms = new TreeMap<String, Sheet>();
        if (object.has("forms")) {
            object.object("forms").fields().forEach((key, value) -> {
                var form = Form.of(key).filter(it -> it != Form.MEETING).orElseThrow(() -> new BadJson("forms." + key));
                if (!(value instanceof Json.Obj sheet)) throw new BadJson("forms." + key);
                forms.put(key, sheet(form, sheet));
            });
        }
        return new Mapping(object.text("name"), forms, object.has("results") ? Optional.of(results(object.object("results"))) : Optional.empty(),
                object.has("receipts") ? Optional.of(receipts(object.object("receipts"))) : Optional.empty());
    }

    private static Sheet sheet(Form form, Json.Obj sheet) {
        only(sheet, "page", "columns", "constants", "words");
        var words = new TreeMap<String, List<Word>>();
        if (sheet.has("words")) {
            for (var key : sheet.object("words").fields().keySet()) words.put(item(form, key), words(sheet.object("words"), key));
        }
        return new Sheet(sheet.has("page") ? sheet.text("page") : "", texts(form, sheet, "columns"), texts(form, sheet, "constants"), words);
    }

    private static SortedMap<String, String> texts(Form form, Json.Obj sheet, String field) {
        var texts = new TreeMap<String, String>();
        if (sheet.has(field)) {
            for (var key : sheet.object(field).fields().keySet()) texts.put(item(form, key), sheet.object(field).text(key));
        }
        return texts;
    }

    private static String item(Form form, String key) {
        return form.item(key).map(Item::key).orElseThrow(() -> new BadJson("forms." + form.key() + ": " + key));
    }

    private static List<Word> words(Json.Obj in, String key) {
        var words = new ArrayList<Word>();
        for (var each : few(in.list(key))) {
            if (!(each instanceof Json.Obj word)) throw new BadJson("words." + key);
            only(word, "from", "to");
            words.add(new Word(word.text("from"), word.text("to")));
        }
        return List.copyOf(words);
    }

    private static Results results(Json.Obj results) {
        only(results, "page", "columns");
        var columns = new ArrayList<ResultColumn>();
        for (var each : few(results.list("columns"))) {
            if (!(each instanceof Json.Obj column)) throw new BadJson("results.columns");
            only(column, "key", "title", "words");
            columns.add(new ResultColumn(column.text("key"), column.has("title") ? column.text("title") : "", column.has("words") ? words(column, "words") : List.of()));
        }
        return new Results(results.text("page"), columns);
    }

    private static Receipts receipts(Json.Obj receipts) {
        only(receipts, "page", "columns", "words", "files");
        var columns = new TreeMap<String, String>();
        if (receipts.has("columns")) {
            only(receipts.object("columns"), "code", "item", "answer", "reason");
            for (var key : receipts.object("columns").fields().keySet()) columns.put(key, receipts.object("columns").text(key));
        }
        var words = receipts.has("words") ? words(receipts, "words") : List.<Word>of();
        for (var word : words) {
            if (!List.of("accepted", "refused", "resend").contains(word.to())) throw new BadJson("receipts.words: " + word.to());
        }
        return new Receipts(receipts.has("page") ? receipts.text("page") : "", columns, words, receipts.has("files") && receipts.flag("files"));
    }

    private static List<Json> few(List<Json> items) {
        if (items.size() > MOST) throw new BadJson("a list of more than " + MOST);
        return items;
    }

    private static void only(Json.Obj object, String... known) {
        var unknown = new TreeSet<>(object.fields().keySet());
        unknown.removeAll(List.of(known));
        if (!unknown.isEmpty()) throw new BadJson("unknown: " + unknown.first());
    }
}
