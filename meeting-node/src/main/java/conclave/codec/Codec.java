package conclave.codec;

import conclave.meeting.event.Command;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Orders, as they travel in the log, and facts, as they stand in the evidence. Version 1 of both. */
public final class Codec {

    private static final int VERSION = 1;

    private static final List<String> HEAD = List.of("by", "entry", "v");
    private static final List<String> ORDER = List.of("at", "by", "command", "key", "request", "v");
    /** {@code prev} and {@code seq} are the evidence's own. */
    private static final List<String> FACT = List.of("at", "by", "event", "key", "meeting", "prev", "request", "seq", "v");

    private Codec() {
    }

    /** What travelled together in one log entry: which node sent it, as its how-manieth, and the orders. */
    public record Entry(String by, long number, List<Order> orders) {
    }

    /** One log entry: a line that says who sends it, then the orders, a line each. */
    public static byte[] entry(String by, long number, List<byte[]> orders) {
        var head = CanonicalJson.bytes(Json.object().with("by", by).with("entry", number).with("v", VERSION));
        var entry = new ByteArrayOutputStream(head.length + 1 + orders.stream().mapToInt(order -> order.length + 1).sum());
        entry.writeBytes(head);
        entry.write('\n');
        for (var order : orders) {
            entry.writeBytes(order);
            entry.write('\n');
        }
        return entry.toByteArray();
    }

    /** Line breaks inside an order are written as escapes, so every line feed ends one. */
    public static Entry entry(byte[] bytes) {
        var lines = new ArrayList<byte[]>();
        var start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') continue;
            lines.add(Arrays.copyOfRange(bytes, start, i));
            start = i + 1;
        }
        if (start != bytes.length || lines.isEmpty()) throw new BadJson("an entry without its end");
        var head = CanonicalJson.readObject(lines.getFirst());
        version(head);
        onlyFields(head, HEAD);
        var orders = lines.subList(1, lines.size()).stream().map(line -> order(CanonicalJson.readObject(line))).toList();
        return new Entry(head.text("by"), head.number("entry"), orders);
    }

    public static byte[] bytes(Item item) {
        return CanonicalJson.bytes(Records.tagged((Record) item));
    }

    public static byte[] bytes(Order order) {
        var fields = circumstances(order.at(), order.actor(), order.key(), order.request());
        return CanonicalJson.bytes(fields.put("command", Records.tagged((Record) order.command())).end());
    }

    private static Order order(Json.Obj json) {
        version(json);
        onlyFields(json, ORDER);
        return new Order(json.text("key"), json.text("request"), person(json), json.number("at"),
                Records.untagged(json.object("command"), Command.class));
    }

    /** A value as it would stand inside of an event. */
    public static Json.Obj fields(Record value) {
        return Records.object(value);
    }

    /** What a line of the evidence says; the evidence adds its number and the hash of the line before. */
    public static Json.Obj body(MeetingId meeting, Fact fact) {
        var fields = circumstances(fact.at(), fact.by(), fact.key(), fact.request());
        return fields.put("meeting", meeting.value()).put("event", Records.tagged((Record) fact.event())).end();
    }

    public static Fact fact(Json.Obj line) {
        version(line);
        onlyFields(line, FACT);
        return new Fact(line.number("at"), person(line), line.text("key"), line.text("request"),
                Records.untagged(line.object("event"), Event.class));
    }

    private static JsonFields circumstances(long at, PersonId by, String key, String request) {
        return new JsonFields().put("at", at).put("by", by.value()).put("key", key).put("request", request).put("v", VERSION);
    }

    private static PersonId person(Json.Obj json) {
        try {
            return new PersonId(json.text("by"));
        } catch (IllegalArgumentException e) {
            throw new BadJson(e.getMessage());
        }
    }

    /** What this version does not know it does not skip: it may be what matters. */
    private static void onlyFields(Json.Obj json, List<String> known) {
        if (!known.containsAll(json.fields().keySet())) throw new BadJson("a field that this version does not know");
    }

    private static void version(Json.Obj json) {
        if (json.number("v") != VERSION) throw new BadJson("written by another version: " + json.number("v"));
    }

    /** The name of a constant outside of Java: TRIMMED_MEAN is trimmedMean, in the record as on the wire. */
    public static String name(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).split("_");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }
}
