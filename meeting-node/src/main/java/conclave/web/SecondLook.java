package conclave.web;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What a server has not read yet it does not know: that somebody has signed in at the other server, or that a round was
 * opened there a moment ago. Before such a "no" goes out the server reads what it may have missed, and looks once more; a
 * laptop that can only be told "not now" asks again by itself. Pages are not looked at twice: what is new comes to them.
 */
final class SecondLook implements Handler<RoutingContext> {

    private static final int NOT_SIGNED_IN = 401;
    /** What the meeting may say otherwise a moment later; a request of the wrong form remains one. */
    private static final Set<Integer> OF_THE_MEETING = Set.of(NOT_SIGNED_IN, 403, 404, 409, 423);

    private final Entrance entrance;
    private final Handler<RoutingContext> answer;

    private SecondLook(Entrance entrance, Handler<RoutingContext> answer) {
        this.entrance = entrance;
        this.answer = answer;
    }

    static Route at(Route route, Entrance entrance) {
        return route.named() ? route.answeredBy(new SecondLook(entrance, route.handler())) : route;
    }

    @Override
    public void handle(RoutingContext context) {
        try {
            answer.handle(context);
        } catch (Problem first) {
            var chamber = entrance.chamber(context);
            if (!mayBeStale(context, first) || chamber.isEmpty()) throw first;
            Context home = context.vertx().getOrCreateContext();
            chamber.get().abreast().thenAccept(sure -> home.runOnContext(_ -> again(context, sure)));
        }
    }

    private static boolean mayBeStale(RoutingContext context, Problem problem) {
        var reads = context.request().method() == HttpMethod.GET;
        return !context.response().headWritten() && (reads ? problem.status() == NOT_SIGNED_IN : OF_THE_MEETING.contains(problem.status()));
    }

    private void again(RoutingContext context, boolean sure) {
        if (context.response().closed()) return;
        try {
            if (!sure) throw Problem.of(503, "NOT_READY");
            entrance.forget(context);
            answer.handle(context);
        } catch (RuntimeException second) {
            context.fail(second);
        }
    }
}
