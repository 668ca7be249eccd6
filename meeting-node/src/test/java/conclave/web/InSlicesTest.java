package conclave.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PageImage;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
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

    private static final int SLICE = 256 << 10;
    private static final String QUESTION = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

    /** More than the kernel keeps for a connection by far. */
    private final byte[] bytes = new byte[48 << 20];
    private final PageImage image = new PageImage("image/webp", 1, 1, bytes);
    private final CompletableFuture<Channel> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void open() {
        new Random(7).nextBytes(bytes);
        vertx = Vertx.vertx();
        port = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0)).requestHandler(request -> {
            Future<Void> all = InSlices.send(request.response(), image);
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
        for (int calm = 0; calm < 1000; calm = now == before ? calm + 1 : 0) {
            before = now;
            now = channel.eventLoop().submit(channel::bytesBeforeWritable).get();
        }
        return now;
    }

    @Test
    void whoeverTakesNothingHasASliceOrTwoWaitingAndNotThePicture() throws Exception {
        try (var laptop = ask()) {
            long waiting = waiting(asked.get(10, TimeUnit.SECONDS));
            assertTrue(waiting <= 2 * SLICE, waiting + " bytes lie in the server");
            assertTrue(!sent.isDone(), "it is not sent before it is taken");
            var all = laptop.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) head.append((char) all.read());
            assertTrue(head.toString().toLowerCase(Locale.ROOT).contains("content-length: " + bytes.length), head.toString());
            assertArrayEquals(bytes, all.readNBytes(bytes.length));
            sent.get(10, TimeUnit.SECONDS);
        }
        assertThrows(IllegalStateException.class, image::bytes, "its memory may serve the next");
    }

    @Test
    void whoeverGoesAwayInTheMiddleLeavesNothingOpen() throws Exception {
        try (var laptop = ask()) {
            assertEquals(100, laptop.getInputStream().readNBytes(100).length);
        }
        assertThrows(ExecutionException.class, () -> sent.get(10, TimeUnit.SECONDS));
        asked.join().closeFuture().get(10, TimeUnit.SECONDS);
        assertEquals(bytes.length, image.bytes().length, "what was cut off is not given back: a piece may still lie somewhere");
    }

    /** With HTTP/2 the laptop says how much it takes; the picture is not done with before the last of it is on its way. */
    @Test
    void whoeverTakesPartOfAPictureOverHttpTwoHasNotTakenIt() throws Exception {
        var client = vertx.createHttpClient(new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        var came = new CompletableFuture<HttpClientResponse>();
        client.request(HttpMethod.GET, port, "127.0.0.1", "/").compose(request -> request.send()).onSuccess(response -> {
            response.pause();
            came.complete(response);
        }).onFailure(came::completeExceptionally);
        var response = came.get(10, TimeUnit.SECONDS);
        waiting(asked.get(10, TimeUnit.SECONDS));
        assertFalse(sent.isDone());
        assertEquals(bytes.length, image.bytes().length);
        var all = response.body();
        response.resume();
        assertArrayEquals(bytes, all.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS).getBytes());
        sent.get(10, TimeUnit.SECONDS);
    }
}
