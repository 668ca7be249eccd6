package conclave.codec;

import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Orders, as they travel in the log, and facts, as they stand in the evidence. Version 1 of both. */
public final class Codec {

    private static final int VERSION = 1;

    private Codec() {
    }

    /** One log entry: the orders that travelled together, a line each. */
    public static byte[] entry(List<byte[]> orders) {
        var size = orders.stream().mapToInt(order -> order.length + 1).sum();
        var entry = new ByteArrayOutputStream(size);
        for (var order : orders) {
            entry.writeBytes(order);
            entry.write('\n');
        }
        return entry.toByteArray();
    }

    /** Line breaks inside an order are written as escapes, so every line feed ends one. */
    public static List<Order> orders(byte[] entry) {
        var orders = new ArrayList<Order>();
        var start = 0;
        for (int i = 0; i < entry.length; i++) {
            if (entry[i] != '\n') continue;
            orders.add(order(CanonicalJson.readObject(Arrays.copyOfRange(entry, start, i))));
            start = i + 1;
        }
        if (start != entry.length) throw new BadJson("an order without its end");
        return orders;
    }

    public static byte[] bytes(Order order) {
        return CanonicalJson.bytes(Records.object(new Envelope(order)).with("command", Records.tagged((Record) order.command())).with("v", VERSION));
    }

    private static Order order(Json.Obj json) {
        version(json);
        return new Order(json.text("key"), json.text("request"), new PersonId(json.text("by")), json.number("at"),
                Records.untagged(json.object("command"), Command.class));
    }

    /** What a line of the evidence says; the evidence adds its number and the hash of the line before. */
    public static Json.Obj body(MeetingId meeting, Fact fact) {
        return Json.object().with("at", fact.at()).with("by", fact.by().value()).with("key", fact.key())
                .with("meeting", meeting.value()).with("request", fact.request())
                .with("event", Records.tagged((Record) fact.event())).with("v", VERSION);
    }

    public static Fact fact(Json.Obj line) {
        version(line);
        return new Fact(line.number("at"), new PersonId(line.text("by")), line.text("key"), line.text("request"),
                Records.untagged(line.object("event"), Event.class));
    }

    private static void version(Json.Obj json) {
        if (json.number("v") != VERSION) throw new BadJson("written by another version: " + json.number("v"));
    }

    private record Envelope(long at, String by, String key, String request) {
        Envelope(Order order) {
            this(order.at(), order.actor().value(), order.key(), order.request());
        }
    }
}
