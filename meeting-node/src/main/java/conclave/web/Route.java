package conclave.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** One line of the interface: its name and path as openapi.yaml has them, and who answers. */
record Route(String operation, HttpMethod method, String path, Handler<RoutingContext> handler, boolean named) {

    Route(String operation, HttpMethod method, String path, Handler<RoutingContext> handler) {
        this(operation, method, path, handler, true);
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

    /** Comes before everything that looks at, counts or writes down a request. */
    static Route nameless(String operation, String path, Handler<RoutingContext> handler) {
        return new Route(operation, HttpMethod.POST, path, handler, false);
    }

    /** The same line, answered by somebody else. */
    Route answeredBy(Handler<RoutingContext> other) {
        return new Route(operation, method, path, other, named);
    }

    boolean takesBody() {
        return method != HttpMethod.GET;
    }

    /** {@code {name}} as the document writes it, {@code :name} as the router does. */
    String pattern() {
        return path.replaceAll("\\{([a-z]+)}", ":$1");
    }
}
