package conclave.exchange.result;

import conclave.codec.Json;
import conclave.exchange.result.Extract.Numbered;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Every sheet that was ever handed in, a line each, and what became of it: it stands, was revised, voided or returned. */
final class ScoreLines {

    private final List<Json.Obj> lines = new ArrayList<>();
    private final TreeMap<String, Integer> latest = new TreeMap<>();

    private ScoreLines() {
    }

    static List<Json.Obj> of(List<Numbered> all) {
        var scores = new ScoreLines();
        all.forEach(scores::note);
        return scores.lines;
    }

    private void note(Numbered one) {
        switch (one.fact().event()) {
            case ScoreSubmitted e -> submitted(one, e);
            case ScoreVoided e -> became("voided", sheet(e.round(), e.expert(), e.applicant()));
            case ScoreReturned e -> became("returned", sheet(e.round(), e.expert(), e.applicant()));
            default -> { }
        }
    }

    private void submitted(Numbered one, ScoreSubmitted e) {
        var sheet = sheet(e.round(), e.expert(), e.applicant());
        var before = latest.get(sheet);
        if (before != null && lines.get(before).text("state").equals("stands")) became("revised", sheet);
        latest.put(sheet, lines.size());
        lines.add(one.line().with("state", "stands"));
    }

    private void became(String state, String sheet) {
        var at = latest.get(sheet);
        if (at != null) lines.set(at, lines.get(at).with("state", state));
    }

    private static String sheet(RoundId round, PersonId expert, ApplicantId applicant) {
        return round.value() + " " + expert.value() + " " + applicant.value();
    }
}
