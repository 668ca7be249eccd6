package conclave.web;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.RoomId;
import conclave.node.Pass;
import conclave.node.Recorded;
import conclave.node.Watcher;
import conclave.presence.Presence;
import conclave.presence.Visit;
import conclave.seal.RandomIds;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells open pages that something has changed, never what: the page then asks, and is answered by its rights.
 * What happens within a moment is told once, so that a room of twenty submitting at once is one nudge.
 */
final class LiveLines implements Watcher {

    static final long MOMENT = 150;
    /** The figure of how many pages are open. */
    static final String PAGES = "pages";
    private static final long KEEP_OPEN = 15_000;

    private final Entrance entrance;
    private final Requests requests;
    private final Supplier<Presence> presence;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<MeetingId, Touched> touched = new ConcurrentHashMap<>();

    private record Line(String id, Pass pass, List<RoomId> seats, Context context, HttpServerResponse response) {
        void send(String event, Json data) {
            write("event: " + event + "\ndata: " + CanonicalJson.text(data) + "\n\n");
        }

        void write(String text) {
            context.runOnContext(_ -> {
                if (!response.closed() && !response.writeQueueFull()) response.write(text);
            });
        }
    }

    LiveLines(Entrance entrance, Requests requests, Supplier<Presence> presence) {
        this.entrance = entrance;
        this.requests = requests;
        this.presence = presence;
    }

    List<Route> routes() {
        return List.of(Route.get("events", "/api/events", this::open));
    }

    private void open(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var response = context.response().setChunked(true).putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        var seats = visitor.register().seatsOf(visitor.id());
        var line = new Line(RandomIds.next(), visitor.pass(), seats, context.vertx().getOrCreateContext(), response);
        lines.put(line.id, line);
        presence.get().show(PAGES, lines.size());
        for (var seat : seats) {
            presence.get().entered(connection(line, seat), new Visit(visitor.id().value(), seat.value(), Instant.ofEpochMilli(requests.now())));
            touch(visitor.hall().id()).room(seat);
        }
        response.closeHandler(_ -> closed(line)).exceptionHandler(_ -> closed(line));
        line.send("hello", new JsonFields().put("at", requests.now()).end());
    }

    private void closed(Line line) {
        if (lines.remove(line.id) == null) return;
        presence.get().show(PAGES, lines.size());
        for (var seat : line.seats) {
            presence.get().left(connection(line, seat));
            touch(line.pass.meeting()).room(seat);
        }
    }

    /** Whoever sits in a panel and in its hall is seen in both. */
    private static String connection(Line line, RoomId seat) {
        return line.id + "/" + seat.value();
    }

    @Override
    public void happened(MeetingId meeting, List<Recorded> facts, Meeting after) {
        if (lines.isEmpty()) return;
        var touch = touch(meeting);
        for (var fact : facts) touch.by(fact.fact(), after);
    }

    private Touched touch(MeetingId meeting) {
        return touched.computeIfAbsent(meeting, _ -> new Touched());
    }

    /** Somebody came or went at another node: whoever watches a room looks again. */
    void elsewhere() {
        for (var line : lines.values()) line.seats.forEach(seat -> touch(line.pass.meeting()).room(seat));
    }

    /** Called every moment: each page hears what concerns it. */
    void tell() {
        touched.forEach((meeting, touch) -> touch.take().ifPresent(news -> {
            for (var line : lines.values()) {
                if (line.pass.meeting().equals(meeting)) tell(line, news);
            }
        }));
    }

    private void tell(Line line, Touched.News news) {
        try {
            var visitor = entrance.admit(line.pass);
            if (news.meeting()) line.send("changed", new JsonFields().put("what", "meeting").end());
            var seats = visitor.register().seatsOf(visitor.id());
            if (seats.stream().anyMatch(news.floors()::contains) || news.people().contains(visitor.id())) {
                line.send("changed", new JsonFields().put("what", "desk").end());
            }
            for (var room : news.rooms()) {
                if (visitor.rights().toWatch(room).isEmpty()) line.send("changed", new JsonFields().put("what", "room").put("room", room.value()).end());
            }
        } catch (Problem ended) {
            line.send("signedOut", new JsonFields().put("code", ended.code()).end());
            line.context.runOnContext(_ -> line.response.end());
        }
    }

    /** A line that says nothing keeps proxies and laptops from thinking it dead. */
    void keepOpen() {
        lines.values().forEach(line -> line.write(": " + requests.now() + "\n\n"));
    }

    static long keepOpenEvery() {
        return KEEP_OPEN;
    }
}
