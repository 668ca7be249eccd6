package conclave.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.seal.Signer;
import conclave.seal.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotaryTest {

    private static final String MEETING = "mt-7k2f";

    @TempDir
    Path folder;
    final SigningKey key = SigningKey.fresh();
    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();
    Path rootsFile;
    Evidence evidence;
    Notary notary;

    @BeforeEach
    void begin() {
        rootsFile = folder.resolve("roots.jsonl");
        open(0);
    }

    @AfterEach
    void end() {
        notary.close();
        evidence.close();
    }

    private void open(long replayed) {
        evidence = Evidence.open(folder.resolve("evidence.jsonl"), MEETING);
        for (long i = 1; i <= replayed; i++) evidence.write(EvidenceTest.event(i));
        evidence.caughtUp();
        notary = open(key.signer());
    }

    private Notary open(Signer signer) {
        return Notary.open(rootsFile, MEETING, evidence, signer, () -> 1_790_000_000_000L, alarms::add);
    }

    private Receipt receiptOf(long number) throws Exception {
        return notary.receipt(evidence.write(EvidenceTest.event(number))).get(10, TimeUnit.SECONDS);
    }

    /** Taken one by one, the first line would be signed for alone, and the others would wait for that signature and the next. */
    @Test
    void whatIsHandedOverTogetherHasOneSignature() throws Exception {
        var receipts = new ArrayList<CompletableFuture<Receipt>>();
        notary.together(() -> {
            for (long i = 1; i <= 5; i++) {
                receipts.add(notary.receipt(evidence.write(EvidenceTest.event(i))));
                assertThrows(TimeoutException.class, () -> receipts.getFirst().get(20, TimeUnit.MILLISECONDS));
            }
        });
        for (var receipt : receipts) assertEquals(5, receipt.get(10, TimeUnit.SECONDS).root().size());
    }

    @Test
    void aReceiptProvesItsLineAndShowsNobodyElses() throws Exception {
        var receipt = receiptOf(1);
        assertTrue(receipt.verify(key.publicKey()));
        assertEquals(new String(evidence.line(1).bytes(), UTF_8), receipt.line());
        assertFalse(receipt.verify(SigningKey.fresh().publicKey()));
        assertTrue(receipt.shortForm().matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"), receipt.shortForm());
        assertEquals(receipt, Receipt.fromJson(CanonicalJson.readObject(CanonicalJson.bytes(receipt.toJson()))));
    }

    @Test
    void aTreeOfAnySizeLeadsEveryLeafToItsRootAndNoForeignOne() {
        var lines = new ArrayList<Line>();
        for (long seq = 1; seq <= 70; seq++) {
            lines.add(evidence.write(EvidenceTest.event(seq)));
            var tree = new MerkleTree(lines);
            for (int leaf = 0; leaf < lines.size(); leaf++) {
                var hash = MerkleTree.leaf(lines.get(leaf).hash());
                assertArrayEquals(tree.root(), MerkleTree.climb(hash, leaf, lines.size(), tree.path(leaf)));
                if (leaf > 0) assertFalse(Arrays.equals(tree.root(), MerkleTree.climb(hash, leaf - 1, lines.size(), tree.path(leaf))));
            }
        }
    }

    @Test
    void oneSignatureCoversAllThatWaited() throws Exception {
        notary.close();
        var mayGoOn = new CountDownLatch(1);
        notary = open(new HeldSigner(key.signer(), mayGoOn));
        var answers = new ArrayList<CompletableFuture<Receipt>>();
        for (long i = 1; i <= 400; i++) answers.add(notary.receipt(evidence.write(EvidenceTest.event(i))));
        mayGoOn.countDown();
        for (var answer : answers) assertTrue(answer.get(10, TimeUnit.SECONDS).verify(key.publicKey()));
        assertTrue(Files.readAllLines(rootsFile).size() <= 2, "roots: " + Files.readAllLines(rootsFile).size());
    }

    private record HeldSigner(Signer signer, CountDownLatch mayGoOn) implements Signer {
        @Override
        public String id() {
            return signer.id();
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return signer.sign(message);
        }

        @Override
        public byte[] publicKey() {
            return signer.publicKey();
        }
    }

    @Test
    void linesThatNobodyAsksForWaitForEachOtherAndForNobodyWhoAsks() throws Exception {
        for (long i = 1; i <= 20; i++) notary.cover(evidence.write(EvidenceTest.event(i)));
        var asked = receiptOf(21);
        assertTrue(asked.verify(key.publicKey()));
        notary.cover(evidence.write(EvidenceTest.event(22)));
        notary.close();
        var roots = Files.readAllLines(rootsFile).size();
        assertTrue(roots <= 3, "22 lines, of which one was asked for, took " + roots + " signatures");
        evidence.close();
        open(22);
        assertTrue(notary.receipt(22).get(10, TimeUnit.SECONDS).verify(key.publicKey()));
    }

    @Test
    void whoAsksAgainAfterARestartGetsTheSameReceipt() throws Exception {
        var receipts = new ArrayList<Receipt>();
        for (long i = 1; i <= 200; i++) receipts.add(receiptOf(i));
        end();
        open(200);
        for (var receipt : receipts) assertEquals(receipt, notary.receipt(receipt.seq()).get());
        assertThrows(IllegalArgumentException.class, () -> notary.receipt(201));
    }

    @Test
    void linesThatNoRootCoveredBeforeTheFallGetOneAtTheStart() throws Exception {
        receiptOf(1);
        end();
        open(5000);
        assertEquals(3, Files.readAllLines(rootsFile).size());
        for (long seq : new long[] {1, 2, 4097, 5000}) assertTrue(notary.receipt(seq).get().verify(key.publicKey()));
        assertTrue(receiptOf(5001).verify(key.publicKey()));
    }

    @Test
    void aTornLastRootIsCutAndItsLinesAreSignedAgain() throws Exception {
        for (long i = 1; i <= 3; i++) receiptOf(i);
        end();
        var sound = Files.readAllBytes(rootsFile);
        int lastBegins = new String(sound, UTF_8).lastIndexOf('\n', sound.length - 2) + 1;
        for (int length = lastBegins; length < sound.length; length++) {
            Files.write(rootsFile, Arrays.copyOf(sound, length));
            open(3);
            assertTrue(notary.receipt(3).get().verify(key.publicKey()));
            end();
            assertEquals(3, Files.readAllLines(rootsFile).size());
        }
        open(3);
    }

    @Test
    void noFlippedByteInTheRootsGivesAReceiptThatStillVerifies() throws Exception {
        for (long i = 1; i <= 2; i++) receiptOf(i);
        end();
        var sound = Files.readAllBytes(rootsFile);
        for (int at = 0; at < sound.length; at++) {
            var damaged = sound.clone();
            damaged[at] ^= 1;
            Files.write(rootsFile, damaged);
            assertFalse(servedSilently(damaged), "byte " + at);
        }
        Files.write(rootsFile, sound);
        open(2);
    }

    /** Damage may be refused at the opening, at the asking, or by whoever verifies; a cut last root is signed anew. */
    private boolean servedSilently(byte[] damaged) throws Exception {
        evidence = Evidence.open(folder.resolve("evidence.jsonl"), MEETING);
        for (long i = 1; i <= 2; i++) evidence.write(EvidenceTest.event(i));
        evidence.caughtUp();
        try (var _ = evidence; var opened = open(key.signer())) {
            boolean unchanged = Arrays.equals(damaged, Files.readAllBytes(rootsFile));
            return unchanged && opened.receipt(1).get().verify(key.publicKey()) && opened.receipt(2).get().verify(key.publicKey());
        } catch (Broken refused) {
            assertTrue(refused.getMessage().contains("root"), refused.getMessage());
            return false;
        }
    }

    @Test
    void noChangedFieldOfAReceiptVerifies() throws Exception {
        notary.close();
        var held = new CountDownLatch(1);
        notary = open(new HeldSigner(key.signer(), held));
        var answers = new ArrayList<CompletableFuture<Receipt>>();
        for (long i = 1; i <= 9; i++) answers.add(notary.receipt(evidence.write(EvidenceTest.event(i))));
        held.countDown();
        var mine = answers.get(4).get();
        var other = answers.get(5).get();
        var sound = mine.toJson();
        assertTrue(Receipt.fromJson(sound).verify(key.publicKey()));
        var forged = new ArrayList<Json.Obj>();
        forged.add(sound.with("line", mine.line().replace("综合-5", "综合-6")));
        forged.add(sound.with("seq", 6));
        forged.add(sound.with("meeting", "mt-other"));
        forged.add(sound.with("path", other.toJson().get("path")));
        forged.add(sound.with("path", Json.array(sound.list("path").subList(1, sound.list("path").size()))));
        forged.add(sound.with("path", Json.array(List.of(Json.text("zz")))));
        forged.add(sound.with("line", other.line()).with("seq", 6));
        var sig = mine.root().sig();
        forged.add(sound.with("sig", (sig.charAt(0) == 'A' ? 'B' : 'A') + sig.substring(1)));
        for (var field : sound.object("root").fields().keySet()) {
            var value = sound.object("root").get(field);
            var changed = value instanceof Json.Num n ? new Json.Num(n.value() + 1) : Json.text(((Json.Str) value).value() + "0");
            forged.add(sound.with("root", sound.object("root").with(field, changed)));
        }
        for (var forgery : forged) assertFalse(Receipt.fromJson(forgery).verify(key.publicKey()), CanonicalJson.text(forgery));
    }

    @Test
    void anInteriorNodeCannotPassAsALine() throws Exception {
        var lines = List.of(evidence.write(EvidenceTest.event(1)), evidence.write(EvidenceTest.event(2)));
        var tree = new MerkleTree(lines);
        var asLine = new Line(1, new byte[0], tree.root());
        assertFalse(Arrays.equals(tree.root(), MerkleTree.leaf(asLine.hash())));
        lines.forEach(notary::cover);
    }

    @Test
    void rootsAheadOfTheEvidenceStopTheNode() throws Exception {
        for (long i = 1; i <= 3; i++) receiptOf(i);
        end();
        Files.delete(folder.resolve("evidence.jsonl"));
        var broken = assertThrows(Broken.class, () -> open(2));
        assertTrue(broken.getMessage().contains("ahead"), broken.getMessage());
        evidence.close();
        Files.delete(folder.resolve("evidence.jsonl"));
        open(3);
    }

    @Test
    void aSignerThatFailsFailsAllWhoWaitAndRingsTheAlarm() throws Exception {
        notary.close();
        var signer = key.signer();
        notary = open(new Signer() {
            @Override
            public String id() {
                return signer.id();
            }

            @Override
            public byte[] sign(byte[] message) {
                throw new IllegalStateException("the key is gone");
            }

            @Override
            public byte[] publicKey() {
                return signer.publicKey();
            }
        });
        var answer = notary.receipt(evidence.write(EvidenceTest.event(1)));
        assertInstanceOf(Broken.class, assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS)).getCause());
        assertInstanceOf(Broken.class, alarms.poll(10, TimeUnit.SECONDS));
        assertThrows(Broken.class, () -> notary.cover(evidence.write(EvidenceTest.event(2))));
    }
}
