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
import conclave.meeting.event.Stage;
import conclave.meeting.event.Verdict;
import conclave.meeting.rule.Leaves;
import conclave.meeting.rule.Marks;
import conclave.meeting.rule.Points;
import java.util.Optional;

/** An expert writes a sheet, keeps it as a draft, submits it, and may think better of it until the round closes. */
final class Scoring {

    private static final long BETWEEN_DRAFTS = 1000;

    private Scoring() {
    }

    static Verdict save(Judges judges, PersonId expert, long at, SaveDraft c) {
        var refused = mayWrite(judges, expert, c.round(), c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        // A draft that was under way while its sheet was submitted must not lie down over the submission.
        var round = judges.floor().rounds().get(c.round()).orElseThrow();
        var stale = stale(round, expert, c.applicant(), c.basedOn());
        if (stale.isPresent()) return Verdict.no(stale.get());
        var last = round.draft(c.applicant(), expert);
        if (last.isPresent() && at - last.get().at() < BETWEEN_DRAFTS) return Verdict.no(Code.DRAFT_TOO_SOON);
        return Verdict.yes(new DraftSaved(c.round(), expert, c.applicant(), c.basedOn(), c.marks(), c.opinion()));
    }

    static Verdict submit(Judges judges, PersonId expert, SubmitScore c) {
        var refused = mayWrite(judges, expert, c.round(), c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        var round = judges.floor().rounds().get(c.round()).orElseThrow();
        var stale = stale(round, expert, c.applicant(), c.basedOn());
        if (stale.isPresent()) return Verdict.no(stale.get());
        var version = judges.register().version(c.applicant());
        var unseen = unseen(version, c.dossier());
        if (unseen.isPresent()) return Verdict.no(unseen.get());
        if (judges.stage(round) instanceof Stage.OpinionWriting && c.opinion().isEmpty()) return Verdict.no(Code.OPINION_MISSING);
        var sheet = judges.book().sheetFor(judges.register(), c.applicant());
        var counted = judges.book().countedOf(c.applicant()).points();
        return switch (Marks.read(Leaves.of(sheet, judges.book().mode(), round.stage()), counted, c.marks())) {
            case Marks.Bad bad -> Verdict.no(bad.refusal());
            case Marks.Good good -> Verdict.yes(new ScoreSubmitted(c.round(), expert, c.applicant(), c.basedOn() + 1,
                    good.marks(), Points.basis(judges.register(), judges.book(), c.applicant()).worth(good.marks()), c.opinion(),
                    Optional.of(version).filter(later -> later > 1)));
        };
    }

    /** What is written over another revision than the latest was written without knowing of it. */
    private static Optional<Refusal> stale(Round round, PersonId expert, ApplicantId applicant, int basedOn) {
        var current = round.revision(applicant, expert);
        return basedOn == current ? Optional.empty()
                : Optional.of(Refusal.of(Code.STALE_REVISION).with("current", current).with("basedOn", basedOn));
    }

    /** What was given to another version of the dossier is nobody's word on this one: it is looked at again and given anew. */
    private static Optional<Refusal> unseen(int version, Optional<Integer> seen) {
        return seen.orElse(1) == version ? Optional.empty()
                : Optional.of(Refusal.of(Code.DOSSIER_CHANGED).with("version", version).with("seen", seen.orElse(1)));
    }

    private static Optional<Refusal> mayWrite(Judges judges, PersonId expert, RoundId id, ApplicantId applicantId) {
        var register = judges.register();
        var floor = judges.floor();
        var round = floor.rounds().get(id);
        if (round.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_ROUND));
        var room = round.get().room();
        if (!register.holds(expert, Role.EXPERT, room)) {
            return register.judgesIn(expert).isPresent() ? Optional.of(Refusal.of(Code.FOREIGN_ROOM)) : Rights.not("score");
        }
        if (!register.applicants().has(applicantId)) return Optional.of(Refusal.of(Code.UNKNOWN_APPLICANT));
        if (!new Walk(register, judges.book(), floor).comesBefore(room, applicantId)) return Optional.of(Refusal.of(Code.FOREIGN_APPLICANT));
        if (floor.recused(expert, applicantId)) return Optional.of(Refusal.of(Code.RECUSED));
        if (round.get().casting().isPresent()) return Optional.of(Refusal.of(Code.NOT_A_SCORING_ROUND));
        if (!round.get().open()) return Optional.of(Refusal.of(Code.ROUND_CLOSED));
        if (floor.sitting(room).isEmpty()) return Optional.of(Refusal.of(Code.SITTING_NOT_OPEN));
        if (!floor.present(room, expert)) return Optional.of(Refusal.of(Code.NOT_PRESENT));
        if (!round.get().candidates().contains(applicantId) || !judges.asks(round.get(), applicantId, expert)) {
            return Optional.of(Refusal.of(Code.NOT_ASSIGNED));
        }
        return Optional.empty();
    }
}
