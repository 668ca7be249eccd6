package conclave.exchange.parcel;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 导出记录: which results left this node, and what became of them. Each line names the one before by its digest; the whole travels with
 * the next result. It is no event of the meeting, because an export must also go when the kit cannot agree on anything any more.
 */
public final class Dispatches {

    /**
     * A package on its way out.
     *
     * @param result  SHA-256 of the result's {@code manifest-sha256.txt}, in hex
     * @param edition of the meeting's result, see {@code result.md}
     * @param whole   false where it holds only what the platform has asked for again
     * @param recipients SHA-256 of the certificates, in hex
     * @param signers    the same of those who signed it, and alone revoke it; what left before this was noted has none
     */
    public record Sent(String packageId, String name, String meeting, long sequence, Optional<String> predecessor, String result, long lines, long edition,
                       boolean whole, List<String> recipients, List<String> signers, List<String> by, String at) {

        public Sent {
            recipients = List.copyOf(recipients);
            signers = List.copyOf(signers);
            by = List.copyOf(by);
        }

        public boolean mayBeRevokedBy(List<String> prints) {
            return signers.isEmpty() || signers.stream().anyMatch(prints::contains);
        }
    }

    private final LineLog log;
    private final List<Sent> begun = new ArrayList<>();
    private final List<String> handed = new ArrayList<>();
    private final TreeMap<String, String> revoked = new TreeMap<>();
    private String before = "";

    private Dispatches(LineLog log) {
        this.log = log;
    }

    /** Of somebody who has sent nothing. */
    public static Dispatches none() {
        return new Dispatches(new LineLog(Path.of("exports.jsonl")));
    }

    static Dispatches read(Path file) throws IOException {
        var dispatches = new Dispatches(new LineLog(file));
        try {
            int number = 0;
            for (var line : dispatches.log.read()) {
                number++;
                if (!line.text("before").equals(dispatches.before)) throw Stopped.by(Obstacle.EXPORT_JOURNAL, "line", Integer.toString(number));
                dispatches.enter(line);
            }
        } catch (BadJson | Stopped e) {
            throw Stopped.by(Obstacle.EXPORT_JOURNAL, "reason", e.getMessage());
        }
        return dispatches;
    }

    private void enter(Json.Obj line) {
        before = Digests.hex(Digests.sha256(CanonicalJson.bytes(line)));
        switch (line.text("what")) {
            case "begun" -> begun.add(new Sent(line.text("package"), line.text("name"), line.text("meeting"), line.number("sequence"),
                    line.get("predecessor") == Json.Null.NULL ? Optional.empty() : Optional.of(line.text("predecessor")), line.text("result"),
                    line.number("lines"), line.number("edition"), line.flag("whole"), texts(line, "recipients"),
                    line.fields().containsKey("signers") ? texts(line, "signers") : List.of(), texts(line, "by"), line.text("at")));
            case "handed" -> handed.add(line.text("package"));
            default -> revoked.put(line.text("package"), line.text("reason"));
        }
    }

    private static List<String> texts(Json.Obj line, String field) {
        return line.list(field).stream().map(one -> one instanceof Json.Str(var text) ? text : "").toList();
    }

    public Optional<Sent> find(String packageId) {
        return begun.stream().filter(one -> one.packageId().equals(packageId)).findFirst();
    }

    public boolean isRevoked(String packageId) {
        return revoked.containsKey(packageId);
    }

    /** Everything that was read back from its stick, in its order. */
    public List<Sent> handed(String meeting) {
        return begun.stream().filter(one -> one.meeting().equals(meeting) && handed.contains(one.packageId())).toList();
    }

    /** Of these nobody was told that a stick may be pulled out; something of them may lie on one. */
    public List<Sent> unfinished() {
        return begun.stream().filter(one -> !handed.contains(one.packageId())).toList();
    }

    /** The one whole result that counts: the last that was handed over, unless it was revoked. */
    public Optional<Sent> inForce(String meeting) {
        return handed(meeting).stream().filter(Sent::whole).reduce((_, later) -> later).filter(one -> !isRevoked(one.packageId()));
    }

    /** Everything else that was ever begun. */
    public List<String> notInForce(String meeting) {
        var inForce = inForce(meeting);
        return begun.stream().filter(one -> one.meeting().equals(meeting) && !inForce.equals(Optional.of(one))).map(Sent::packageId).toList();
    }

    /** Whether this result left here once, and does not count any more. */
    public boolean isSuperseded(String meeting, String result) {
        var whole = handed(meeting).stream().filter(Sent::whole).toList();
        return whole.stream().anyMatch(one -> one.result().equals(result)) && inForce(meeting).filter(one -> one.result().equals(result)).isEmpty();
    }

    /** Numbers are not used twice, not even for what was never finished. */
    public long nextSequence(String meeting) {
        return 1 + begun.stream().filter(one -> one.meeting().equals(meeting)).mapToLong(Sent::sequence).max().orElse(0);
    }

    /** What the next package of the meeting follows, and where it is a whole result, replaces. */
    public Optional<String> last(String meeting) {
        return handed(meeting).stream().reduce((_, later) -> later).map(Sent::packageId);
    }

    public void begin(Sent one) throws IOException {
        add(new JsonFields().put("what", "begun").put("at", one.at()).put("package", one.packageId()).put("name", one.name()).put("meeting", one.meeting())
                .put("sequence", one.sequence()).maybe("predecessor", one.predecessor()).put("result", one.result()).put("lines", one.lines())
                .put("edition", one.edition()).put("whole", one.whole()).list("recipients", one.recipients(), Json.Str::new)
                .list("signers", one.signers(), Json.Str::new).list("by", one.by(), Json.Str::new));
    }

    /** @param statement SHA-256 of the signed statement, in hex */
    public void hand(String packageId, String statement, Instant at) throws IOException {
        add(new JsonFields().put("what", "handed").put("at", at.toString()).put("package", packageId).put("statement", statement));
    }

    public void revoke(String packageId, String reason, List<String> by, Instant at) throws IOException {
        add(new JsonFields().put("what", "revoked").put("at", at.toString()).put("package", packageId).put("reason", reason).list("by", by, Json.Str::new));
    }

    private void add(JsonFields fields) throws IOException {
        var line = fields.put("before", before).end();
        log.add(line);
        enter(line);
    }
}
