package conclave.main;

import conclave.config.Finding;
import conclave.config.FindingWords;
import conclave.config.NodeConfig;
import conclave.seal.bouncycastle.PeerPapers;
import conclave.seal.bouncycastle.TlsIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.util.Locale;

/** What laptops are shown while the node waits for its keys: one sentence, and "not ready" for programs. Nothing else is answered. */
final class WaitingRoom implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Conclave</title>
            <h1>服务器正在等待密钥</h1><p>%s</p><p>已经保存的内容都在。打开之后，本页会自动继续。</p>
            <h2 lang="en">The server waits for its keys</h2><p lang="en">%s</p>
            """;

    private final HttpServer server;
    private final String page;

    private WaitingRoom(Vertx vertx, NodeConfig config, TlsIdentity identity, Finding why) {
        // The file's place is nothing for a page that anybody in the hall can open.
        var told = Finding.error(why.what(), "file", "", "folder", "");
        this.page = PAGE.formatted(FindingWords.in(Locale.SIMPLIFIED_CHINESE).fix(told), FindingWords.in(Locale.ENGLISH).fix(told));
        this.server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(identity.certificatePem())).addKeyValue(Buffer.buffer(identity.keyPem())))
                .setMaxInitialLineLength(4096).setMaxHeaderSize(16 << 10).setIdleTimeout(20));
        server.requestHandler(this::answer).listen(config.port(), config.host()).toCompletionStage().toCompletableFuture().join();
    }

    /** A node without a door, or that was never reached before, has nothing to say it with. */
    static AutoCloseable open(Vertx vertx, NodeConfig config, Finding why) throws IOException {
        var identity = PeerPapers.web(config.data().resolve("node").resolve("certificates"));
        var door = config.place().isEmpty() || config.place().get().self().server();
        if (!door || config.port() == 0 || identity.isEmpty()) return () -> { };
        return new WaitingRoom(vertx, config, identity.get(), why);
    }

    private void answer(HttpServerRequest request) {
        var program = request.path() == null || request.path().startsWith("/health/") || request.path().startsWith("/api/");
        var live = "/health/live".equals(request.path());
        var response = request.response().setStatusCode(live ? 200 : UNAVAILABLE).putHeader("Retry-After", "5").putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "default-src 'none'");
        if (live) response.putHeader("Content-Type", "application/json").end("{\"live\":true}");
        else if (program) response.putHeader("Content-Type", "application/json").end("{\"code\":\"NOT_READY\",\"facts\":{\"reason\":\"keys-closed\"},\"status\":503}");
        else response.putHeader("Content-Type", "text/html; charset=utf-8").end(page);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
