package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Ledger;
import java.util.Optional;

/**
 * How far one node is with one meeting, as it says itself.
 *
 * @param leader    who takes entries, as far as it knows
 * @param ready     it has read the log to its end once in this life
 * @param lines     of its record
 * @param signedAt  when it last signed for lines of the record
 * @param documents that the meeting has; of them {@code held} are there. Both 0 where none are to be kept
 */
public record Keeping(String meeting, Optional<String> leader, boolean ready, Ledger.Reading reading, long lines, Optional<Long> signedAt,
                      int documents, int held) {

    static Keeping of(Chamber chamber, Optional<Supply.Holding> holding) {
        var ready = chamber.ready().isDone() && !chamber.ready().isCompletedExceptionally();
        return new Keeping(chamber.id().value(), chamber.ledger().leader(), ready, chamber.ledger().reading(), chamber.lines(), chamber.signedAt(),
                holding.map(Supply.Holding::documents).orElse(0), holding.map(Supply.Holding::held).orElse(0));
    }

    Json.Obj json() {
        return new JsonFields().put("meeting", meeting).maybe("leader", leader).put("ready", ready)
                .put("passed", reading.passed()).put("committed", reading.committed()).put("kept", reading.kept()).put("found", reading.found())
                .put("lines", lines).orNull("signedAt", signedAt, Json.Num::new).put("documents", documents).put("held", held).end();
    }

    static Keeping read(Json value) {
        if (!(value instanceof Json.Obj said)) throw new BadJson("not how far a node is");
        var reading = new Ledger.Reading(said.number("passed"), said.number("committed"), said.number("kept"), said.number("found"));
        var leader = said.get("leader") instanceof Json.Null ? Optional.<String>empty() : Optional.of(said.text("leader"));
        var signedAt = said.get("signedAt") instanceof Json.Null ? Optional.<Long>empty() : Optional.of(said.number("signedAt"));
        return new Keeping(said.text("meeting"), leader, said.flag("ready"), reading, said.number("lines"), signedAt,
                (int) said.number("documents"), (int) said.number("held"));
    }
}
