package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How far a node that stands still is with one meeting, as it lies on its disk.
 *
 * @param entries of the log
 * @param lines   of the record, which may be a little behind the log
 * @param head    hash of the last line, hex; empty where there is none
 * @param at      time that the last line bears, milliseconds since 1970
 * @param signed  who has signed for how many lines, and when
 */
public record Holding(String meeting, long entries, long lines, String head, long at, List<SignedFor> signed) {

    public Holding {
        signed = List.copyOf(signed);
    }

    /** The newest head of one signer. */
    public record SignedFor(String by, long lines, long at) {

        private Json json() {
            return new JsonFields().put("by", by).put("lines", lines).put("at", at).end();
        }

        private static SignedFor of(Json json) {
            if (!(json instanceof Json.Obj one)) throw new BadJson("not who has signed");
            return new SignedFor(one.text("by"), one.number("lines"), one.number("at"));
        }
    }

    /** @param folder the meeting's, in which nobody writes at this moment */
    public static Holding in(Path folder, String meeting, long entries) throws IOException {
        long lines = 0;
        String last = "";
        var evidence = folder.resolve("evidence.jsonl");
        if (Files.exists(evidence)) {
            try (var text = Files.newBufferedReader(evidence, StandardCharsets.UTF_8)) {
                for (String line; (line = text.readLine()) != null && whole(line); lines++) last = line;
            }
        }
        var bytes = last.getBytes(StandardCharsets.UTF_8);
        return new Holding(meeting, entries, lines, lines == 0 ? "" : Digests.hex(Digests.sha256(bytes)),
                lines == 0 ? 0 : CanonicalJson.readObject(bytes).number("at"), signed(folder));
    }

    /** What was cut short by the end of the node is made good from the log. */
    private static boolean whole(String line) {
        return line.startsWith("{") && line.endsWith("}");
    }

    private static List<SignedFor> signed(Path folder) throws IOException {
        var file = folder.resolve(Heads.FILE);
        var newest = new TreeMap<String, SignedFor>();
        if (!Files.exists(file)) return List.of();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line; (line = text.readLine()) != null && whole(line); ) {
                var head = Head.read(line.getBytes(StandardCharsets.UTF_8));
                var one = new SignedFor(head.by(), head.size(), head.statement().number("at"));
                newest.merge(head.by(), one, (before, now) -> now.lines() >= before.lines() ? now : before);
            }
        }
        return new ArrayList<>(newest.values());
    }

    Json json() {
        return new JsonFields().put("meeting", meeting).put("entries", entries).put("lines", lines).put("head", head).put("at", at)
                .list("signed", signed, SignedFor::json).end();
    }

    static Holding of(Json json) {
        if (!(json instanceof Json.Obj one)) throw new BadJson("not what a node held");
        return new Holding(one.text("meeting"), one.number("entries"), one.number("lines"), one.text("head"), one.number("at"),
                one.list("signed").stream().map(SignedFor::of).toList());
    }
}
