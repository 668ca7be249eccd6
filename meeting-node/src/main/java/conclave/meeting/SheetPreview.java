package conclave.meeting;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.RuleEvent.SheetProposed;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.Verdict;
import conclave.meeting.rule.RuleStage;
import java.util.List;
import java.util.Optional;

/**
 * What another version of a sheet would change, before anybody has proposed it. The meeting is not touched.
 *
 * @param refused why it could not be replaced as things stand; the lines are there where the sheet itself is sound
 * @param returned the scores that would go back to their experts
 * @param ranks every rank that would be another
 */
public record SheetPreview(Optional<Refusal> refused, List<Line> lines, List<ScoreReturned> returned, List<RankChange> ranks) {

    /** What the sheet in force counts of an applicant, and what the other one would; and what the latest count came to, where there is one. */
    public record Line(ApplicantId applicant, ApplicantCounted before, ApplicantCounted after, Optional<Row> rowBefore, Optional<Row> rowAfter) {
        public boolean changes() {
            return !(before.points().equals(after.points()) && before.automatic().equals(after.automatic()) && before.bonus().equals(after.bonus())
                    && before.deduction().equals(after.deduction()) && before.eligibility() == after.eligibility());
        }
    }

    public SheetPreview {
        lines = List.copyOf(lines);
        returned = List.copyOf(returned);
        ranks = List.copyOf(ranks);
    }

    public static SheetPreview of(Meeting meeting, Sheet sheet) {
        var unsound = RuleStage.mayReplace(meeting.book(), sheet);
        if (unsound.isPresent()) return refused(unsound.get(), List.of());
        var replaced = RuleStage.replaced(meeting.intake().register().orElseThrow(), meeting.book(), sheet);
        var proposed = Meeting.evolve(meeting, new Fact(meeting.clock(), PersonId.HOUSE, "", "", new SheetProposed(sheet, new Ciphertext(""))));
        return switch (SheetChange.following(proposed, PersonId.HOUSE, sheet, replaced)) {
            case Verdict.No no -> refused(no.refusal(), lines(replaced, meeting, meeting));
            case Verdict.Already _ -> new SheetPreview(Optional.empty(), lines(replaced, meeting, meeting), List.of(), List.of());
            case Verdict.Yes yes -> {
                var after = SheetChange.folded(proposed, PersonId.HOUSE, yes.events());
                yield new SheetPreview(Optional.empty(), lines(replaced, meeting, after), returned(yes.events()), RankChange.between(meeting, after));
            }
        };
    }

    private static SheetPreview refused(Refusal refusal, List<Line> lines) {
        return new SheetPreview(Optional.of(refusal), lines, List.of(), List.of());
    }

    private static List<Line> lines(List<Event> replaced, Meeting before, Meeting after) {
        return replaced.stream().filter(ApplicantCounted.class::isInstance).map(ApplicantCounted.class::cast).map(counted -> {
            var id = counted.applicant();
            return new Line(id, before.book().countedOf(id), counted, before.tallies().latest(before.floor(), id), after.tallies().latest(after.floor(), id));
        }).toList();
    }

    private static List<ScoreReturned> returned(List<Event> events) {
        return events.stream().filter(ScoreReturned.class::isInstance).map(ScoreReturned.class::cast).toList();
    }
}
