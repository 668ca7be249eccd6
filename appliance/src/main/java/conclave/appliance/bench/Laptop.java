package conclave.appliance.bench;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A person at a laptop who has signed in: the connection, the cookie, the token for requests. */
final class Laptop {

    private static final AtomicLong KEYS = new AtomicLong();

    private final Line line;
    private final String host;
    private final String cookie;
    private final String csrf;

    private Laptop(Line line, String host, String cookie, String csrf) {
        this.line = line;
        this.host = host;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** Connects and signs in by the code on the card; every step on the switchboard's thread. */
    static CompletableFuture<Laptop> signIn(Switchboard switchboard, String code) {
        var body = CanonicalJson.bytes(Json.object().with("code", code));
        var request = head("POST", "/api/sign-in", switchboard.host()) + "Content-Type: application/json\r\n";
        return switchboard.connect().thenCompose(line -> line.ask(whole(request, body)).thenApply(answer -> {
            var cookie = ok(answer).header("set-cookie").orElseThrow();
            return new Laptop(line, switchboard.host(), cookie.substring(0, cookie.indexOf(';')), answer.json().text("csrf"));
        }));
    }

    Line line() {
        return line;
    }

    CompletableFuture<Json.Obj> get(String path) {
        return line.ask(text(question(path))).thenApply(answer -> ok(answer).json());
    }

    /** What a browser would send for this address, whole. */
    String question(String path) {
        return head("GET", path, host) + "Cookie: " + cookie + "\r\n\r\n";
    }

    CompletableFuture<Json.Obj> post(String path, Json.Obj body) {
        var key = "Idempotency-Key: bench-setup-" + KEYS.incrementAndGet() + "\r\n";
        return line.ask(whole(signedHead(path) + key, CanonicalJson.bytes(body))).thenApply(answer -> ok(answer).json());
    }

    /** The head of a request that changes something, without its key and its length. */
    String signedHead(String path) {
        return head("POST", path, host) + "Content-Type: application/json\r\nAccept: application/json\r\nAccept-Language: zh-CN\r\nOrigin: https://"
                + host + "\r\nCookie: " + cookie + "\r\nX-CSRF-Token: " + csrf + "\r\n";
    }

    /** A question that needs no sign-in. */
    static ByteBuf open(String path, String host) {
        return text(head("GET", path, host) + "\r\n");
    }

    private static String head(String method, String path, String host) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n";
    }

    private static ByteBuf whole(String head, byte[] body) {
        return Unpooled.wrappedBuffer(text(head + "Content-Length: " + body.length + "\r\n\r\n"), Unpooled.wrappedBuffer(body));
    }

    private static ByteBuf text(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Answer ok(Answer answer) {
        if (answer.status() == 200) return answer;
        throw new UncheckedIOException(new IOException("the node answered " + answer.describe()));
    }
}
