package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** What of a result is answered one by one: each file, and what became of each applicant. */
public record ResultItems(String meeting, String result, TreeSet<String> items) {

    private static final int NAME_FROM = 66;

    /** @param folder a result folder that the audit has found sound */
    public static ResultItems of(Path folder) throws IOException {
        var manifest = Files.readAllBytes(folder.resolve("manifest-sha256.txt"));
        var items = new TreeSet<String>();
        for (var line : new String(manifest, StandardCharsets.UTF_8).split("\n")) {
            if (line.length() > NAME_FROM) items.add(line.substring(NAME_FROM));
        }
        try {
            for (var line : Files.readAllLines(folder.resolve("data/outcomes.jsonl"), StandardCharsets.UTF_8)) {
                items.add("applicant/" + CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8)).text("applicant"));
            }
            var meeting = CanonicalJson.readObject(Files.readAllBytes(folder.resolve("data/result.json"))).text("meeting");
            return new ResultItems(meeting, Digests.hex(Digests.sha256(manifest)), items);
        } catch (BadJson e) {
            throw new IOException("not a result folder: " + folder, e);
        }
    }

    public Reconciliation unanswered() {
        return Reconciliation.of(meeting, result, items);
    }
}
