package conclave.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The front end, out of the jar and kept in memory: hashed assets for ever, the one page for every address of a page. */
final class Pages {

    private static final Pattern ASSET = Pattern.compile("/(assets/)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.(js|css|svg|png|ico|woff2|webmanifest)");
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml", "png", "image/png", "ico", "image/x-icon", "woff2", "font/woff2", "webmanifest", "application/manifest+json");

    private final Map<String, Optional<Buffer>> files = new ConcurrentHashMap<>();

    void asset(RoutingContext context) {
        var path = context.request().path();
        if (!ASSET.matcher(path).matches()) throw Problem.of(404, "UNKNOWN_PATH");
        var file = file(path).orElseThrow(() -> Problem.of(404, "UNKNOWN_PATH"));
        context.response().putHeader("Content-Type", TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                .putHeader("Cache-Control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache").end(file);
    }

    void page(RoutingContext context) {
        var file = file("/index.html").orElseThrow(() -> Problem.of(404, "UNKNOWN_PATH"));
        context.response().putHeader("Content-Type", "text/html; charset=utf-8").putHeader("Cache-Control", "no-cache").end(file);
    }

    private Optional<Buffer> file(String path) {
        return files.computeIfAbsent(path, Pages::read);
    }

    private static Optional<Buffer> read(String path) {
        try (var in = Pages.class.getResourceAsStream("/web" + path)) {
            return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("the program cannot read its file web" + path, e);
        }
    }
}
