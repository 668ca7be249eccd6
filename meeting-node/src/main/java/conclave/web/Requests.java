package conclave.web;

import conclave.meeting.event.Command;
import conclave.meeting.event.Order;
import conclave.node.Reply;
import conclave.seal.Digests;
import conclave.seal.RandomIds;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** From a request to an order: its key, the digest of what was sent, and the moment. */
final class Requests {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final String ID = "request";

    private final LongSupplier clock;

    Requests(LongSupplier clock) {
        this.clock = clock;
    }

    /** Names the request in the log and to the person, so that a technician can find the one in the other. */
    static String id(RoutingContext context) {
        String known = context.get(ID);
        if (known != null) return known;
        var id = RandomIds.next().substring(0, 10);
        context.put(ID, id);
        return id;
    }

    CompletableFuture<Reply> order(RoutingContext context, Visitor visitor, Command command) {
        var key = key(context);
        return visitor.hall().chamber().submit(new Order(key, mark(context, visitor), visitor.id(), clock.getAsLong(), command));
    }

    /** Asked by itself where something is done that cannot be taken back before there is an order. */
    static String key(RoutingContext context) {
        var key = context.request().getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) throw Problem.of(400, "KEY_MISSING");
        return key;
    }

    long now() {
        return clock.getAsLong();
    }

    /** Keyed, because what is sent holds opinions, and the record outlives the key under which they are sealed. */
    private static String mark(RoutingContext context, Visitor visitor) {
        var line = (context.request().method().name() + " " + context.request().path() + "\n").getBytes(StandardCharsets.UTF_8);
        var body = context.body().buffer();
        var sent = Buffer.buffer(line);
        if (body != null) sent.appendBuffer(body);
        return Digests.hex(visitor.hall().mark(sent.getBytes())).substring(0, 32);
    }
}
