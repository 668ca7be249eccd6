package conclave.web;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Receipt;
import conclave.meeting.event.Fact;
import conclave.node.Reply;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** How things are said to browsers: JSON that no cache keeps, problems with words. */
final class Answers {

    private Answers() {
    }

    static void json(RoutingContext context, Json value) {
        context.response().putHeader("Content-Type", "application/json").putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(CanonicalJson.bytes(value)));
    }

    static void problem(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.ended()) return;
        var words = Words.of(context.request().getHeader("Accept-Language"));
        response.setStatusCode(problem.status()).putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", words.language()).putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(CanonicalJson.bytes(problem.json(words, Requests.id(context)))));
    }

    /** Says what became of an order once that is known; replies come from the node's threads and are carried back to ours. */
    static void when(RoutingContext context, CompletableFuture<Reply> reply, BiFunction<Fact, Reply.Done, Json> form) {
        Context home = context.vertx().getOrCreateContext();
        reply.whenComplete((value, failure) -> home.runOnContext(_ -> {
            if (context.response().closed()) return;
            if (failure != null) context.fail(failure);
            else say(context, value, form);
        }));
    }

    private static void say(RoutingContext context, Reply reply, BiFunction<Fact, Reply.Done, Json> form) {
        switch (reply) {
            case Reply.Done done -> json(context, form.apply(done.facts().getFirst(), done));
            case Reply.Refused refused -> problem(context, Problem.of(refused.refusal()));
            case Reply.NotNow notNow -> problem(context, Problem.of(notNow.why()));
        }
    }

    static Json done(Fact fact, Reply.Done done) {
        return new JsonFields().put("at", fact.at()).orNull("receipt", done.receipt(), Answers::receipt).end();
    }

    static Json receipt(Receipt receipt) {
        return receipt.fields().put("short", receipt.shortForm()).end();
    }
}
