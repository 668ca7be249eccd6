package conclave.ledger.ratis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.LedgerId;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.PeerPapers;
import conclave.seal.bouncycastle.TlsIdentity;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody without a certificate of our authority gets a word from the ledger's port. */
final class MutualTlsTest {

    private static final char[] NO_PASSWORD = {};
    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    @TempDir
    Path folder;

    @Test
    void onlyOurAuthoritysCertificatesAreSpokenTo() throws Exception {
        var authority = Authority.at(folder.resolve("tls"), Instant.now());
        var ours = authority.peer("node-1", HOSTS, Instant.now());
        var strangers = Authority.at(folder.resolve("strange"), Instant.now()).peer("node-1", HOSTS, Instant.now());
        int port = freePort();
        var papers = PeerPapers.open(folder.resolve("tls"));
        var tls = new RatisOptions.Tls(papers.shown(), papers.trusted("node-1"::equals), Authority::peerOf);
        var options = new RatisOptions(folder.resolve("data"), "node-1", "127.0.0.1", port, Optional.of(tls), (_, _) -> { });
        try (var ledgers = new RatisLedgers(options); var ledger = ledgers.found(new LedgerId(UUID.randomUUID()), (_, _) -> { })) {
            ledger.append(new byte[] {1}).join();
            assertTrue(isSpokenTo(port, authority, Optional.of(ours)));
            assertFalse(isSpokenTo(port, authority, Optional.of(strangers)));
            assertFalse(isSpokenTo(port, authority, Optional.empty()));
        }
    }

    @Test
    void whatIsNoGreetingAtAllIsToldOfAndEndsThatConnectionOnly() throws Exception {
        var authority = Authority.at(folder.resolve("tls"), Instant.now());
        var ours = authority.peer("node-1", HOSTS, Instant.now());
        int port = freePort();
        var papers = PeerPapers.open(folder.resolve("tls"));
        var babble = new CountDownLatch(2);
        var tls = new RatisOptions.Tls(papers.shown(), papers.trusted("node-1"::equals), Authority::peerOf, _ -> { }, babble::countDown);
        var options = new RatisOptions(folder.resolve("data"), "node-1", "127.0.0.1", port, Optional.of(tls), (_, _) -> { });
        try (var ledgers = new RatisLedgers(options); var ledger = ledgers.found(new LedgerId(UUID.randomUUID()), (_, _) -> { })) {
            for (var rubbish : List.of("GET / HTTP/1.1\r\n\r\n", "\0\1\2 nobody speaks like this, and for long")) {
                try (var socket = new Socket("127.0.0.1", port)) {
                    socket.getOutputStream().write(rubbish.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getInputStream().readAllBytes();
                } catch (IOException reset) {
                    assertTrue(port > 0);
                }
            }
            assertTrue(babble.await(20, TimeUnit.SECONDS));
            ledger.append(new byte[] {1}).join();
            assertTrue(isSpokenTo(port, authority, Optional.of(ours)));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Greets as HTTP/2 does; a server that takes us sends its settings back. */
    private static boolean isSpokenTo(int port, Authority authority, Optional<TlsIdentity> identity) throws Exception {
        try (var socket = (SSLSocket) context(authority, identity).getSocketFactory().createSocket("127.0.0.1", port)) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
            socket.getOutputStream().flush();
            assertEquals("h2", socket.getApplicationProtocol());
            return socket.getInputStream().read() >= 0;
        } catch (IOException refused) {
            return false;
        }
    }

    private static SSLContext context(Authority authority, Optional<TlsIdentity> identity) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NO_PASSWORD);
        trusted.setCertificateEntry("authority", authority.certificate());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, NO_PASSWORD);
        if (identity.isPresent()) {
            own.setKeyEntry("own", identity.get().key(), NO_PASSWORD, identity.get().chain().toArray(Certificate[]::new));
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
