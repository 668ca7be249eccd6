package conclave.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.ledger.Testimony.Answer;
import conclave.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes hold their records against each other, line by line and word by word. */
final class TestimonyTest {

    private static final String MEETING = "mt-7k2f";

    @TempDir
    Path folder;
    final Map<String, Node> nodes = new TreeMap<>();

    /** One node's record of the meeting, and what it states of it. */
    final class Node implements AutoCloseable {
        final SigningKey key;
        final Path place;
        final Evidence evidence;
        final Testimony testimony;

        Node(String name, SigningKey key, String... events) throws IOException {
            this.key = key;
            place = Files.createDirectories(folder.resolve(name));
            evidence = Evidence.open(place.resolve("evidence.jsonl"), MEETING);
            for (var event : events) write(event);
            evidence.caughtUp();
            try {
                testimony = Testimony.open(place, MEETING, evidence, key.signer(), () -> 1_790_000_000_000L);
            } catch (RuntimeException e) {
                evidence.close();
                throw e;
            }
            nodes.put(name, this);
        }

        void write(String event) {
            evidence.write(Json.object().with("type", event));
        }

        List<String> kept() throws IOException {
            return Files.readAllLines(place.resolve("heads.jsonl"));
        }

        @Override
        public void close() {
            testimony.close();
            evidence.close();
        }
    }

    @AfterEach
    void end() {
        nodes.values().forEach(Node::close);
    }

    private Node node(String name, String... events) throws IOException {
        return new Node(name, SigningKey.fresh(), events);
    }

    private static Answer ask(Node one, Node other) {
        var question = one.testimony.question(other.key.publicKey()).orElseThrow();
        var answer = other.testimony.answer(question, one.key.publicKey());
        return answer instanceof Answer.Same same ? one.testimony.heard(same.ours(), other.key.publicKey()) : answer;
    }

    @Test
    void aPeerWithTheSameRecordCosignsAndWhoAskedKeepsIt() throws IOException {
        var a = node("a", "Founded", "Begun");
        var b = node("b", "Founded", "Begun", "AlreadyFurther");
        a.testimony.state(1);
        assertInstanceOf(Answer.Same.class, ask(a, b));
        assertEquals(Map.of(a.key.id(), 2L, b.key.id(), 2L), a.testimony.signed());
        var kept = a.kept().stream().map(line -> Head.read(line.getBytes(UTF_8))).toList();
        assertEquals(List.of(a.key.id(), b.key.id()), kept.stream().map(Head::by).toList());
        assertTrue(kept.get(0).verify(a.key.publicKey()) && kept.get(1).verify(b.key.publicKey()));
        assertEquals(Optional.empty(), a.testimony.question(b.key.publicKey()), "nothing new, nothing to ask");
    }

    @Test
    void onlyWhatMovedIsSigned() throws IOException {
        var a = node("a");
        a.testimony.state(1);
        a.write("Founded");
        a.testimony.state(64);
        assertEquals(0, a.kept().size());
        a.testimony.state(1);
        a.testimony.state(1);
        assertEquals(1, a.kept().size());
        for (int i = 0; i < 64; i++) a.write("Scored");
        a.testimony.state(64);
        assertEquals(65L, a.testimony.signed().get(a.key.id()));
    }

    @Test
    void aPeerThatLagsIsAskedTheSameUntilItGetsThere() throws IOException {
        var a = node("a", "Founded", "Begun");
        var b = node("b", "Founded");
        a.testimony.state(1);
        var first = a.testimony.question(b.key.publicKey());
        assertEquals(new Answer.NotYet(1), ask(a, b));
        a.write("Scored");
        a.testimony.state(1);
        assertEquals(first, a.testimony.question(b.key.publicKey()));
        b.write("Begun");
        assertInstanceOf(Answer.Same.class, ask(a, b));
        assertEquals(3, a.testimony.question(b.key.publicKey()).orElseThrow().size());
    }

    @Test
    void twoHeadsOfOneSizeThatDifferAreKeptAsAProofOnBothSides() throws IOException {
        var a = node("a", "Founded", "Begun");
        var b = node("b", "Founded", "BegunOtherwise");
        a.testimony.state(1);
        var found = assertInstanceOf(Answer.Differs.class, ask(a, b));
        var keys = List.of(a.key.publicKey(), b.key.publicKey());
        assertEquals(Fork.Verdict.TWO_SIGNERS, found.proof().verify(keys));
        assertEquals(Fork.Verdict.NO_PROOF, found.proof().verify(List.of(a.key.publicKey())));
        assertEquals(found.proof(), Fork.read(Files.readAllLines(b.place.resolve(Forks.FILE)).getFirst().getBytes(UTF_8)));
        // The other side hears the answer, and keeps its own copy of the proof.
        assertInstanceOf(Answer.Differs.class, a.testimony.heard(found.proof().other(), b.key.publicKey()));
        assertEquals(1, Files.readAllLines(a.place.resolve(Forks.FILE)).size());
        a.write("GoesOn");
        a.testimony.state(1);
        assertEquals(2L, a.testimony.signed().get(a.key.id()), "nothing more is signed");
        end();
        nodes.clear();
        assertThrows(Broken.class, () -> new Node("a", a.key, "Founded", "Begun", "GoesOn"));
        Files.delete(a.place.resolve(Forks.FILE));
        assertFalse(new Node("a", a.key, "Founded", "Begun", "GoesOn").testimony.signed().isEmpty());
    }

