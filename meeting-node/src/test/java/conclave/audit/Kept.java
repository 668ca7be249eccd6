package conclave.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.ledger.Evidence;
import conclave.ledger.Head;
import conclave.ledger.Notary;
import conclave.ledger.Receipt;
import conclave.ledger.Testimony;
import conclave.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** A meeting's folder as a node with this key keeps it. An attacker with the key keeps his in the very same way. */
final class Kept implements AutoCloseable {

    static final String MEETING = "mtg_audited";
    private static final int RUN = 3;

    final Path folder;
    final SigningKey key;
    private final String meeting;
    final List<Receipt> receipts = new ArrayList<>();
    private final Evidence evidence;
    private final Testimony testimony;

    /** Three lines under each root, and the notary gone when this returns. */
    Kept(Path folder, SigningKey key, List<Json.Obj> bodies) throws IOException {
        this(folder, key, MEETING, bodies, RUN);
    }

    Kept(Path folder, SigningKey key, String meeting, List<Json.Obj> bodies, int run) throws IOException {
        this.meeting = meeting;
        this.folder = Files.createDirectories(folder);
        this.key = key;
        evidence = Evidence.open(folder.resolve("evidence.jsonl"), meeting);
        for (int from = 0; from < bodies.size(); from += run) {
            for (var body : bodies.subList(from, Math.min(bodies.size(), from + run))) evidence.write(body);
            evidence.caughtUp();
            // Covers what no root covers yet.
            notary().close();
        }
        try (var notary = notary()) {
            for (long seq = 1; seq <= bodies.size(); seq++) receipts.add(notary.receipt(seq).get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
        testimony = Testimony.open(folder, meeting, evidence, key.signer(), () -> 1_790_000_000_000L);
    }

    private Notary notary() {
        return Notary.open(folder.resolve("roots.jsonl"), meeting, evidence, key.signer(), () -> 1_790_000_000_000L, alarm -> {
            throw alarm;
        });
    }

    /** States its head, and has these others cosign it where their record is the same. */
    Kept stated(Kept... others) {
        testimony.state(1);
        for (var other : others) {
            var question = testimony.question(other.key.publicKey()).orElseThrow();
            if (other.testimony.answer(question, key.publicKey()) instanceof Testimony.Answer.Same same) testimony.heard(same.ours(), other.key.publicKey());
        }
        return this;
    }

    Signatory as(String name) {
        return new Signatory(name, key.publicKey());
    }

    /** What this signer said in the sidecar, alone in a file: as another would keep it. */
    Path headsOf(SigningKey signer, Path file) throws IOException {
        var its = Files.readAllLines(folder.resolve("heads.jsonl")).stream().filter(line -> Head.read(line.getBytes(UTF_8)).by().equals(signer.id())).toList();
        return Files.write(file, its);
    }

    Path receipt(int seq, Path file) throws IOException {
        return Files.write(file, CanonicalJson.bytes(receipts.get(seq - 1).toJson()));
    }

    static List<Json.Obj> bodies(int count) {
        var bodies = new ArrayList<Json.Obj>();
        for (int i = 1; i <= count; i++) bodies.add(Json.object().with("type", "ScoreSubmitted").with("expert", "per_" + i).with("value", "8" + i + ".50"));
        return bodies;
    }

    /** The events of an evidence file, without what chains them. */
    static Json.Obj body(String line) {
        var fields = new TreeMap<>(CanonicalJson.readObject(line.getBytes(UTF_8)).fields());
        fields.remove("seq");
        fields.remove("prev");
        return Json.object(fields);
    }

    @Override
    public void close() {
        testimony.close();
        evidence.close();
    }
}
