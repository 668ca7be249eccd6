package conclave.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** One line of the interface: its name and path as openapi.yaml has them, and who answers. */
record Route(String operation, HttpMethod method, String path, Handler<RoutingContext> handler, boolean named, boolean flows) {

    Route(String operation, HttpMethod method, String path, Handler<RoutingContext> handler) {
        this(operation, method, path, handler, true, false);
    }

    static Route get(String operation, String path, Handler<RoutingContext> handler) {
        return new Route(operation, HttpMethod.GET, path, handler);
    }

    static Route post(String operation, String path, Handler<RoutingContext> handler) {
        return new Route(operation, HttpMethod.POST, path, handler);
    }

    static Route put(String operation, String path, Handler<RoutingContext> handler) {
        return new Route(operation, HttpMethod.PUT, path, handler);
    }

    /** Takes a body that is no JSON and need not fit into memory; it is the handler's to look at, and to bound. */
    static Route flow(String operation, String path, Handler<RoutingContext> handler) {
        return new Route(operation, HttpMethod.POST, path, handler, true, true);
    }

    /** Comes before everything that looks at, counts or writes down a request. */
    static Route nameless(String operation, String path, Handler<RoutingContext> handler) {
        return new Route(operation, HttpMethod.POST, path, handler, false, false);
    }

    /** The same line, answered by somebody else. */
    Route answeredBy(Handler<RoutingContext> other) {
        return new Route(operation, method, path, other, named, flows);
    }

    boolean takesBody() {
        return method != HttpMethod.GET && !flows;
    }

    /** {@code {name}} as the document writes it, {@code :name} as the router does. */
    String pattern() {
        return path.replaceAll("\\{([a-z]+)}", ":$1");
    }
}
