package conclave.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.DataFolder;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Member.Ports;
import conclave.config.Member.Role;
import conclave.config.NodeConfig;
import conclave.node.Condition;
import conclave.presence.Visit;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.TlsIdentity;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is online comes from one server to the other under the kit's papers, and nobody else gets a byte to Hazelcast. */
final class WaysTest {

    private static final char[] NO_PASSWORD = {};
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant NOW = Instant.parse("2026-09-17T08:00:00Z");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Kit kit;

    @BeforeEach
    void found() throws IOException {
        kit = KitFounding.found(folder, Optional.empty(), List.of(wish("a", Role.SERVER, "127.0.0.1"), wish("b", Role.SERVER, "127.0.0.2"),
                wish("w", Role.WITNESS, "127.0.0.3"))).value().orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) one.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void twoServersHearOfEachOtherUnderTheirPapers() throws Exception {
        var a = neighbours("a");
        var b = neighbours("b");
        a.presence().entered("c1", new Visit("psn-1", "A", NOW));
        b.presence().entered("c1", new Visit("psn-2", "A", NOW));
        until("both are seen at both", () -> a.presence().inRoom("A").size() == 2 && b.presence().inRoom("A").size() == 2);
        for (int i = 0; i < 16; i++) a.presence().signIns().failed("10.0.0.9", Instant.now());
        until("the guesser waits at b", () -> b.presence().signIns().mustWait("10.0.0.9", Instant.now()).isPositive());
        assertTrue(a.presence().seesAll() && b.presence().seesAll());
        assertEquals(Condition.Sharing.SHARED, a.sharing().get());
        a.presence().close();
        until("b does not know any more who is at a", () -> !b.presence().seesAll());
        assertEquals(1, b.presence().inRoom("A").size());
    }

    @Test
    void aStrangerAtThePortGetsNoByteToHazelcast() throws Exception {
        neighbours("a");
        var b = neighbours("b");
        until("b has heard a", b.presence()::seesAll);
        var door = new InetSocketAddress(kit.member("b").orElseThrow().address(), kit.member("b").orElseThrow().ports().presence());
        // What starts a member's protocol: on the bare port fourteen bytes made Hazelcast ask for 2 GiB, and the node ended.
        assertTrue(isTurnedAway(plain(door, "HZC\u0004\0\0\u00ff\u00ff\u00ff\u00ff\u007f\u00ff\u00ff\u00f0")));
        assertTrue(isTurnedAway(plain(door, "CP2\0\0\0\0\0\0\0\0\0\0")));
        assertTrue(isTurnedAway(plain(door, "GET / HTTP/1.1\r\n\r\n")));
        assertTrue(isTurnedAway(plain(door, "x".repeat(70_000))));
        var strange = Authority.at(folder.resolve("strange"), Instant.now());
        assertTrue(isTurnedAway(encrypted(door, Optional.empty())), "no papers");
        assertTrue(isTurnedAway(encrypted(door, Optional.of(strange.peer(kit.member("a").orElseThrow().peer(), List.of("127.0.0.1"), Instant.now())))), "of another authority");
        var ours = Authority.at(folder.resolve("a/node/certificates"), Instant.now());
        assertTrue(isTurnedAway(encrypted(door, Optional.of(ours.peer("a-lost-node-that-was-replaced", List.of("127.0.0.1"), Instant.now())))), "not in the cluster file");
        assertEquals(Condition.Sharing.SHARED, b.sharing().get());
        assertTrue(b.presence().seesAll());
    }

    /** Dates are not looked at, because a kit's clocks may be wrong; who may come in is said by the cluster file. */
    @Test
    void papersOfAPeerThatHaveRunOutStillOpenTheDoor() throws Exception {
        neighbours("b");
        var ours = Authority.at(folder.resolve("a/node/certificates"), Instant.now());
        var old = ours.peer(kit.member("a").orElseThrow().peer(), List.of("127.0.0.1"), Instant.parse("1999-01-01T00:00:00Z"));
        var door = new InetSocketAddress("127.0.0.2", kit.member("b").orElseThrow().ports().presence());
        until("the door is open", () -> {
            try (var socket = encrypted(door, Optional.of(old))) {
                // The service that is Hazelcast, which greets whoever begins with its word.
                socket.getOutputStream().write(new byte[] {0, 'H', 'Z', 'C'});
                return socket.getInputStream().read() == 'H';
            } catch (Exception notYet) {
                return false;
            }
        });
    }

    private Neighbours neighbours(String name) throws Exception {
        var config = NodeConfig.read(Optional.empty(), settings(name)).value().orElseThrow();
        Standing standing;
        try (var data = DataFolder.open(folder.resolve(name)).value().orElseThrow()) {
            standing = Standing.of(config, data);
        }
        var neighbours = Neighbours.of(config, standing, vertx);
        open.add(neighbours.presence());
        neighbours.join().run();
        return neighbours;
    }

    private Map<String, String> settings(String name) {
        return Map.of("data", folder.resolve(name).toString(), "cluster", folder.resolve("cluster.conf").toString(), "node", name);
    }

    private static KitFounding.Wish wish(String name, Member.Role role, String address) throws IOException {
        return new KitFounding.Wish(name, role, address, new Ports(freePort(), freePort(), freePort(), freePort()));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static Socket plain(InetSocketAddress door, String bytes) throws IOException {
        var socket = new Socket();
        socket.connect(door);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static SSLSocket encrypted(InetSocketAddress door, Optional<TlsIdentity> shown) throws Exception {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, NO_PASSWORD);
        if (shown.isPresent()) own.setKeyEntry("own", shown.get().key(), NO_PASSWORD, shown.get().chain().toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new Credulous()}, null);
        return (SSLSocket) context.getSocketFactory().createSocket(door.getAddress(), door.getPort());
    }

    /** Whether nothing comes back but a farewell (an alert of TLS), before or after the first words. */
    private static boolean isTurnedAway(Socket socket) {
        try (socket) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(new byte[] {0, 'H', 'Z', 'C'});
            return !saysHazelcast(socket.getInputStream());
        } catch (IOException closed) {
            return !(closed instanceof java.net.SocketTimeoutException);
        }
    }

    private static boolean saysHazelcast(InputStream from) throws IOException {
        return new String(from.readAllBytes(), StandardCharsets.ISO_8859_1).contains("HZC");
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain: " + what);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    /** A stranger does not care who answers. */
    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
