package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenCertificateTest {

    private static final Instant NOW = Instant.parse("2026-09-17T08:00:00Z");
    private static final String HOST = "review.example.org";

    @TempDir
    Path folder;
    private Authority authority;
    private Path cert;
    private Path key;

    @BeforeEach
    void bring() throws IOException {
        authority = Authority.at(folder.resolve("tls"), NOW);
        authority.server(List.of(HOST), NOW);
        cert = folder.resolve("tls/server.pem");
        key = folder.resolve("tls/server-key.pem");
    }

    private static Set<String> codes(GivenCertificate given) {
        return given.troubles().stream().map(GivenCertificate.Trouble::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aGoodPairIsTakenAsItIs() {
        var given = GivenCertificate.check(cert, key, HOST, NOW);
        assertEquals(Set.of(), codes(given));
        assertEquals(2, given.identity().orElseThrow().chain().size());
        assertTrue(new String(given.identity().get().keyPem()).startsWith("-----BEGIN PRIVATE KEY-----"));
    }

    @Test
    void aKeyOfAnotherCertificateIsNamed() throws IOException {
        authority.peer("n-1", List.of(), NOW);
        var given = GivenCertificate.check(cert, folder.resolve("tls/peer-key.pem"), HOST, NOW);
        assertEquals(Set.of("cert.key.other"), codes(given));
        assertFalse(given.identity().isPresent());
    }

    @Test
    void expiredAndForAnotherHostAreToldTogether() {
        var given = GivenCertificate.check(cert, key, "elsewhere.org", NOW.plus(Duration.ofDays(400)));
        assertEquals(Set.of("cert.expired", "cert.name"), codes(given));
    }

    @Test
    void aCertificateThatEndsSoonIsUsedWithANotice() {
        var given = GivenCertificate.check(cert, key, HOST, NOW.plus(Duration.ofDays(380)));
        assertEquals(Set.of("cert.expires-soon"), codes(given));
        assertTrue(given.identity().isPresent());
    }

    @Test
    void aClockBeforeTheCertificatesTimeIsNamed() {
        assertEquals(Set.of("cert.not-yet"), codes(GivenCertificate.check(cert, key, HOST, NOW.minus(Duration.ofDays(30)))));
    }

    @Test
    void filesThatAreSomethingElseAreNamedBoth() throws IOException {
        var noise = Files.write(folder.resolve("noise"), new byte[] {1, 2, 3});
        assertEquals(Set.of("cert.key.none", "cert.none"), codes(GivenCertificate.check(noise, noise, HOST, NOW)));
        var torn = Files.writeString(folder.resolve("torn"), Files.readString(cert).substring(0, 200));
        assertEquals(Set.of("cert.key.unreadable", "cert.unreadable"),
                codes(GivenCertificate.check(torn, folder.resolve("absent"), HOST, NOW)));
        assertEquals(Set.of("cert.key.none", "cert.none"), codes(GivenCertificate.check(key, cert, HOST, NOW)));
    }
}
