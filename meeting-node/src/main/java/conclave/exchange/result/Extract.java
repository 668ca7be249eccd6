package conclave.exchange.result;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines of the evidence in other words: the same number, so that whoever reads one finds the other. */
final class Extract {

    /** One line of the evidence, counted from one. */
    record Numbered(long seq, Fact fact) {

        Json.Obj event() {
            return Codec.body(ANY, fact).object("event");
        }

        /** When, by whom, and what, with the fields of the event beside it. */
        Json.Obj line() {
            var fields = new TreeMap<>(event().fields());
            fields.put("seq", new Json.Num(seq));
            fields.put("at", new Json.Num(fact.at()));
            fields.put("by", new Json.Str(fact.by().value()));
            fields.put("what", fields.remove("type"));
            return new Json.Obj(fields);
        }
    }

    /** A fact is the same in every meeting; its line is not. */
    private static final MeetingId ANY = new MeetingId("mtg_00000000");

    private static final SortedMap<String, List<String>> KINDS = new TreeMap<>(Map.of(
            "amendments.jsonl", List.of("AmendmentProposed", "AmendmentWithdrawn", "AmendmentConfirmed", "AmendmentReceived", "ApplicantAdded",
                    "DossierChanged", "CandidateJoined", "PermitEntered"),
            "attendance.jsonl", List.of("SittingOpened", "SittingClosed", "Attended"),
            "recusals.jsonl", List.of("ExpertRecused", "RecusalLifted", "ScoreVoided"),
            "incidents.jsonl", List.of("RoomPaused", "RoomResumed", "ContinuedAlone", "ExpertSwapped", "CardRenewed", "RoundReopened", "BallotVoided",
                    "SheetProposed", "SheetApproved", "SheetReplaced", "ScoreReturned", "ReopeningAsked", "RoomReopened"),
            "openings.jsonl", List.of("DocumentsOpened"),
            "releases.jsonl", List.of("DocumentScreened", "PlanChanged", "DocumentsReleased", "ReleaseConfirmed", "OverrideAsked", "GateOverridden",
                    "PageWithdrawn", "ScoresSettled"),
            "signatures.jsonl", List.of("TallySignedOff", "SignedWithoutRound", "MeetingSealed")));

    private Extract() {
    }

    /** Every file that is nothing but chosen lines. */
    static void into(SortedMap<String, List<Json.Obj>> files, List<Numbered> all) {
        for (var kind : KINDS.entrySet()) {
            files.put(kind.getKey(), all.stream().filter(one -> kind.getValue().contains(name(one.fact().event()))).map(Numbered::line).toList());
        }
        files.put("draws.jsonl", all.stream().filter(one -> drawn(one.event())).map(Numbered::line).toList());
        files.put("audit.jsonl", all.stream().map(Extract::deed).toList());
    }

    /** Who did what when: without what they wrote. */
    private static Json.Obj deed(Numbered one) {
        return Json.object().with("seq", one.seq()).with("at", one.fact().at()).with("by", one.fact().by().value()).with("what", name(one.fact().event()));
    }

    private static boolean drawn(Json.Obj event) {
        return event.text("type").equals("RoundOpened") && event.has("chance");
    }

    private static String name(Event event) {
        return event.getClass().getSimpleName();
    }
}