    @Test
    void whoSignsForTwoHistoriesIsConvictedByBothSignatures() throws IOException {
        var liar = SigningKey.fresh();
        var one = new Node("one", liar, "Founded", "Begun");
        var two = new Node("two", liar, "Founded", "Doctored");
        one.testimony.state(1);
        two.testimony.state(1);
        var proof = new Fork(one.testimony.question(new byte[1]).orElseThrow(), two.testimony.question(new byte[1]).orElseThrow());
        assertEquals(Fork.Verdict.ONE_SIGNER, proof.verify(List.of(liar.publicKey())));
        assertEquals(proof, Fork.read(proof.bytes()));
        assertEquals(Fork.Verdict.NO_PROOF, new Fork(proof.one(), proof.one()).verify(List.of(liar.publicKey())));
        assertEquals(Fork.Verdict.NO_PROOF, proof.verify(List.of(SigningKey.fresh().publicKey())));
    }

    @Test
    void whatItsHolderDidNotSignIsNoQuestionAndNoAnswer() throws IOException {
        var a = node("a", "Founded");
        var b = node("b", "Doctored");
        a.testimony.state(1);
        var question = a.testimony.question(b.key.publicKey()).orElseThrow();
        assertInstanceOf(Answer.NotTheirs.class, b.testimony.answer(question, SigningKey.fresh().publicKey()));
        var altered = new Head(question.statement().with("head", "0".repeat(64)), question.sig());
        assertInstanceOf(Answer.NotTheirs.class, b.testimony.answer(altered, a.key.publicKey()));
        var elsewhere = Head.sign("mt-other", 1, new byte[32], 0, a.key.signer());
        assertInstanceOf(Answer.NotTheirs.class, b.testimony.answer(elsewhere, a.key.publicKey()));
        var unasked = Head.sign(MEETING, 7, new byte[32], 0, b.key.signer());
        assertInstanceOf(Answer.NotTheirs.class, a.testimony.heard(unasked, b.key.publicKey()));
        assertFalse(Files.exists(a.place.resolve(Forks.FILE)) || Files.exists(b.place.resolve(Forks.FILE)));
    }

    @Test
    void aRecordThatLostOrChangedWhatWasSignedForStopsTheNode() throws IOException {
        var a = node("a", "Founded", "Begun");
        var b = node("b", "Founded", "Begun");
        a.testimony.state(1);
        ask(a, b);
        end();
        nodes.clear();
        Files.delete(a.place.resolve("evidence.jsonl"));
        assertTrue(assertThrows(Broken.class, () -> new Node("a", a.key, "Founded")).getMessage().contains("ahead"));
        Files.delete(a.place.resolve("evidence.jsonl"));
        assertTrue(assertThrows(Broken.class, () -> new Node("a", a.key, "Founded", "Doctored")).getMessage().contains("does not fit"));
        Files.delete(a.place.resolve("evidence.jsonl"));
        assertEquals(2, new Node("a", a.key, "Founded", "Begun").testimony.signed().size());
    }

    @Test
    void aTornLastHeadIsCutAndAnyOtherDamageIsNamed() throws IOException {
        var a = node("a", "Founded");
        a.testimony.state(1);
        a.write("Begun");
        a.testimony.state(1);
        end();
        nodes.clear();
        var file = a.place.resolve("heads.jsonl");
        var sound = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(sound, sound.length - 3));
        var again = new Node("a", a.key, "Founded", "Begun");
        assertEquals(1, again.kept().size());
        again.testimony.state(1);
        assertEquals(2, again.kept().size());
        again.close();
        nodes.clear();
        for (int at = 0; at < sound.length / 2; at += 7) {
            var damaged = sound.clone();
            damaged[at] = '!';
            Files.write(file, damaged);
            assertTrue(damagedAtTheOpeningOrNotVerified(a, damaged), "byte " + at);
        }
    }

    /** Inside the hash of an earlier head, a time or a signature it is for whoever verifies; the rest does not open. */
    private boolean damagedAtTheOpeningOrNotVerified(Node a, byte[] damaged) throws IOException {
        try (var opened = new Node("a", a.key, "Founded", "Begun")) {
            assertArrayEquals(damaged, Files.readAllBytes(a.place.resolve("heads.jsonl")));
            return opened.kept().stream().map(line -> Head.read(line.getBytes(UTF_8)))
                    .anyMatch(head -> !head.verify(a.key.publicKey()));
        } catch (Broken named) {
            nodes.clear();
            return named.getMessage().contains("heads");
        }
    }
}
