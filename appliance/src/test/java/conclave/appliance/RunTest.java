package conclave.appliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave run} as a person meets it: in a process of its own, with signals, with everything that can be in its way. */
final class RunTest {

    private static final String[] SMALL = {"--rooms", "1", "--experts", "2", "--applicants", "2"};

    @TempDir
    private Path folder;

    @Test
    void startedAgainItGoesOnWhereItWasAndNobodyElseTakesItsFolderOrPort() throws Exception {
        var data = folder.resolve("data with a space");
        Json.Obj first;
        try (var node = run(data, SMALL)) {
            first = node.ready();
            everythingAProgramNeedsIsThere(data, first, node.pid());
            assertEquals(200, ready(first));
            anotherProcessIsTurnedAway(data, first);
            node.signal("TERM");
            assertEquals(0, node.exit());
            assertEquals("正在生成示例会议… Making the sample meeting…\n", node.complaints());
        }
        try (var node = run(data, "--rooms", "3")) {
            var second = node.ready();
            assertEquals(codes(first), codes(second));
            assertEquals(200, ready(second));
            assertEquals(second, runFile(data));
            node.signal("INT");
            assertEquals(0, node.exit());
            assertTrue(node.complaints().contains("--rooms 3"), "the option is ignored, and that is said");
        }
        aDamagedRecordIsNamedAndNotReplaced(data);
    }

    private static void everythingAProgramNeedsIsThere(Path data, Json.Obj run, long pid) throws IOException {
        assertEquals(run, runFile(data));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("run.json"))));
        assertFalse(Files.exists(data.resolve("sample")), "the folder that was read is gone");
        assertEquals(pid, ((Json.Obj) run.list("nodes").getFirst()).number("pid"));
        var roles = people(run).map(person -> person.text("role")).sorted().toList();
        assertEquals(List.of("chair", "expert", "expert", "registrar", "secretary", "supervisor", "technician"), roles);
        people(run).filter(person -> person.text("role").equals("expert")).forEach(expert -> assertEquals("R01", expert.text("room")));
    }

    private void anotherProcessIsTurnedAway(Path data, Json.Obj first) throws IOException {
        refused(1, "data.in-use", "正被进程", "is in use by process", run(data));
        assertEquals(first, runFile(data));
        var port = Integer.toString(URI.create(first.text("baseUrl")).getPort());
        refused(1, "start.port-used", "已被其他程序占用", "is in use by another program",
                ChildNode.conclave("serve", "--json", "--data", folder.resolve("other").toString(), "--port", port));
    }

    private void aDamagedRecordIsNamedAndNotReplaced(Path data) throws IOException {
        var evidence = evidence(data);
        var bytes = Files.readAllBytes(evidence);
        bytes[bytes.length / 2] ^= 1;
        Files.write(evidence, bytes);
        refused(3, "start.broken", "会议记录未通过校验", "do not hold", run(data));
        assertEquals(-1, Files.mismatch(evidence, Files.write(folder.resolve("as damaged"), bytes)));
        assertFalse(Files.exists(data.resolve("run.json")), "what the last run said is not true any more");
    }

    @Test
    void aFolderOfANewerVersionIsLeftAlone() throws Exception {
        var data = Files.createDirectory(folder.resolve("newer"));
        Files.writeString(data.resolve("format"), "conclave-data 7\n");
        refused(1, "data.format.newer", "由更新的版本写成", "written by a newer version", run(data));
        assertEquals("conclave-data 7\n", Files.readString(data.resolve("format")));
    }

    @Test
    void aCertificateThatIsNoneIsSaidInASentence() throws Exception {
        var nonsense = Files.writeString(folder.resolve("cert.pem"), "no certificate");
        refused(1, "cert.none", "没有证书", "There is no certificate in",
                run(folder.resolve("data"), "--cert", nonsense.toString(), "--key", nonsense.toString()));
    }

    @Test
    void aMistypedOptionIsNotTakenForAnother() throws Exception {
        try (var node = ChildNode.conclave("run", "--data", folder.resolve("data").toString(), "--prot", "1")) {
            assertEquals(2, node.exit());
            assertFalse(Files.exists(folder.resolve("data")));
        }
    }

    private static void refused(int exit, String what, String chinese, String english, ChildNode node) throws IOException {
        try (node) {
            var findings = node.ready().list("findings");
            var grave = findings.stream().map(Json.Obj.class::cast).filter(f -> f.text("severity").equals("error")).toList();
            assertEquals(exit, node.exit());
            assertEquals(what, grave.getFirst().text("what"), () -> CanonicalJson.text(new Json.Arr(findings)));
            assertTrue(grave.getFirst().text("zh").contains(chinese), grave.getFirst().text("zh"));
            assertTrue(grave.getFirst().text("en").contains(english), grave.getFirst().text("en"));
            assertFalse(node.complaints().contains("\tat "), "no stack trace");
        }
    }

    private static ChildNode run(Path data, String... more) throws IOException {
        var start = Stream.of("run", "--json", "--port", "0", "--data", data.toString());
        return ChildNode.conclave(Stream.concat(start, Stream.of(more)).toArray(String[]::new));
    }

    private static Json.Obj runFile(Path data) throws IOException {
        return CanonicalJson.readObject(Files.readString(data.resolve("run.json")).strip().getBytes(UTF_8));
    }

    private static Stream<Json.Obj> people(Json.Obj run) {
        return run.list("people").stream().map(Json.Obj.class::cast);
    }

    private static TreeMap<String, String> codes(Json.Obj run) {
        var codes = new TreeMap<String, String>();
        people(run).forEach(person -> codes.put(person.text("code"), person.text("name") + " " + person.text("role")));
        assertNotEquals(0, codes.size());
        return codes;
    }

    private static Path evidence(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("meetings"))) {
            return files.filter(file -> file.endsWith("evidence.jsonl")).findFirst().orElseThrow();
        }
    }

    private static int ready(Json.Obj run) throws Exception {
        var trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null);
        try (var in = Files.newInputStream(Path.of(run.text("caFile")))) {
            trust.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trusting.getTrustManagers(), null);
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            var asked = HttpRequest.newBuilder(URI.create(run.text("baseUrl") + "/health/ready")).build();
            return client.send(asked, BodyHandlers.discarding()).statusCode();
        }
    }
}
