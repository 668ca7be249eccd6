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
import java.util.List;
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

    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String OUTCOMES = "data/outcomes.jsonl";
    private static final String HEAD = "data/result.json";
    private static final int HASH = 64;
    private static final int NAME_FROM = HASH + 2;

    /**
     * The platform answers the manifest, so nothing is believed here that the manifest does not name by its digest.
     *
     * @param folder a result folder that the audit has found sound
     */
    public static ResultItems of(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(MANIFEST))) throw noResult(folder, null);
        var manifest = Files.readAllBytes(folder.resolve(MANIFEST));
        var digests = new TreeMap<String, String>();
        for (var line : new String(manifest, StandardCharsets.UTF_8).split("\n")) {
            if (line.length() > NAME_FROM) digests.put(line.substring(NAME_FROM), line.substring(0, HASH));
        }
        var items = new TreeSet<>(digests.keySet());
        var codes = new TreeMap<String, String>();
        try {
            for (var line : lines(held(folder, OUTCOMES, digests))) {
                var outcome = CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8));
                items.add("applicant/" + outcome.text("applicant"));
                codes.put(outcome.has("code") ? outcome.text("code") : outcome.text("applicant"), "applicant/" + outcome.text("applicant"));
            }
            var head = CanonicalJson.readObject(held(folder, HEAD, digests));
            return new ResultItems(head.text("meeting"), Digests.hex(Digests.sha256(manifest)), items, codes,
                    sealedAt(head), head.has("edition") ? head.number("edition") : 1,
                    head.has("lines") ? head.number("lines") : 0);
        } catch (BadJson e) {
            throw noResult(folder, e);
        }
    }

    private static IOException noResult(Path folder, BadJson why) {
        return new IOException("“" + folder + "”不是结果文件夹，或已损坏；请用 package unpack 或 package result 得到的文件夹。This is no result folder, or it is damaged.", why);
    }

    private static Optional<Instant> sealedAt(Json.Obj head) throws BadJson {
        return head.has("sealedAt") && head.get("sealedAt") instanceof Json.Num ? Optional.of(Instant.ofEpochMilli(head.number("sealedAt"))) : Optional.empty();
    }

    public boolean sealed() {
        return sealedAt.isPresent();
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] held(Path folder, String file, SortedMap<String, String> digests) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(file));
        if (!Digests.hex(Digests.sha256(bytes)).equalsIgnoreCase(digests.get(file))) throw new Changed(folder, file);
        return bytes;
    }

    /** A file is not the one that left: the folder has been changed since, or was copied badly. */
    public static final class Changed extends IOException {
        private static final long serialVersionUID = 1;

        Changed(Path folder, String file) {
            super("结果文件夹 " + folder + " 中的 " + file + " 与清单不符，可能被改动过。请改用导出时的原件。"
                    + "A file of the result folder is not what its manifest says: take the folder as it was exported. (RESULT_CHANGED)");
        }
    }

    public Reconciliation unanswered() {
        return Reconciliation.of(meeting, result, items);
    }
}
