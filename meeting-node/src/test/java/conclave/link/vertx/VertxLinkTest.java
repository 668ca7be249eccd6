package conclave.link.vertx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.link.NoAnswer;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.PeerPapers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one machine ask each other, from threads that are none of Vert.x'. */
class VertxLinkTest {

    private static final int ASKERS = 16;
    private static final int QUESTIONS = 100;
    private static final byte[] ANSWER = "all of it".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    /** An asker that was interrupted between asking and listening heard an empty answer, or none: one of thousands on a busy machine. */
    @Test
    void everyAnswerArrivesWhole() throws Exception {
        var authority = Authority.at(folder.resolve("authority"), Instant.now());
        var vertx = Vertx.vertx();
        int port = freePort();
        var cut = new AtomicInteger();
        try (var one = VertxLink.open(vertx, options(authority, "one", freePort(), port));
             var two = VertxLink.open(vertx, options(authority, "two", port, port));
             var askers = Executors.newFixedThreadPool(ASKERS)) {
            two.answer("all", (_, _) -> CompletableFuture.completedFuture(ANSWER));
            var done = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < ASKERS; i++) done.add(CompletableFuture.runAsync(() -> ask(one, cut), askers));
            CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).get(3, TimeUnit.MINUTES);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
        assertEquals(0, cut.get());
    }

    /** A large answer on the way to somebody holds up no paper of a ballot, and no number of papers holds up an order. */
    @Test
    void whatIsAskedApartHasALineOfItsOwnAndNoMore() throws Exception {
        var authority = Authority.at(folder.resolve("authority"), Instant.now());
        var vertx = Vertx.vertx();
        int port = freePort();
        int door = freePort();
        var lines = new AtomicInteger();
        var onwards = vertx.createNetClient();
        vertx.createNetServer().connectHandler(in -> {
            lines.incrementAndGet();
            in.pause();
            onwards.connect(port, "127.0.0.1").onSuccess(out -> {
                in.pipeTo(out);
                out.pipeTo(in);
            });
        }).listen(door, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        try (var one = VertxLink.open(vertx, options(authority, "one", freePort(), door));
             var two = VertxLink.open(vertx, options(authority, "two", port, port))) {
            two.answer("all", (_, _) -> CompletableFuture.completedFuture(ANSWER));
            for (int i = 0; i < 3; i++) answered(() -> one.ask("two", "all", new byte[0]));
            int before = lines.get();
            for (int i = 0; i < 3; i++) answered(() -> one.askApart("two", "all", new byte[0]));
            int after = lines.get();
            assertTrue(after > before, "papers came on the line of the orders");
            for (int i = 0; i < 5; i++) {
                answered(() -> one.ask("two", "all", new byte[0]));
                answered(() -> one.askApart("two", "all", new byte[0]));
            }
            assertEquals(after, lines.get());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    /** A busy machine may need a second try for the first connection. */
    private static void answered(Supplier<CompletableFuture<byte[]>> asking) {
        for (int i = 0; i < 20; i++) {
            if (asking.get().handle((answer, no) -> no == null && Arrays.equals(ANSWER, answer)).join()) return;
        }
        throw new AssertionError("no answer");
    }

    /** A failure is a word that can be relied on, and a busy machine may take its time to connect; half an answer is neither. */
    private static void ask(VertxLink link, AtomicInteger cut) {
        for (int i = 0; i < QUESTIONS; i++) {
            try {
                if (!Arrays.equals(ANSWER, link.ask("two", "all", new byte[0]).join())) cut.incrementAndGet();
            } catch (CompletionException noAnswer) {
                assertInstanceOf(NoAnswer.class, noAnswer.getCause());
            }
        }
    }

    private LinkOptions options(Authority authority, String name, int port, int other) throws IOException {
        var place = folder.resolve(name);
        authority.into(place, false).peer(name, List.of("127.0.0.1"), Instant.now());
        var papers = PeerPapers.open(place);
        var trust = new LinkOptions.Trust() {
            @Override
            public X509TrustManager anyOfUs() {
                return papers.trusted(_ -> true);
            }

            @Override
            public X509TrustManager only(String peer) {
                return papers.trusted(peer::equals);
            }
        };
        return new LinkOptions("127.0.0.1", port, _ -> Optional.of(new LinkOptions.Address("127.0.0.1", other)),
                new LinkOptions.Papers(papers.shown(), trust, Authority::peerOf), Duration.ofSeconds(10));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
