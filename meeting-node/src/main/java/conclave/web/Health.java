package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Signatures;
import conclave.seal.Signer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What programs and technicians ask: does it run, may people come, how is it doing, which key signs, what is the interface. */
final class Health {

    private final Supplier<Optional<String>> unready;
    private final PrometheusMeterRegistry figures;
    private final Signer signer;
    private final Supplier<List<String>> keys;

    /** @param keys of all nodes of the kit: a laptop may go on at another one, and its receipts are as good */
    Health(Supplier<Optional<String>> unready, PrometheusMeterRegistry figures, Signer signer, Supplier<List<String>> keys) {
        this.unready = unready;
        this.figures = figures;
        this.signer = signer;
        this.keys = keys;
    }

    List<Route> routes() {
        return List.of(
                Route.get("live", "/health/live", context -> Answers.json(context, new JsonFields().put("live", true).end())),
                Route.get("ready", "/health/ready", this::ready),
                Route.get("metrics", "/metrics", this::metrics),
                Route.get("openapi", "/openapi.yaml", Health::openapi),
                Route.get("key", "/api/key", this::key));
    }

    private void ready(RoutingContext context) {
        var reason = unready.get();
        if (reason.isPresent()) throw Problem.of(503, "NOT_READY", "reason", reason.get());
        Answers.json(context, new JsonFields().put("ready", true).end());
    }

    /** Figures tell how many score when: they are for this machine's technician. */
    private void metrics(RoutingContext context) {
        var address = context.request().remoteAddress().hostAddress();
        if (!address.startsWith("127.") && !address.equals("::1") && !address.equals("0:0:0:0:0:0:0:1")) throw Problem.of(403, "NOT_FROM_HERE");
        context.response().putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8").end(figures.scrape());
    }

    private void key(RoutingContext context) {
        var own = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.publicKey());
        var others = keys.get().stream().filter(key -> !key.equals(own)).map(Health::named).toList();
        Answers.json(context, named(own).with("others", Json.array(others)));
    }

    private static Json.Obj named(String key) {
        return Json.object().with("id", Signatures.id(Base64.getUrlDecoder().decode(key))).with("spki", key);
    }

    private static void openapi(RoutingContext context) {
        try (var in = Health.class.getResourceAsStream("/openapi.yaml")) {
            context.response().putHeader("Content-Type", "application/yaml").end(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            context.fail(e);
        }
    }
}
