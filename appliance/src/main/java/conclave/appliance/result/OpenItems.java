package conclave.appliance.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Bag;
import conclave.exchange.BagWriter;
import conclave.exchange.result.ResultItems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** 补发: those files and applicants of a result that the platform has not accepted, under the names they have in it. */
final class OpenItems {

    private static final String OUTCOMES = "data/outcomes.jsonl";

    private OpenItems() {
    }

    static void write(Path result, ResultItems items, TreeSet<String> open, Path target) throws IOException {
        var whole = Bag.read(result.toRealPath(), Set.of(), Optional.empty());
        if (!whole.holds()) throw new IOException("结果文件夹在导出以后被改动，不能据此补发。请用 conclave audit 查明，或重新完整导出。The result folder was changed since: audit it, or export the whole again.");
        try (var bag = new BagWriter(target)) {
            for (var item : open) {
                var file = whole.payload().get(item);
                if (file != null) bag.carry(file, result);
            }
            bag.put("data/applicants.jsonl", applicants(result, open));
            bag.put("data/resend.json", CanonicalJson.bytes(new JsonFields().put("format", "conclave-resend/1").put("meeting", items.meeting())
                    .put("result", items.result()).list("items", open, Json.Str::new).end()));
            bag.finish(LocalDate.now(ZoneId.systemDefault()), Map.of("Conclave-Format", "conclave-resend/1", "External-Identifier", items.meeting()));
        }
    }

    private static byte[] applicants(Path result, TreeSet<String> open) throws IOException {
        var lines = new ByteArrayOutputStream();
        try {
            for (var line : Files.readAllLines(result.resolve(OUTCOMES), StandardCharsets.UTF_8)) {
                var bytes = line.getBytes(StandardCharsets.UTF_8);
                if (!open.contains("applicant/" + CanonicalJson.readObject(bytes).text("applicant"))) continue;
                lines.writeBytes(bytes);
                lines.write('\n');
            }
            return lines.toByteArray();
        } catch (BadJson e) {
            throw new IOException("“" + result + "”不是结果文件夹，或已损坏。This is no result folder, or it is damaged.", e);
        }
    }
}
