package conclave.exchange.result;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.sitting.Round;
import conclave.meeting.transfer.Ending;
import java.util.List;
import java.util.TreeMap;

/** Counts that must agree on both sides: what came in, what was to be given, what was given, and what is missing and why. */
final class Completeness {

    private final Meeting end;
    private final TreeMap<String, RoundClosed> closed = new TreeMap<>();

    private Completeness(Meeting end) {
        this.end = end;
    }

    static Json.Obj of(List<Fact> facts, Meeting end, List<Json.Obj> scores) {
        var completeness = new Completeness(end);
        for (var fact : facts) {
            if (fact.event() instanceof RoundClosed e) completeness.closed.put(e.round().value(), e);
        }
        return completeness.json(scores).put("lines", facts.size()).end();
    }

    private JsonFields json(List<Json.Obj> scores) {
        var register = end.walk().register();
        var documents = register.applicants().values().stream().flatMap(applicant -> applicant.documents().stream()).toList();
        return new JsonFields().put("format", "conclave-counts/1")
                .put("applicants", register.applicants().size())
                .put("documents", documents.size())
                .put("bytes", documents.stream().mapToLong(Item.Document::bytes).sum())
                .put("pages", documents.stream().mapToLong(Item.Document::pages).sum())
                .put("people", register.people().size())
                .put("experts", register.people().values().stream().filter(one -> register.holdsAnywhere(one.id(), Role.EXPERT)).count())
                .put("rooms", register.rooms().size())
                .put("sheets", register.sheets().size())
                .put("submitted", scores.size())
                .put("standing", scores.stream().filter(line -> line.text("state").equals("stands")).count())
                .put("waiting", Ending.waiting(end.walk()))
                .put("sealed", end.ending().isSealed())
                .list("rounds", end.floor().rounds().values(), this::round);
    }

    /** A missing score has a reason, which is sealed: here only that there is one, and in which line. */
    private Json.Obj round(Round round) {
        var close = round.open() ? null : closed.get(round.id().value());
        var fields = new JsonFields().put("round", round.id().value()).put("room", round.room().value()).put("stage", round.stage())
                .put("number", round.number()).put("candidates", round.candidates().size()).put("open", round.open()).put("counted", round.counted())
                .put("signed", round.signedOff());
        if (close != null) {
            fields.put("expected", close.expected()).put("given", close.given()).put("missing", close.missing())
                    .put("reason", close.reason().isPresent());
        }
        return fields.end();
    }
}
