package conclave.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a record, with the keys of one node in the attacker's hands, one honest word about it suffices. */
final class AuditTest {

    private static final int LINES = 8;
    private static final Json.Obj FOREIGN = Json.object().with("type", "ScoreSubmitted").with("expert", "per_9").with("value", "99.99");

    @TempDir
    Path place;
    Kept a;
    Kept b;
    Kept w;
    List<Signatory> kit;
    private int tried;

    @BeforeEach
    void three() throws IOException {
        a = new Kept(place.resolve("a"), SigningKey.fresh(), Kept.bodies(LINES));
        b = new Kept(place.resolve("b"), SigningKey.fresh(), Kept.bodies(LINES));
        w = new Kept(place.resolve("w"), SigningKey.fresh(), Kept.bodies(LINES));
        kit = List.of(a.as("a"), b.as("b"), w.as("w"));
        a.stated(b, w);
    }

    @AfterEach
    void end() {
        Stream.of(a, b, w).forEach(Kept::close);
    }

    private Verdict audit(Path folder, Audit.Held held) {
        return Audit.of(folder, kit, held);
    }

    private static List<Matter> matters(Verdict verdict) {
        return verdict.findings().stream().map(Finding::matter).toList();
    }

    @Test
    void aRecordThatNobodyTouchedHoldsAndItIsKnownWhoSignedForIt() throws IOException {
        var held = new Audit.Held(List.of(a.receipt(2, place.resolve("mine.json"))), List.of(a.headsOf(b.key, place.resolve("of-b.jsonl"))));
        var verdict = audit(a.folder, held);
        assertEquals(List.of(), verdict.findings());
        assertTrue(verdict.holds());
        assertEquals(LINES, verdict.cosigned());
        assertEquals(List.of(8L, 8L, 8L), verdict.accounts().stream().map(Verdict.Account::upTo).toList());
        assertEquals(Kept.MEETING, verdict.meeting().orElseThrow());
    }

    @Test
    void linesMovedInTheFileAreFoundByTheChainAlone() throws IOException {
        var lines = Files.readAllLines(a.folder.resolve("evidence.jsonl"));
        everyWay((tampering, number) -> {
            var changed = tampering.of(lines, number, lines.getFirst().replace("81.50", "99.99"));
            if (changed.isEmpty() && tampering == Tampering.SWAPPED) return;
            var folder = copy();
            Files.write(folder.resolve("evidence.jsonl"), changed);
            assertFalse(audit(folder, Audit.Held.NOTHING).holds(), tampering + " " + number);
        });
    }

