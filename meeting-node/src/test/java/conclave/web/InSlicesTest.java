package conclave.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PageImage;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A picture on its way to a laptop that takes its time. */
class InSlicesTest {

    private static final String QUESTION = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

    /** More than the kernel keeps for a connection by far. */
    private final byte[] bytes = new byte[48 << 20];
    private final CompletableFuture<Channel> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void open() {
        new Random(7).nextBytes(bytes);
        vertx = Vertx.vertx();
        port = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0)).requestHandler(request -> {
            Future<Void> all = InSlices.send(request.response(), new PageImage("image/webp", 1, 1, bytes));
            all.onComplete(done -> {
                if (done.succeeded()) sent.complete(null);
                else sent.completeExceptionally(done.cause());
            });
            asked.complete(((ConnectionBase) request.connection()).channel());
        }).listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Socket ask() throws IOException {
        var laptop = new Socket("127.0.0.1", port);
        laptop.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
        return laptop;
    }

    /** What lies between the picture and the kernel, once nothing moves any more. */
    private static long waiting(Channel channel) throws Exception {
        long before = -1;
        long now = channel.eventLoop().submit(channel::bytesBeforeWritable).get();
        for (int calm = 0; calm < 1000; calm = now == before && now > 0 ? calm + 1 : 0) {
            before = now;
            now = channel.eventLoop().submit(channel::bytesBeforeWritable).get();
        }
        return now;
    }

    @Test
    void whoeverTakesNothingHasASliceOrTwoWaitingAndNotThePicture() throws Exception {
        try (var laptop = ask()) {
            long waiting = waiting(asked.get(10, TimeUnit.SECONDS));
            assertTrue(waiting <= 3 * InSlices.SLICE, waiting + " bytes lie in the server");
            assertTrue(!sent.isDone(), "it is not sent before it is taken");
            var all = laptop.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) head.append((char) all.read());
            assertTrue(head.toString().toLowerCase(Locale.ROOT).contains("content-length: " + bytes.length), head.toString());
            assertArrayEquals(bytes, all.readNBytes(bytes.length));
            sent.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoeverGoesAwayInTheMiddleLeavesNothingOpen() throws Exception {
        try (var laptop = ask()) {
            assertEquals(100, laptop.getInputStream().readNBytes(100).length);
        }
        assertThrows(ExecutionException.class, () -> sent.get(10, TimeUnit.SECONDS));
        asked.join().closeFuture().get(10, TimeUnit.SECONDS);
    }
}
