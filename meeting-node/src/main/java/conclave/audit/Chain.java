package conclave.audit;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.ledger.Line;
import conclave.ledger.Receipt;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The evidence as it lies there: each line looked at by itself and held against the one before. Only hashes are kept. */
final class Chain {

    private final List<Line> lines = new ArrayList<>();
    private final List<Alone> alone = new ArrayList<>();
    private final Findings findings;
    private String first = "";
    private long next = 1;

    private Chain(Findings findings) {
        this.findings = findings;
    }

    static Chain read(Path file, Findings findings) {
        var chain = new Chain(findings);
        if (Files.isRegularFile(file)) new LineFile(file, findings).read(chain::take);
        else findings.add(Matter.EVIDENCE_ABSENT, "file", file.getFileName());
        return chain;
    }

    private void take(long number, byte[] bytes) {
        look(number, bytes);
        lines.add(new Line(number, new byte[0], Digests.sha256(bytes)));
    }

    private void look(long number, byte[] bytes) {
        try {
            Json.Obj line = CanonicalJson.readObject(bytes);
            if (!Arrays.equals(CanonicalJson.bytes(line), bytes)) findings.add(Matter.LINE_MALFORMED, "line", number);
            // Numbers that go on from a wrong one are no further finding.
            if (line.number("seq") != next) findings.add(Matter.LINE_NUMBER, "line", number, "found", line.number("seq"));
            next = line.number("seq") + 1;
            if (number == 1) first = line.text("prev");
            else if (!line.text("prev").equals(hash(number - 1))) findings.add(Matter.LINE_UNCHAINED, "line", number);
            solitude(number, line);
        } catch (BadJson e) {
            findings.add(Matter.LINE_MALFORMED, "line", number);
        }
    }

    private void solitude(long number, Json.Obj line) {
        if (!line.has("event") || !(line.get("event") instanceof Json.Obj event) || !event.has("type")) return;
        if (event.text("type").equals("ContinuedAlone")) alone.add(new Alone(number, event.text("decision"), event.text("node")));
    }

    /** From this line on one node kept the record. */
    record Alone(long line, String decision, String node) {
    }

    List<Alone> alone() {
        return alone;
    }

    long size() {
        return lines.size();
    }

    /** Hex. */
    String hash(long line) {
        return Digests.hex(lines.get(Math.toIntExact(line - 1)).hash());
    }

    /** The line of which these are the printed digits, however somebody typed them. */
    OptionalLong slip(String digits) {
        var wanted = Receipt.readShortForm(digits);
        return lines.stream().filter(line -> Receipt.shortForm(line.hash()).equals(wanted)).mapToLong(Line::seq).findFirst();
    }

    /** With their numbers and hashes, without their text. */
    List<Line> lines(long from, int count) {
        return lines.subList(Math.toIntExact(from - 1), Math.toIntExact(from - 1 + count));
    }

    boolean begins(String meeting) {
        return first.equals(Digests.hex(Digests.sha256(meeting.getBytes(StandardCharsets.UTF_8))));
    }
}
