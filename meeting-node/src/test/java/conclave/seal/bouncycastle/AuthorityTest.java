package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-09-17T08:00:00Z");
    private static final List<String> HOSTS = List.of("conclave.local", "192.168.7.10");

    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("tls");
    }

    private Authority authority() throws IOException {
        return Authority.at(folder(), NOW);
    }

    @Test
    void aSecondStartDoesNotMakeLaptopsTrustAgain() throws IOException {
        var first = authority();
        var server = first.server(HOSTS, NOW);
        var again = Authority.at(folder(), NOW.plus(Duration.ofDays(300)));
        assertEquals(first.certificate(), again.certificate());
        assertEquals(server.leaf(), again.server(HOSTS, NOW.plus(Duration.ofDays(300))).leaf());
    }

    @Test
    void theServerSpeaksForEveryNameItIsReachedBy() throws IOException {
        var leaf = authority().server(HOSTS, NOW).leaf();
        for (var name : List.of("conclave.local", "192.168.7.10", "localhost", "127.0.0.1", "127.0.0.2", "127.0.0.3")) {
            assertTrue(Names.speaksFor(leaf, name), name);
        }
    }

    @Test
    void aClockThatIsHoursOffKillsNothing() throws Exception {
        var server = authority().server(HOSTS, NOW);
        for (var certificate : server.chain()) {
            certificate.checkValidity(Date.from(NOW.minus(Duration.ofHours(23))));
        }
    }

    @Test
    void aCertificateIsMadeAnewWhenItsNamesChangeOrItNearsItsEnd() throws IOException {
        var authority = authority();
        var first = authority.server(HOSTS, NOW).leaf();
        assertNotEquals(first, authority.server(List.of("other.local"), NOW).leaf());
        var second = authority.server(HOSTS, NOW).leaf();
        assertNotEquals(second, authority.server(HOSTS, NOW.plus(Duration.ofDays(370))).leaf());
    }

    @Test
    void aClockPutBackByYearsGetsACertificateThatIsValidThen() throws Exception {
        var authority = authority();
        authority.server(HOSTS, NOW);
        var past = NOW.minus(Duration.ofDays(200));
        authority.server(HOSTS, past).leaf().checkValidity(Date.from(past));
    }

    @Test
    void theChainHoldsAndEndsAtTheAuthority() throws Exception {
        var authority = authority();
        var server = authority.server(HOSTS, NOW);
        server.leaf().verify(authority.certificate().getPublicKey());
        authority.certificate().verify(authority.certificate().getPublicKey());
        assertEquals(authority.certificate(), server.chain().getLast());
        assertEquals(0, authority.certificate().getBasicConstraints());
        assertEquals(-1, server.leaf().getBasicConstraints());
    }

    @Test
    void theWebsCertificateIsNoPeersAndAPeersSaysWhose() throws IOException {
        var authority = authority();
        assertEquals(Optional.empty(), Authority.peerOf(authority.server(HOSTS, NOW).leaf()));
        var peer = authority.peer("n-7f3k", List.of(), NOW);
        assertEquals(Optional.of("n-7f3k"), Authority.peerOf(peer.leaf()));
        assertEquals(peer.leaf(), authority.peer("n-7f3k", List.of(), NOW).leaf());
        assertNotEquals(peer.leaf(), authority.peer("n-other", List.of(), NOW).leaf());
    }

    @Test
    void privateKeysAreReadByTheirOwnerOnly() throws IOException {
        authority().server(HOSTS, NOW);
        for (var name : List.of("authority-key.pem", "server-key.pem")) {
            var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name)));
            assertEquals("rw-------", rights, name);
        }
    }

    @Test
    void aKeyThatDoesNotBelongToItsCertificateStopsTheStart() throws IOException {
        authority().server(HOSTS, NOW);
        Files.copy(folder().resolve("server-key.pem"), folder().resolve("authority-key.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("key.changed", assertThrows(Unusable.class, this::authority).code());
        Files.delete(folder().resolve("authority-key.pem"));
        assertEquals("key.absent", assertThrows(Unusable.class, this::authority).code());
    }

    @Test
    void aRestartBetweenKeyAndCertificateBeginsThatOneAgain() throws IOException {
        var authority = authority();
        authority.server(HOSTS, NOW);
        Files.delete(folder().resolve("server.pem"));
        authority.server(HOSTS, NOW).leaf();
    }
}
