package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.codec.Codec;
import conclave.meeting.event.Refusal;
import conclave.meeting.prepare.FactKey;
import conclave.node.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nobody is ever shown a code alone: whatever the server can say has words in every language it speaks. */
class WordsTest {

    private static final Pattern SENT = Pattern.compile("Problem\\.of\\([0-9]+, \"([A-Z_]+)\"|, \"(UNKNOWN_[A-Z]+)\"\\)");

    @Test
    void everyRefusalHasATitleAndASentence() throws IOException {
        var missing = new TreeSet<String>();
        for (var language : List.of("zh-CN", "en")) {
            var words = Words.of(language);
            for (var code : codes()) {
                for (var key : List.of("refusal." + code, "refusal." + code + ".title")) {
                    if (words.find(key).isEmpty()) missing.add(language + " " + key);
                }
            }
            for (var fact : FactKey.values()) {
                if (words.find("fact." + Codec.name(fact)).isEmpty()) missing.add(language + " " + fact);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        for (var code : Refusal.Code.values()) codes.add(code.name());
        // What only the import meets is said by the findings of a package, not on a page.
        codes.removeIf(code -> code.startsWith("IMPORT_") || code.startsWith("ALREADY_FOUNDED") || code.equals("ALREADY_IMPORTED"));
        for (var why : Reply.Why.values()) codes.add(why.name());
        try (var sources = Files.list(Path.of("src/main/java/conclave/web"))) {
            for (var source : sources.toList()) {
                var found = SENT.matcher(Files.readString(source));
                while (found.find()) codes.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }
        return codes;
    }
}
