package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a result is answered one by one: each file, and what became of each applicant.
 *
 * @param codes   of each applicant's item, by the platform's own code
 * @param sealedAt where the meeting was sealed when this left
 * @param edition one more for every time that a sealed meeting was reopened
 */
public record ResultItems(String meeting, String result, TreeSet<String> items, SortedMap<String, String> codes, Optional<Instant> sealedAt, long edition, long lines) {

    private static final int NAME_FROM = 66;

    /** @param folder a result folder that the audit has found sound */
    public static ResultItems of(Path folder) throws IOException {
        var manifest = Files.readAllBytes(folder.resolve("manifest-sha256.txt"));
        var items = new TreeSet<String>();
        for (var line : new String(manifest, StandardCharsets.UTF_8).split("\n")) {
            if (line.length() > NAME_FROM) items.add(line.substring(NAME_FROM));
        }
        var codes = new TreeMap<String, String>();
        try {
            for (var line : Files.readAllLines(folder.resolve("data/outcomes.jsonl"), StandardCharsets.UTF_8)) {
                var outcome = CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8));
                items.add("applicant/" + outcome.text("applicant"));
                codes.put(outcome.has("code") ? outcome.text("code") : outcome.text("applicant"), "applicant/" + outcome.text("applicant"));
            }
            var head = CanonicalJson.readObject(Files.readAllBytes(folder.resolve("data/result.json")));
            return new ResultItems(head.text("meeting"), Digests.hex(Digests.sha256(manifest)), items, codes,
                    sealedAt(head), head.has("edition") ? head.number("edition") : 1,
                    head.has("lines") ? head.number("lines") : 0);
        } catch (BadJson e) {
            throw new IOException("not a result folder: " + folder, e);
        }
    }

    private static Optional<Instant> sealedAt(Json.Obj head) throws BadJson {
        return head.has("sealedAt") && head.get("sealedAt") instanceof Json.Num ? Optional.of(Instant.ofEpochMilli(head.number("sealedAt"))) : Optional.empty();
    }

    public boolean sealed() {
        return sealedAt.isPresent();
    }

    public Reconciliation unanswered() {
        return Reconciliation.of(meeting, result, items);
    }
}
