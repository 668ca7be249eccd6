package conclave.link.vertx;

import conclave.link.Link;
import conclave.link.NoAnswer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The link over HTTP/2 and mutual TLS: one connection to each of the other nodes, and a second for what is asked apart. */
public final class VertxLink implements Link {

    private static final Logger LOG = LoggerFactory.getLogger(VertxLink.class);
    private static final String PATH = "/link/";
    /** A forwarded entry of 2 MiB and its envelope, or a mebibyte of a document. */
    private static final int LARGEST = 4 << 20;
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int HANDSHAKE_SECONDS = 3;
    private static final int CONNECT_MS = 1_000;
    private static final int ALREADY_GONE = 503;
    private static final int NO = 409;
    private static final int UNKNOWN = 404;
    private static final int TOO_LARGE = 413;

    private final Vertx vertx;
    private final LinkOptions options;
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
    private final Map<String, HttpClient> apart = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean closed;

    private VertxLink(Vertx vertx, LinkOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.server = vertx.createHttpServer(serverOptions()).requestHandler(this::asked)
                .exceptionHandler(e -> {
                    LOG.debug("somebody was not let in: {}", e.toString());
                    options.refused().accept(e);
                });
    }

    /** Listens when it returns; fails where the port is taken. */
    public static VertxLink open(Vertx vertx, LinkOptions options) {
        var link = new VertxLink(vertx, options);
        link.server.listen(options.port(), options.host()).toCompletionStage().toCompletableFuture().join();
        return link;
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions().setSsl(true).setUseAlpn(true).setClientAuth(ClientAuth.REQUIRED)
                .setSslEngineOptions(new JdkSSLEngineOptions()).setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setKeyCertOptions(KeyCertOptions.wrap(options.papers().shown()))
                .setTrustOptions(TrustOptions.wrap(options.papers().trust().anyOfUs()))
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS).setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setMaxInitialLineLength(1024).setMaxHeaderSize(4096).setTcpNoDelay(true).setReusePort(false);
    }

    private HttpClient client(String peer) {
        var client = new HttpClientOptions().setSsl(true).setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2)
                .setSslEngineOptions(new JdkSSLEngineOptions()).setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setKeyCertOptions(KeyCertOptions.wrap(options.papers().shown()))
                .setTrustOptions(TrustOptions.wrap(options.papers().trust().only(peer)))
                // Whom we have reached is said by its certificate's peer id, not by its address.
                .setVerifyHost(false).setConnectTimeout(CONNECT_MS).setTcpNoDelay(true).setHttp2KeepAliveTimeout(60);
        return vertx.createHttpClient(client, new PoolOptions().setHttp2MaxSize(1));
    }

    @Override
    public void answer(String about, Answering answering) {
        answers.put(about, answering);
    }

    @Override
    public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
        return ask(clients, peer, about, question);
    }

    @Override
    public CompletableFuture<byte[]> askApart(String peer, String about, byte[] question) {
        return ask(apart, peer, about, question);
    }

    private CompletableFuture<byte[]> ask(Map<String, HttpClient> connections, String peer, String about, byte[] question) {
        var known = options.peers().address(peer);
        if (known.isEmpty()) return CompletableFuture.failedFuture(new NoAnswer("no such peer: " + peer, false, null));
        var client = connections.computeIfAbsent(peer, this::client);
        var address = known.get();
        var request = new RequestOptions().setMethod(HttpMethod.POST).setHost(address.host()).setPort(address.port()).setURI(PATH + about)
                .setIdleTimeout(options.patience().toMillis()).setConnectTimeout(CONNECT_MS);
        // Listened to from within: an asker that is held up between two steps would find the answer gone by.
        return client.request(request).compose(sent -> sent.send(Buffer.buffer(question)).compose(VertxLink::heard))
                .recover(failure -> Future.failedFuture(failure instanceof NoAnswer no ? no
                        : new NoAnswer("peer " + peer + " does not answer: " + failure.getMessage(), false, failure)))
                .toCompletionStage().toCompletableFuture();
    }

    private static Future<byte[]> heard(HttpClientResponse response) {
        var whole = Promise.<byte[]>promise();
        var body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() <= LARGEST_ANSWER) {
                body.appendBuffer(part);
            } else if (whole.tryFail("more than an answer can be")) {
                response.request().reset();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(_ -> {
            if (response.statusCode() == 200) whole.tryComplete(body.getBytes());
            else whole.tryFail(new NoAnswer(body.toString(), response.statusCode() == NO, null));
        });
        return whole.future();
    }

    private void asked(HttpServerRequest request) {
        var peer = peer(request);
        var answering = request.path().startsWith(PATH) ? answers.get(request.path().substring(PATH.length())) : null;
        if (peer.isEmpty()) request.connection().close();
        else if (closed) end(request, ALREADY_GONE, "stopping");
        else if (answering == null || request.method() != HttpMethod.POST) end(request, UNKNOWN, "nothing is known about " + request.path());
        else read(request).onSuccess(question -> answer(request, answering, peer.get(), question)).onFailure(_ -> end(request, TOO_LARGE, "too large"));
    }

    /** Bounded while it comes in: a peer is trusted, but not with our memory. */
    private static Future<byte[]> read(HttpServerRequest request) {
        var whole = Promise.<byte[]>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= LARGEST) body.appendBuffer(part);
            else whole.tryFail("too large");
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(_ -> whole.tryComplete(body.getBytes()));
        return whole.future();
    }

    private static void answer(HttpServerRequest request, Answering answering, String peer, byte[] question) {
        try {
            answering.answer(peer, question).whenComplete((answer, failure) -> {
                if (failure == null) request.response().end(Buffer.buffer(answer));
                else end(request, NO, reason(failure));
            });
        } catch (RuntimeException e) {
            LOG.warn("a question of peer {} could not be answered: {}", peer, request.path(), e);
            end(request, NO, reason(e));
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static void end(HttpServerRequest request, int status, String words) {
        if (request.response().ended() || request.response().closed()) return;
        request.response().setStatusCode(status).end(words);
    }

    private Optional<String> peer(HttpServerRequest request) {
        try {
            return request.connection().peerCertificates().stream().findFirst()
                    .filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).flatMap(options.papers().peerOf());
        } catch (SSLPeerUnverifiedException nothingShown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        server.close().toCompletionStage().toCompletableFuture().join();
        Stream.of(clients, apart).flatMap(each -> each.values().stream()).forEach(client -> client.close().toCompletionStage().toCompletableFuture().join());
    }
}
