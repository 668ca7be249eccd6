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
import conclave.meeting.event.Verdict;
import conclave.meeting.rule.RuleStage;
import java.util.List;
import java.util.Optional;

/**
 * What another version of a sheet would change, before anybody has proposed it. The meeting is not touched.
 *
 * @param refused why it could not be replaced as things stand; the lines are there where the sheet itself is sound
 * @param returned so many scores would go back to their experts
 * @param ranks every rank that would be another
 */
public record SheetPreview(Optional<Refusal> refused, List<Line> lines, int returned, List<RankChange> ranks) {

    /** What the sheet in force counts of an applicant, and what the other one would. */
    public record Line(ApplicantId applicant, ApplicantCounted before, ApplicantCounted after) {
        public boolean changes() {
            return !(before.points().equals(after.points()) && before.automatic().equals(after.automatic()) && before.bonus().equals(after.bonus())
                    && before.deduction().equals(after.deduction()) && before.eligibility() == after.eligibility());
        }
    }

    public SheetPreview {
        lines = List.copyOf(lines);
        ranks = List.copyOf(ranks);
    }

    public static SheetPreview of(Meeting meeting, Sheet sheet) {
        var unsound = RuleStage.mayReplace(meeting.book(), sheet);
        if (unsound.isPresent()) return new SheetPreview(unsound, List.of(), 0, List.of());
        var replaced = RuleStage.replaced(meeting.intake().register().orElseThrow(), meeting.book(), sheet);
        var lines = replaced.stream().filter(ApplicantCounted.class::isInstance).map(ApplicantCounted.class::cast)
                .map(after -> new Line(after.applicant(), meeting.book().countedOf(after.applicant()), after)).toList();
        var proposed = Meeting.evolve(meeting, new Fact(meeting.clock(), PersonId.HOUSE, "", "", new SheetProposed(sheet, new Ciphertext(""))));
        return switch (SheetChange.following(proposed, PersonId.HOUSE, sheet, replaced)) {
            case Verdict.No no -> new SheetPreview(Optional.of(no.refusal()), lines, 0, List.of());
            case Verdict.Already _ -> new SheetPreview(Optional.empty(), lines, 0, List.of());
            case Verdict.Yes yes -> new SheetPreview(Optional.empty(), lines, returned(yes.events()),
                    RankChange.between(meeting, SheetChange.folded(proposed, PersonId.HOUSE, yes.events())));
        };
    }

    private static int returned(List<Event> events) {
        return (int) events.stream().filter(ScoreReturned.class::isInstance).count();
    }
}
