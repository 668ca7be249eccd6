package conclave.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson;
import conclave.codec.Json;
import conclave.ledger.Holding;
import conclave.ledger.LoneDecision;
import conclave.ledger.LoneDecision.Grounds;
import conclave.ledger.LoneDecision.Lost;
import conclave.ledger.LoneDecision.Survivor;
import conclave.ledger.LoneDecisions;
import conclave.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that one node kept alone from some line on: who decided it stands in the verdict, and nobody decides it afterwards. */
class SolitudeTest {

    private static final int BEFORE = 4;

    @TempDir
    Path place;
    final SigningKey a = SigningKey.fresh();
    final SigningKey b = SigningKey.fresh();

    private LoneDecision decision(SigningKey by, Holding held) {
        return LoneDecision.sign(new Survivor("kit", "a", "peer-a"), new Grounds(List.of("张三", "李四"), "进水", 1_790_000_000_000L, "salt"),
                List.of(new Lost("b", "peer-b", "127.0.0.2", 7002)), List.of(held), by.signer());
    }

    private static List<Json.Obj> bodies() {
        return Kept.bodies(BEFORE).stream().map(body -> body.with("at", 1_790_000_000_000L)).toList();
    }

    /** What the node held before, as the command finds it. */
    private Holding held() throws IOException {
        try (var before = new Kept(place.resolve("before"), a, bodies()).stated()) {
            return Holding.in(before.folder, Kept.MEETING, 9);
        }
    }

    private Verdict audit(LoneDecision named, LoneDecision... lying) throws IOException {
        var bodies = new ArrayList<>(bodies());
        bodies.add(Json.object().with("event", Json.object().with("type", "ContinuedAlone").with("decision", named.digest()).with("node", a.id())));
        bodies.add(Json.object().with("type", "ScoreSubmitted").with("value", "77.00"));
        var folder = Files.createTempDirectory(place, "kept");
        for (var one : lying) LoneDecisions.add(folder, one);
        try (var kept = new Kept(folder, a, bodies).stated()) {
            return Audit.of(kept.folder, List.of(kept.as("a")), Audit.Held.NOTHING);
        }
    }

    private static List<Matter> matters(Verdict verdict) {
        return verdict.findings().stream().map(Finding::matter).toList();
    }

    @Test
    void theVerdictNamesWhoDecidedItFromWhichLineOnAndWhatWasHeldThen() throws IOException {
        var decision = decision(a, held());
        var verdict = audit(decision, decision);
        assertEquals(List.of(Matter.CONTINUED_ALONE), matters(verdict));
        assertTrue(verdict.holds(), "it was decided, and is no damage");
        var said = verdict.findings().getFirst().chinese();
        assertTrue(said.contains("第5行") && said.contains("张三、李四") && said.contains("进水") && said.contains("4行"), said);
    }

    @Test
    void aDecisionThatIsNotThereIsAskedFor() throws IOException {
        var verdict = audit(decision(a, held()));
        assertEquals(List.of(Matter.ALONE_UNEXPLAINED), matters(verdict));
        assertTrue(verdict.holds());
    }

    @Test
    void aDecisionOfAnotherSignerOrAboutAnotherRecordBreaks() throws IOException {
        var held = held();
        var forged = decision(b, held);
        assertFalse(audit(forged, forged).holds());
        var elsewhere = decision(a, new Holding(held.meeting(), held.entries(), held.lines(), "0".repeat(64), held.at(), held.signed()));
        assertEquals(List.of(Matter.ALONE_FALSE), matters(audit(elsewhere, elsewhere)));
        var later = decision(a, new Holding(held.meeting(), held.entries(), 5, held.head(), held.at(), held.signed()));
        assertEquals(List.of(Matter.ALONE_FALSE), matters(audit(later, later)));
    }

    @Test
    void noByteOfADecisionCanBeChanged() throws IOException {
        var decision = decision(a, held());
        var bytes = decision.bytes();
        assertEquals(decision, LoneDecision.read(bytes));
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            try {
                assertFalse(LoneDecision.read(changed).verify(a.publicKey()), new String(changed, UTF_8));
            } catch (BadJson | IllegalArgumentException | ClassCastException | ArithmeticException refused) {
                continue;
            }
        }
        assertThrows(BadJson.class, () -> LoneDecision.read("{}".getBytes(UTF_8)));
    }

    @Test
    void whatIsHeldIsWhatLiesThereATornLastLineLeftOut() throws IOException {
        var held = held();
        assertEquals(BEFORE, held.lines());
        assertEquals(List.of(new Holding.SignedFor(a.id(), BEFORE, 1_790_000_000_000L)), held.signed());
        var folder = place.resolve("before");
        Files.writeString(folder.resolve("evidence.jsonl"), Files.readString(folder.resolve("evidence.jsonl")) + "{\"torn");
        assertEquals(held, Holding.in(folder, Kept.MEETING, 9));
    }
}
