package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conclave.node.Uploads.TooSlow;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that comes in, by a clock that the test turns. */
class InflowTest {

    private final AtomicLong now = new AtomicLong();
    private final CompletableFuture<Inflow> begun = new CompletableFuture<>();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        port = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> begun.complete(new Inflow(request, vertx.getOrCreateContext(), now::get)))
                .listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Socket sending(int bytes) throws IOException {
        var laptop = new Socket("127.0.0.1", port);
        send(laptop, ("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: " + bytes + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return laptop;
    }

    private static void send(Socket laptop, byte[] bytes) throws IOException {
        laptop.getOutputStream().write(bytes);
        laptop.getOutputStream().flush();
    }

    private static int read(Inflow inflow, int bytes) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return inflow.readNBytes(bytes).length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).get(10, TimeUnit.SECONDS);
    }

    private static void tooSlow(Inflow inflow) {
        var failure = assertThrows(ExecutionException.class, () -> read(inflow, 1));
        assertInstanceOf(TooSlow.class, failure.getCause().getCause());
    }

    @Test
    void whoeverTricklesIsStoppedAfterAMinuteAndWhoeverBeganSlowlyIsNot() throws Exception {
        try (var laptop = sending(1 << 20)) {
            var inflow = begun.get(10, TimeUnit.SECONDS);
            now.set(Inflow.GRACE_MS);
            send(laptop, new byte[100_000]);
            assertEquals(100_000, read(inflow, 100_000));
            now.addAndGet(1_000);
            send(laptop, new byte[1]);
            assertEquals(1, read(inflow, 1), "64 KB a second, and that was one second");
            now.addAndGet(1_000);
            send(laptop, new byte[1]);
            tooSlow(inflow);
        }
    }

    @Test
    void nobodyHoldsAPlaceForMoreThanAQuarterOfAnHourHoweverMuchComes() throws Exception {
        try (var laptop = sending(1 << 30)) {
            var inflow = begun.get(10, TimeUnit.SECONDS);
            now.set(Inflow.LONGEST_MS + 1);
            send(laptop, new byte[1000]);
            tooSlow(inflow);
        }
    }
}
