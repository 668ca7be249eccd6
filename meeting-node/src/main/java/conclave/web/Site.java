package conclave.web;

import conclave.config.Limits;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the routes together: headers on everything, bodies capped and typed, every failure one sentence. */
final class Site {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
                    + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                    // Vue names its own policy; nothing else may turn text into markup.
                    + "require-trusted-types-for 'script'; trusted-types vue",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    /** The addresses that the pages themselves know; anything else is not there. */
    private static final List<String> PAGES = List.of("/", "/sign-in", "/sign-in/words", "/desk", "/desk/:applicant", "/ballot/:round",
            "/rooms", "/rooms/:room", "/rooms/:room/tally", "/rooms/:room/count", "/rooms/:room/screening", "/rooms/:room/screening/:applicant", "/sheets");

    private final List<Route> routes;
    private final Pages pages;
    private final Limits limits;
    private final PrometheusMeterRegistry figures;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Site(List<Route> routes, Pages pages, Limits limits, PrometheusMeterRegistry figures) {
        this.routes = routes;
        this.pages = pages;
        this.limits = limits;
        this.figures = figures;
    }

    Router router(Vertx vertx) {
        var router = Router.router(vertx);
        for (var route : routes) {
            if (!route.named()) router.route(route.method(), route.pattern()).handler(route.handler());
        }
        router.route().failureHandler(this::failed);
        // An address that cannot be decoded is no address of ours; left alone it fills the log with one stack trace each.
        router.errorHandler(400, context -> Answers.problem(context, Problem.of(404, "UNKNOWN_PATH")));
        router.route().handler(Site::dress);
        var body = BodyHandler.create(false).setBodyLimit(limits.bodyBytes());
        for (var route : routes) {
            if (!route.named()) continue;
            router.route(route.method(), route.pattern()).handler(context -> begin(context, route));
            if (route.takesBody()) router.route(route.method(), route.pattern()).handler(body).handler(route.handler());
            else router.route(route.method(), route.pattern()).handler(route.handler());
        }
        for (var route : routes) router.route(route.pattern()).handler(Site::wrongMethod);
        for (var page : PAGES) router.get(page).handler(pages::page);
        router.get().handler(this::assetOrNothing);
        router.route().handler(_ -> {
            throw Problem.of(404, "UNKNOWN_PATH");
        });
        return router;
    }

    private static void dress(RoutingContext context) {
        var headers = context.response().headers();
        HEADERS.forEach(headers::set);
        context.next();
    }

    private void begin(RoutingContext context, Route route) {
        var began = System.nanoTime();
        context.addEndHandler(_ -> timer(route.operation(), context.response().getStatusCode()).record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        if (route.takesBody()) requireJson(context);
        context.next();
    }

    private Timer timer(String operation, int status) {
        return timers.computeIfAbsent(operation + " " + status, _ -> Timer.builder("conclave.requests").tag("operation", operation)
                .tag("status", Integer.toString(status)).register(figures));
    }

    /** A body is JSON and says so: forms of other origins cannot. */
    private static void requireJson(RoutingContext context) {
        var type = context.request().getHeader("Content-Type");
        var length = context.request().getHeader("Content-Length");
        var empty = (length == null || length.equals("0")) && context.request().getHeader("Transfer-Encoding") == null;
        if (type == null ? !empty : !type.split(";")[0].strip().equalsIgnoreCase("application/json")) throw Problem.of(415, "WRONG_CONTENT_TYPE");
    }

    private static void wrongMethod(RoutingContext context) {
        if (context.request().method() == HttpMethod.OPTIONS) context.response().setStatusCode(204).end();
        else throw Problem.of(405, "METHOD_NOT_ALLOWED");
    }

    /** Somebody who typed an address is shown the page that says so; a program is told. */
    private void assetOrNothing(RoutingContext context) {
        var accept = context.request().getHeader("Accept");
        var path = context.request().path();
        if (accept != null && accept.contains("text/html") && !path.startsWith("/api/") && !path.contains(".")) {
            context.response().setStatusCode(404);
            pages.page(context);
        } else {
            pages.asset(context);
        }
    }

    private void failed(RoutingContext context) {
        var failure = context.failure();
        if (failure instanceof Problem problem) {
            Answers.problem(context, problem);
        } else if (context.statusCode() == 413) {
            Answers.problem(context, Problem.of(413, "BODY_TOO_LARGE", "limit", Integer.toString(limits.bodyBytes() / 1024)));
        } else if (failure instanceof HttpException http && http.getStatusCode() < 500 || failure == null && context.statusCode() < 500) {
            Answers.problem(context, Problem.of(400, "MALFORMED_JSON"));
        } else {
            // The person gets a number to tell the technician; what went wrong stands in the log, without what was sent.
            LOG.error("request {} failed", Requests.id(context), failure);
            Answers.problem(context, Problem.of(500, "OWN_FAULT", "request", Requests.id(context)));
        }
    }
}
