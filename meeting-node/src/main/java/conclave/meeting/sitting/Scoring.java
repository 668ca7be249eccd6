package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingEvent.DraftSaved;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Marks;
import java.util.Optional;

/** An expert writes a sheet, keeps it as a draft, submits it, and may think better of it until the round closes. */
final class Scoring {

    private static final long BETWEEN_DRAFTS = 1000;

    private Scoring() {
    }

    static Verdict save(Register register, Floor floor, PersonId expert, long at, SaveDraft c) {
        var refused = mayWrite(register, floor, expert, c.round(), c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        // A draft that was under way while its sheet was submitted must not lie down over the submission.
        var stale = stale(floor, expert, c.round(), c.applicant(), c.basedOn());
        if (stale.isPresent()) return Verdict.no(stale.get());
        var last = floor.rounds().get(c.round()).flatMap(round -> round.draft(c.applicant(), expert));
        if (last.isPresent() && at - last.get().at() < BETWEEN_DRAFTS) return Verdict.no(Code.DRAFT_TOO_SOON);
        return Verdict.yes(new DraftSaved(c.round(), expert, c.applicant(), c.basedOn(), c.marks(), c.opinion()));
    }

    static Verdict submit(Register register, Floor floor, PersonId expert, SubmitScore c) {
        var refused = mayWrite(register, floor, expert, c.round(), c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        var stale = stale(floor, expert, c.round(), c.applicant(), c.basedOn());
        if (stale.isPresent()) return Verdict.no(stale.get());
        return switch (Marks.read(register.sheet().orElseThrow(), c.marks())) {
            case Marks.Bad bad -> Verdict.no(bad.refusal());
            case Marks.Good good -> Verdict.yes(new ScoreSubmitted(c.round(), expert, c.applicant(), c.basedOn() + 1,
                    good.marks(), good.total(), c.opinion()));
        };
    }

    /** What is written over another revision than the latest was written without knowing of it. */
    private static Optional<Refusal> stale(Floor floor, PersonId expert, RoundId round, ApplicantId applicant, int basedOn) {
        var current = floor.rounds().get(round).orElseThrow().revision(applicant, expert);
        return basedOn == current ? Optional.empty()
                : Optional.of(Refusal.of(Code.STALE_REVISION).with("current", current).with("basedOn", basedOn));
    }

    private static Optional<Refusal> mayWrite(Register register, Floor floor, PersonId expert, RoundId id, ApplicantId applicantId) {
        var round = floor.rounds().get(id);
        if (round.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_ROUND));
        var room = round.get().room();
        if (!register.holds(expert, Role.EXPERT, room)) {
            return register.judgesIn(expert).isPresent() ? Optional.of(Refusal.of(Code.FOREIGN_ROOM)) : Rights.not("score");
        }
        var applicant = register.applicants().get(applicantId);
        if (applicant.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_APPLICANT));
        if (!applicant.get().room().equals(room)) return Optional.of(Refusal.of(Code.FOREIGN_APPLICANT));
        if (floor.recused(expert, applicantId)) return Optional.of(Refusal.of(Code.RECUSED));
        if (!round.get().open()) return Optional.of(Refusal.of(Code.ROUND_CLOSED));
        if (floor.sitting(room).isEmpty()) return Optional.of(Refusal.of(Code.SITTING_NOT_OPEN));
        if (!floor.present(room, expert)) return Optional.of(Refusal.of(Code.NOT_PRESENT));
        return Optional.empty();
    }
}
