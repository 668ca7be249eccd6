package conclave.web;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every sentence that people see, by its key, in the language they read. The pages use the same catalogues. */
final class Words {

    private static final Words CHINESE = new Words("zh-CN");
    private static final Words ENGLISH = new Words("en");

    private final String language;
    private final Map<String, String> words = new TreeMap<>();

    private Words(String language) {
        this.language = language;
        var file = "/words/" + language + ".json";
        try (var in = Words.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("the program lacks its file " + file);
            var json = CanonicalJson.readObject(in.readAllBytes());
            json.fields().forEach((key, value) -> words.put(key, ((Json.Str) value).value()));
        } catch (IOException e) {
            throw new IllegalStateException("the program cannot read its file " + file, e);
        }
    }

    /** The first language that we know in what the browser accepts; Chinese where it says nothing we know. */
    static Words of(String acceptLanguage) {
        if (acceptLanguage == null) return CHINESE;
        for (var part : acceptLanguage.split(",")) {
            var tag = part.strip();
            if (tag.startsWith("zh")) return CHINESE;
            if (tag.startsWith("en")) return ENGLISH;
        }
        return CHINESE;
    }

    boolean chinese() {
        return this == CHINESE;
    }

    String language() {
        return language;
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** The sentence with its facts filled in; a key without words is a fault of ours that must not hide what happened. */
    String say(String key, Map<String, String> facts) {
        var sentence = words.getOrDefault(key, key);
        for (var fact : facts.entrySet()) sentence = sentence.replace("{" + fact.getKey() + "}", fact.getValue());
        return sentence;
    }
}