    @Test
    void linesChainedAnewAreFoundByTheRootsWithoutTheKey() throws IOException {
        everyWay((tampering, number) -> {
            var changed = tampering.of(Kept.bodies(LINES), number, FOREIGN);
            if (changed.isEmpty() && tampering == Tampering.SWAPPED) return;
            var folder = copy();
            try (var forged = new Kept(next(), SigningKey.fresh(), changed)) {
                Files.copy(forged.folder.resolve("evidence.jsonl"), Files.createDirectories(folder).resolve("evidence.jsonl"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(folder.resolve("heads.jsonl"));
            assertFalse(audit(folder, Audit.Held.NOTHING).holds(), tampering + " " + number);
        });
    }

    @Test
    void withOneStolenKeyEverythingIsFoundAgainstOneCosignatureOfAPeer() throws IOException {
        var ofB = new Audit.Held(List.of(), List.of(a.headsOf(b.key, place.resolve("of-b.jsonl"))));
        everyWay((tampering, number) -> {
            var changed = tampering.of(Kept.bodies(LINES), number, FOREIGN);
            if (changed.isEmpty() && tampering == Tampering.SWAPPED) return;
            try (var forged = new Kept(next(), a.key, changed)) {
                forged.stated();
                assertTrue(Audit.of(forged.folder, List.of(a.as("a")), Audit.Held.NOTHING).holds() || changed.isEmpty(), "by itself it looks sound");
                var alone = audit(forged.folder, Audit.Held.NOTHING);
                assertFalse(alone.holds(), "nobody else vouches for it");
                var found = audit(forged.folder, ofB);
                if (tampering.touches(number) > LINES) {
                    assertEquals(List.of(Matter.TAIL_ALONE), matters(found), "what comes after the last signature is nobody's word but the thief's");
                    return;
                }
                assertFalse(found.holds(), tampering + " " + number);
                assertTrue(matters(found).contains(Matter.DIFFERS) || matters(found).contains(Matter.CUT_OFF), () -> tampering + " " + number + found.findings());
            }
        });
    }

    @Test
    void withOneStolenKeyEverythingUpToItsRootIsFoundAgainstOneReceipt() throws IOException {
        everyWay((tampering, number) -> {
            var changed = tampering.of(Kept.bodies(LINES), number, FOREIGN);
            if (changed.isEmpty() && tampering == Tampering.SWAPPED) return;
            try (var forged = new Kept(next(), a.key, changed)) {
                for (int seq = 1; seq <= LINES; seq++) {
                    if (a.receipts.get(seq - 1).root().last() < tampering.touches(number)) continue;
                    var held = new Audit.Held(List.of(a.receipt(seq, place.resolve("receipt.json"))), List.of());
                    var found = Audit.of(forged.folder, List.of(a.as("a")), held);
                    assertFalse(found.holds(), tampering + " " + number + " against the receipt of line " + seq);
                    tried++;
                }
            }
        });
        assertTrue(tried > 100, "tried " + tried);
    }

    @Test
    void aNodeThatSignsAnewConvictsItselfByWhatThePeersKept() throws IOException {
        b.stated(a);
        var heldByB = b.headsOf(a.key, place.resolve("a-at-b.jsonl"));
        var forgedBodies = Tampering.EDITED.of(Kept.bodies(LINES), 3, FOREIGN);
        try (var forged = new Kept(next(), a.key, forgedBodies)) {
            forged.stated();
            var found = audit(forged.folder, new Audit.Held(List.of(), List.of(heldByB)));
            assertTrue(matters(found).contains(Matter.FORK_ONE), () -> found.findings().toString());
        }
    }

    @Test
    void flippedBytesAreFoundWhereverTheyStand() throws IOException {
        long seed = Long.getLong("conclave.seed", System.nanoTime());
        var random = new Random(seed);
        for (var name : List.of("evidence.jsonl", "roots.jsonl", "heads.jsonl")) {
            var sound = Files.readAllBytes(a.folder.resolve(name));
            for (int at = random.nextInt(7); at < sound.length; at += 7) {
                var damaged = sound.clone();
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                var folder = copy();
                Files.write(folder.resolve(name), damaged);
                assertFalse(audit(folder, Audit.Held.NOTHING).holds(), name + " byte " + at + ", seed " + seed);
            }
        }
    }

    @Test
    void whatIsNotToldByTheNodesOfTheKitIsNotBelieved() throws IOException {
        var stranger = new Kept(place.resolve("s"), SigningKey.fresh(), Kept.bodies(LINES)).stated();
        var strangers = new Audit.Held(List.of(stranger.receipt(1, place.resolve("s.json"))), List.of(stranger.folder.resolve("heads.jsonl")));
        assertEquals(List.of(Matter.SIGNER_UNKNOWN, Matter.SIGNER_UNKNOWN), matters(audit(a.folder, strangers)));
        stranger.close();
        Files.writeString(place.resolve("no.json"), "{}");
        assertEquals(List.of(Matter.RECEIPT_MALFORMED), matters(audit(a.folder, new Audit.Held(List.of(place.resolve("no.json")), List.of()))));
        var forged = a.receipts.getFirst().toJson().with("line", a.receipts.get(1).line());
        Files.writeString(place.resolve("forged.json"), CanonicalJson.text(forged));
        assertEquals(List.of(Matter.RECEIPT_FALSE), matters(audit(a.folder, new Audit.Held(List.of(place.resolve("forged.json")), List.of()))));
    }

    @Test
    void garbageOfAnyKindIsFoundAndNothingThrows() throws IOException {
        var none = audit(place.resolve("nowhere"), Audit.Held.NOTHING);
        assertTrue(matters(none).contains(Matter.EVIDENCE_ABSENT), () -> none.findings().toString());
        for (var garbage : List.of("", "\n", "{}\n", "[]\n", "\"x\"\n", "{\"seq\":\"1\"}\n", "\0\0\0", "{\"first\":9007199254740991}\n")) {
            for (var name : List.of("evidence.jsonl", "roots.jsonl", "heads.jsonl", "forks.jsonl")) {
                var folder = copy();
                Files.writeString(folder.resolve(name), garbage, UTF_8);
                var verdict = audit(folder, Audit.Held.NOTHING);
                assertTrue(garbage.isEmpty() || !verdict.holds(), name + " " + garbage);
            }
        }
    }

    /** A node was closed or copied before the peers were asked once more. */
    @Test
    void whatOnlyOneNodeSignedForIsSaid() throws IOException {
        try (var further = new Kept(next(), a.key, Kept.bodies(LINES + 1))) {
            var held = new Audit.Held(List.of(), List.of(a.headsOf(b.key, place.resolve("of-b.jsonl"))));
            var verdict = audit(further.folder, held);
            assertTrue(verdict.holds(), () -> verdict.findings().toString());
            assertEquals(List.of(Matter.TAIL_ALONE), matters(verdict));
            Files.writeString(further.folder.resolve("roots.jsonl"), "");
            assertEquals(List.of(Matter.TAIL_UNSIGNED), matters(audit(further.folder, held)));
        }
    }

    private interface Way {
        void go(Tampering tampering, int number) throws IOException;
    }

    private static void everyWay(Way way) throws IOException {
        for (var tampering : Tampering.values()) {
            for (int number = 1; number <= LINES; number++) way.go(tampering, number);
        }
    }

    private Path next() {
        return place.resolve("forged-" + ++tried);
    }

    private Path copy() throws IOException {
        var copy = Files.createDirectories(place.resolve("copy"));
        for (var name : List.of("evidence.jsonl", "roots.jsonl", "heads.jsonl")) {
            Files.write(copy.resolve(name), Files.readAllBytes(a.folder.resolve(name)));
        }
        Files.deleteIfExists(copy.resolve("forks.jsonl"));
        return copy;
    }
}
