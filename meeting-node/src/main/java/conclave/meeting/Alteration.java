package conclave.meeting;

import conclave.meeting.event.AmendmentEvent.ApplicantAdded;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.Change;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Change.LateApplicant;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.Verdict;
import conclave.meeting.rule.Leaves;
import conclave.meeting.rule.Marks;
import conclave.meeting.rule.RuleStage;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows when an amendment comes into force, all in one decision: the register, the counted points, a late applicant's place in
 * the round that is open. A score is given to one version of a dossier; with another version it goes back to its expert, filled in,
 * and counts only when they submit it again.
 */
final class Alteration {

    private Alteration() {
    }

    static Optional<Refusal> wrong(Meeting meeting, List<Change> changes) {
        return new AmendmentCheck(meeting).wrong(changes);
    }

    static Verdict of(Meeting meeting, AmendmentId amendment, List<Change> changes, Event first) {
        var inTheWay = changes.stream().flatMap(change -> StandingInTheWay.of(meeting, change).stream()).findFirst();
        if (inTheWay.isPresent()) return Verdict.no(inTheWay.get());
        var events = new ArrayList<Event>(List.of(first));
        for (var change : changes) events.add(altered(amendment, change));
        var after = SheetChange.folded(meeting, PersonId.HOUSE, events);
        for (var change : changes) events.add(RuleStage.counted(after.walk().register(), after.book(), change.applicant().id()));
        after = SheetChange.folded(meeting, PersonId.HOUSE, events);
        for (var change : changes) events.addAll(onTheFloor(after, change.applicant().id()));
        return new Verdict.Yes(events);
    }

    private static Event altered(AmendmentId amendment, Change change) {
        return switch (change) {
            case LateApplicant late -> new ApplicantAdded(amendment, late.applicant());
            case ChangedDossier changed -> new DossierChanged(amendment, changed.version() + 1, changed.applicant());
        };
    }

    private static List<Event> onTheFloor(Meeting after, ApplicantId applicant) {
        var events = new ArrayList<Event>();
        for (var room : StandingInTheWay.rooms(after, applicant)) {
            after.floor().round(room).filter(Round::open).ifPresent(round -> {
                events.addAll(returned(after, round, applicant));
                joined(after, round, applicant).ifPresent(events::add);
            });
        }
        return events;
    }

    private static Optional<Event> joined(Meeting after, Round round, ApplicantId applicant) {
        var stage = after.book().mode().stage(round.stage()).orElseThrow();
        return round.candidates().contains(applicant) || round.casting().isPresent() || !after.walk().entrants(round.room(), stage).contains(applicant)
                ? Optional.empty() : Optional.of(new CandidateJoined(round.id(), applicant));
    }

    /** Every score that stands goes back to whoever gave it, with what still fits of it. */
    static List<ScoreReturned> returned(Meeting after, Round round, ApplicantId applicant) {
        var sheet = after.book().sheetFor(after.walk().register(), applicant);
        var leaves = Leaves.of(sheet, after.book().mode(), round.stage());
        var bases = after.book().countedOf(applicant).points();
        var events = new ArrayList<ScoreReturned>();
        round.sheets().scores().get(applicant).ifPresent(row -> row.forEach(given -> {
            if (given.getValue().voided()) return;
            var kept = Marks.kept(leaves, bases, SheetChange.typed(given.getValue()));
            events.add(new ScoreReturned(round.id(), given.getKey(), applicant, given.getValue().revision(), kept));
        }));
        return events;
    }
}
