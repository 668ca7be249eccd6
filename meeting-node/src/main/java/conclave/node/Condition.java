package conclave.node;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import java.util.List;
import java.util.Optional;

/**
 * What a node says of itself at one moment: figures of the machine, nothing of what a meeting is about.
 *
 * @param life    random, another one in each process: two lives of one node at a time are one too many
 * @param format  of its data folder
 * @param rules   by which it decides
 * @param unready why nobody can be served at this moment
 * @param clock   its own, milliseconds since 1970
 * @param free    bytes of its disk; below {@code floor} it takes nothing new
 * @param turnedAway the gravest of those who were lately turned away at its doors
 */
public record Condition(String life, int format, String rules, Optional<String> unready, long clock, long free, long floor, Sharing sharing,
                        List<Keeping> meetings, Optional<Doorkeeper.Refusal> turnedAway) {

    public Condition(String life, int format, String rules, Optional<String> unready, long clock, long free, long floor, Sharing sharing, List<Keeping> meetings) {
        this(life, format, rules, unready, clock, free, floor, sharing, meetings, Optional.empty());
    }

    /** Whether who is online is told among the nodes. */
    public enum Sharing { NOT_MEANT, STARTING, SHARED, ALONE }

    public Condition {
        meetings = List.copyOf(meetings);
    }

    /** The same, said now. */
    Condition at(long now) {
        return new Condition(life, format, rules, unready, now, free, floor, sharing, meetings, turnedAway);
    }

    byte[] bytes() {
        return CanonicalJson.bytes(new JsonFields().put("life", life).put("format", format).put("rules", rules).maybe("unready", unready)
                .put("clock", clock).put("free", free).put("floor", floor).put("sharing", Codec.name(sharing))
                .list("meetings", meetings, Keeping::json).orNull("turnedAway", turnedAway, Condition::json).end());
    }

    static Condition read(byte[] bytes) {
        var said = CanonicalJson.readObject(bytes);
        var unready = said.get("unready") instanceof Json.Null ? Optional.<String>empty() : Optional.of(said.text("unready"));
        return new Condition(said.text("life"), (int) said.number("format"), said.text("rules"), unready, said.number("clock"),
                said.number("free"), said.number("floor"), sharing(said.text("sharing")), said.list("meetings").stream().map(Keeping::read).toList(),
                turnedAway(said));
    }

    private static Json json(Doorkeeper.Refusal refusal) {
        return new JsonFields().put("why", Codec.name(refusal.why())).put("where", refusal.where()).put("times", refusal.times()).put("at", refusal.at()).end();
    }

    private static Optional<Doorkeeper.Refusal> turnedAway(Json.Obj said) {
        if (!said.has("turnedAway") || !(said.get("turnedAway") instanceof Json.Obj refusal)) return Optional.empty();
        for (var known : Doorkeeper.Why.values()) {
            if (Codec.name(known).equals(refusal.text("why"))) {
                return Optional.of(new Doorkeeper.Refusal(known, refusal.text("where"), refusal.number("times"), refusal.number("at")));
            }
        }
        return Optional.empty();
    }

    /** A word that this version does not know is as good as none. */
    private static Sharing sharing(String name) {
        for (var known : Sharing.values()) {
            if (Codec.name(known).equals(name)) return known;
        }
        return Sharing.NOT_MEANT;
    }
}
