package conclave.appliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.ledger.Evidence;
import conclave.ledger.Notary;
import conclave.ledger.Receipt;
import conclave.ledger.Testimony;
import conclave.seal.Digests;
import conclave.seal.SigningKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that an auditor types, on a folder of three lines that two nodes have signed for. */
class AuditCommandTest {

    private static final String MEETING = "mtg_by_command";

    @TempDir
    Path place;
    final SigningKey a = SigningKey.fresh();
    final SigningKey b = SigningKey.fresh();
    final StringWriter out = new StringWriter();
    Path folder;
    Path cluster;
    Path receipt;

    @BeforeEach
    void kept() throws Exception {
        folder = Files.createDirectories(place.resolve("a"));
        receipt = place.resolve("receipt.json");
        cluster = place.resolve("cluster.conf");
        Files.writeString(cluster, new Kit("kit-test", Optional.empty(), "0".repeat(64), List.of(member("a", a, 7000), member("b", b, 7010),
                member("w", SigningKey.fresh(), 7020))).text());
        keep(Files.createDirectories(place.resolve("b")), b, Optional.empty());
        keep(folder, a, Optional.of(place.resolve("b")));
    }

    private static Member member(String name, SigningKey key, int port) {
        return new Member(name, Member.Role.SERVER, "peer-of-" + name, "127.0.0.1", new Member.Ports(port, port + 1, port + 2, port + 3),
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()));
    }

    private void keep(Path at, SigningKey key, Optional<Path> peer) throws Exception {
        try (var evidence = Evidence.open(at.resolve("evidence.jsonl"), MEETING)) {
            for (int i = 1; i <= 3; i++) evidence.write(Json.object().with("type", "ScoreSubmitted").with("value", "8" + i));
            evidence.caughtUp();
            try (var notary = Notary.open(at.resolve("roots.jsonl"), MEETING, evidence, key.signer(), () -> 0, _ -> { });
                    var testimony = Testimony.open(at, MEETING, evidence, key.signer(), () -> 0)) {
                Files.write(receipt, CanonicalJson.bytes(notary.receipt(2).get().toJson()));
                testimony.state(1);
                if (peer.isPresent()) cosigned(testimony, peer.get(), evidence);
            }
        }
    }

    private void cosigned(Testimony testimony, Path peer, Evidence same) {
        try (var theirs = Testimony.open(peer, MEETING, same, b.signer(), () -> 0)) {
            var answer = theirs.answer(testimony.question(b.publicKey()).orElseThrow(), a.publicKey());
            testimony.heard(((Testimony.Answer.Same) answer).ours(), b.publicKey());
        }
    }

    private int audit(String... arguments) {
        var all = new ArrayList<>(List.of("audit", folder.toString()));
        all.addAll(List.of(arguments));
        out.getBuffer().setLength(0);
        return new CommandLine(new Conclave()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true)).execute(all.toArray(String[]::new));
    }

    @Test
    void aSoundFolderEndsWithZeroAndSaysWhoSigned() {
        assertEquals(0, audit("--cluster", cluster.toString(), "--receipt", receipt.toString()), out::toString);
        assertTrue(out.toString().contains("节点 b 签名至第3行") && out.toString().contains("没有发现改动"), out::toString);
        assertEquals(0, audit("--cluster", cluster.toString(), "--json"));
        var json = CanonicalJson.readObject(out.toString().strip().getBytes(UTF_8));
        assertTrue(json.flag("holds") && json.number("cosigned") == 3 && json.text("meeting").equals(MEETING), out::toString);
    }

    @Test
    void theTenDigitsOfASlipFindTheirLineAndOthersAreSaidToBeMissing() throws Exception {
        var line = Files.readAllLines(folder.resolve("evidence.jsonl")).get(1);
        var slip = Receipt.shortForm(Digests.sha256(line.getBytes(UTF_8)));
        assertEquals(0, audit("--cluster", cluster.toString(), "--receipt", slip.toLowerCase(Locale.ROOT)), out::toString);
        assertTrue(out.toString().contains("在证据第2行"), out::toString);
        assertEquals(1, audit("--cluster", cluster.toString(), "--receipt", "ZZZZZ-ZZZZZ"));
        assertTrue(out.toString().contains("是否抄错"), out::toString);
    }

    @Test
    void aChangedLineEndsWithOneAndIsNamedInBothLanguages() throws Exception {
        var file = folder.resolve("evidence.jsonl");
        Files.writeString(file, Files.readString(file).replace("\"82\"", "\"92\""));
        assertEquals(1, audit("--cluster", cluster.toString()), out::toString);
        assertTrue(out.toString().contains("证据第3行与上一行不衔接") && out.toString().contains("Line 3 of the evidence"), out::toString);
        assertEquals(1, audit("--cluster", cluster.toString(), "--json"));
        assertFalse(CanonicalJson.readObject(out.toString().strip().getBytes(UTF_8)).flag("holds"));
    }

    @Test
    void aNodeThatWasReplacedIsKnownFromTheClusterFileBefore() throws Exception {
        var after = place.resolve("after.conf");
        var third = member("w", SigningKey.fresh(), 7020);
        Files.writeString(after, new Kit("kit-test", Optional.empty(), "0".repeat(64), List.of(member("a", a, 7000),
                member("b", SigningKey.fresh(), 7010), third)).text());
        assertEquals(1, audit("--cluster", after.toString()));
        assertTrue(out.toString().contains("更换前的集群文件"), out::toString);
        assertEquals(0, audit("--cluster", after.toString(), "--cluster", cluster.toString()), out::toString);
        assertTrue(out.toString().contains("节点 b/" + b.id() + " 签名至第3行"), out::toString);
    }

    @Test
    void withoutAnybodysKeyOrFolderItSaysWhatIsMissing() throws Exception {
        assertEquals(2, audit());
        assertTrue(out.toString().contains("--cluster"), out::toString);
        folder = place.resolve("nowhere");
        assertEquals(2, audit("--cluster", cluster.toString()));
        folder = place.resolve("a");
        var key = Files.write(place.resolve("signing.pub"), a.publicKey());
        assertEquals(1, audit("--key", key.toString()), "the peer is not of this kit");
        assertTrue(out.toString().contains("不在节点名单中"), out::toString);
    }
}
