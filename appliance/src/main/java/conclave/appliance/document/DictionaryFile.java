package conclave.appliance.document;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.document.screen.Kind;
import conclave.document.screen.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** 姓名和单位词典: conclave-dictionary 1, what is known of persons; meeting-node/docs/formats/person-dictionary.md. */
public final class DictionaryFile {

    public static final String FORMAT = "conclave-dictionary 1";
    private static final int LARGEST = 8 << 20;
    private static final int MOST = 200_000;

    private static final TreeMap<String, Kind> KEYS = new TreeMap<>(Map.ofEntries(
            Map.entry("name", Kind.NAME), Map.entry("names", Kind.NAME), Map.entry("otherNames", Kind.NAME), Map.entry("coWorkers", Kind.NAME), Map.entry("co-workers", Kind.NAME),
            Map.entry("unit", Kind.UNIT), Map.entry("units", Kind.UNIT), Map.entry("unitAliases", Kind.UNIT), Map.entry("formerUnits", Kind.UNIT), Map.entry("recommender", Kind.UNIT),
            Map.entry("advisor", Kind.ADVISOR), Map.entry("advisors", Kind.ADVISOR), Map.entry("idNumber", Kind.ID_NUMBER), Map.entry("creditCode", Kind.CREDIT_CODE),
            Map.entry("phone", Kind.PHONE), Map.entry("phones", Kind.PHONE), Map.entry("landline", Kind.LANDLINE), Map.entry("mail", Kind.MAIL), Map.entry("email", Kind.MAIL),
            Map.entry("card", Kind.CARD), Map.entry("account", Kind.ACCOUNT), Map.entry("certificate", Kind.CERTIFICATE), Map.entry("certificates", Kind.CERTIFICATE),
            Map.entry("address", Kind.ADDRESS), Map.entry("birth", Kind.BIRTH)));

    /** Nothing is screened with a dictionary that was understood in part: what is left out would be shown. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final String english;

        Unusable(String code, String chinese, String english) {
            super(chinese);
            this.code = code;
            this.english = english;
        }

        public String code() {
            return code;
        }

        public String english() {
            return english;
        }
    }

    private final List<Known> known = new ArrayList<>();

    private DictionaryFile() {
    }

    public static List<Known> read(Path file) throws Unusable {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new Unusable("dictionary.unreadable", "词典文件 " + file + " 打不开。请核对路径和权限。", "The dictionary cannot be opened. Check path and permissions.");
        }
        return of(bytes);
    }

    static List<Known> of(byte[] bytes) throws Unusable {
        if (bytes.length > LARGEST) throw new Unusable("dictionary.too-large", "词典超过 8 MB。请分成几份。", "The dictionary is larger than 8 MB. Part it.");
        var dictionary = new DictionaryFile();
        try {
            dictionary.take(CanonicalJson.read(bytes));
        } catch (BadJson e) {
            throw new Unusable("dictionary.malformed", "词典不是正确的 JSON（第 " + e.line() + " 行）。请对照 formats/person-dictionary.md 修改。",
                    "The dictionary is not well-formed JSON (line " + e.line() + "). Mend it by formats/person-dictionary.md.");
        }
        return List.copyOf(dictionary.known);
    }

    /** The whole form, a list of persons, or one person. */
    private void take(Json json) throws Unusable {
        if (json instanceof Json.Arr(var people)) {
            for (int i = 0; i < people.size(); i++) person(people.get(i), i + 1);
        } else if (json instanceof Json.Obj whole && (whole.has("people") || whole.has("format"))) {
            for (var key : whole.fields().keySet()) {
                if (!key.equals("people") && !key.equals("format")) throw unknown(key, 0);
            }
            if (whole.has("format") && !whole.get("format").equals(Json.text(FORMAT))) throw new Unusable("dictionary.format", "词典的格式不是 " + FORMAT + "。请换用本版本的词典。",
                    "The dictionary is of another format than " + FORMAT + ".");
            if (!(whole.has("people") && whole.get("people") instanceof Json.Arr people)) throw shape("people", 0);
            take(people);
        } else {
            person(json, 1);
        }
    }

    private void person(Json json, int number) throws Unusable {
        if (!(json instanceof Json.Obj person)) throw shape("people", number);
        for (var field : person.fields().entrySet()) {
            if (field.getKey().equals("code")) continue;
            var kind = KEYS.get(field.getKey());
            if (kind == null) throw unknown(field.getKey(), number);
            switch (field.getValue()) {
                case Json.Str(var text) -> add(kind, text, field.getKey(), number);
                case Json.Arr(var texts) -> {
                    for (var each : texts) {
                        if (!(each instanceof Json.Str(var text))) throw shape(field.getKey(), number);
                        add(kind, text, field.getKey(), number);
                    }
                }
                case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> throw shape(field.getKey(), number);
            }
        }
    }

    private void add(Kind kind, String text, String key, int number) throws Unusable {
        var one = new Known(kind, text.strip());
        // An empty field is one that nobody filled in.
        if (one.text().isEmpty()) return;
        if (!one.flaws().isEmpty()) {
            throw new Unusable("dictionary.value", "第 " + number + " 人的 " + key + " 不能用于筛查：" + switch (one.flaws().getFirst()) {
                case EMPTY, TOO_SHORT -> "太短，至少两个字。";
                case TOO_LONG -> "太长，最多 " + Known.LONGEST + " 个字。";
                case NO_DATE -> "应写成 1985-03-07。";
            } + "请改正。", "Person " + number + ", " + key + ": " + one.flaws().getFirst().name().toLowerCase(Locale.ROOT) + ". Mend it.");
        }
        if (known.size() >= MOST) throw new Unusable("dictionary.too-many", "词典超过 " + MOST + " 条。请分成几份。", "The dictionary has too many lines. Part it.");
        known.add(one);
    }

    private static Unusable unknown(String key, int number) {
        return new Unusable("dictionary.field", where(number) + "有不认识的项 " + shown(key) + "。请对照 formats/person-dictionary.md 改正。",
                "Person " + number + " has an unknown field " + shown(key) + ". Mend it by formats/person-dictionary.md.");
    }

    private static Unusable shape(String key, int number) {
        return new Unusable("dictionary.form", where(number) + "的 " + shown(key) + " 写法不对，应为文字或文字列表。请改正。",
                "Person " + number + ", " + shown(key) + ": should be a text or a list of texts. Mend it.");
    }

    private static String where(int number) {
        return number == 0 ? "词典" : "第 " + number + " 人";
    }

    private static String shown(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "…" : key;
    }
}
