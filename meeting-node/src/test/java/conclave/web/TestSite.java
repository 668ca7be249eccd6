package conclave.web;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.Limits;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.node.Hall;
import conclave.node.TestHouse;
import conclave.presence.LocalPresence;
import conclave.presence.LocalSignIns;
import conclave.presence.Presence;
import conclave.seal.RandomIds;
import conclave.seal.bouncycastle.Authority;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A whole site on loopback, spoken to over real HTTPS. */
final class TestSite implements AutoCloseable {

    final TestHouse test;
    final Hall hall;
    final WebServer server;
    final int port;
    private final HttpClient client;
    private final SSLContext trusting;

    /** Somebody's browser: their cookie and the token of their page. */
    final class Browser {
        String cookie = "";
        String csrf = "";
        String language = "zh-CN";

        HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        HttpResponse<byte[]> bytes(String path) {
            try {
                return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> post(String path, String body) {
            return send(request(path).header("Content-Type", "application/json").header("Idempotency-Key", RandomIds.next())
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            return TestSite.this.send(request.build());
        }

        HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).timeout(Duration.ofSeconds(20))
                    .header("Accept-Language", language);
            if (!cookie.isEmpty()) request.header("Cookie", cookie);
            if (!csrf.isEmpty()) request.header("X-CSRF-Token", csrf);
            return request;
        }

        Browser signedIn(String code) {
            var response = post("/api/sign-in", "{\"code\":\"" + code + "\"}");
            if (response.statusCode() != 200) throw new AssertionError(response.body());
            cookie = response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            csrf = json(response).text("csrf");
            return this;
        }
    }

    TestSite(Path folder, int rooms, MeetingFile.Policy policy) throws IOException {
        this(folder, rooms, policy, UnaryOperator.identity());
    }

    TestSite(Path folder, int rooms, MeetingFile.Policy policy, UnaryOperator<MeetingFile> changed) throws IOException {
        this(new TestHouse(folder), house -> house.admit(rooms, policy, changed));
    }

    /** Which meeting is on; after a restart one that is there already. */
    interface Programme {
        Hall on(TestHouse house) throws IOException;
    }

    TestSite(Path folder, int rooms, MeetingFile.Policy policy, Presence presence) throws IOException {
        this(new TestHouse(folder), house -> house.admit(rooms, policy, UnaryOperator.identity()), presence);
    }

    TestSite(TestHouse house, Programme programme) throws IOException {
        this(house, programme, new LocalPresence(new LocalSignIns(10, 200, Duration.ofSeconds(60), Duration.ofSeconds(60)), true));
    }

    private TestSite(TestHouse house, Programme programme, Presence presence) throws IOException {
        test = house;
        hall = programme.on(house);
        var folder = house.folder;
        server = new WebServer(Vertx.vertx(), new WebServer.Fittings(test.house, test.passes(), () -> presence, test.signer, Optional::empty,
                Limits.DEFAULT, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        test.watchers.add(server.watcher());
        var authority = Authority.at(Files.createDirectories(folder.resolve("tls")), Instant.now());
        var identity = authority.server(List.of("localhost"), Instant.now());
        port = server.open(new WebServer.Door("127.0.0.1", 0, identity.certificatePem(), identity.keyPem()))
                .toCompletionStage().toCompletableFuture().join();
        trusting = trusting(authority);
        client = HttpClient.newBuilder().sslContext(trusting).build();
    }

    /** A line to the server on which a test may behave as badly as it likes. */
    Socket line() throws IOException {
        return trusting.getSocketFactory().createSocket("127.0.0.1", port);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Throws a paper in as a laptop does, without a name; with what the headers bring along beside it. */
    HttpResponse<String> cast(byte[] paper, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + BallotSlot.PATH)).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofByteArray(paper));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /** A body that comes bit by bit. */
    HttpResponse<String> castInParts(byte[]... parts) {
        var body = HttpRequest.BodyPublishers.concat(Arrays.stream(parts).map(HttpRequest.BodyPublishers::ofByteArray).toArray(HttpRequest.BodyPublisher[]::new));
        return send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + BallotSlot.PATH)).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/octet-stream").POST(body).build());
    }

    Browser browser() {
        return new Browser();
    }

    Browser signedIn(Role role, String room, int which) {
        return browser().signedIn(code(TestHouse.people(hall, role, room).get(which)));
    }

    /** The stream of nudges, line by line. */
    BlockingQueue<String> listen(Browser browser) {
        return LiveLinesTest.lines(client, browser.request("/api/events").timeout(Duration.ofMinutes(5)).build());
    }

    String code(Item.Person person) {
        return hall.faces().identity(person).code();
    }

    static Json.Obj json(HttpResponse<String> response) {
        return CanonicalJson.readObject(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static SSLContext trusting(Authority authority) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", authority.certificate());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        // Not close(): a page that listens would keep it waiting for ever.
        client.shutdownNow();
        server.close();
        test.close();
    }
}
