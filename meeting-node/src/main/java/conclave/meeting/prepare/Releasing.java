package conclave.meeting.prepare;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareEvent.DocumentScreened;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.PrepareEvent.PlanChanged;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SeenDocument;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** 筛查与放行: from what the machine found to what a person, or two, answer for. A batch releases what it can; the rest is refused by itself. */
public record Releasing(Register register, Clearance clearance, PersonId actor) {

    private static final int MOST = 1000;

    Verdict screen(RecordScreening c) {
        if (!actor.equals(PersonId.HOUSE)) return Verdict.no(Refusal.of(Code.NOT_PERMITTED).with("action", "recordScreening"));
        var document = document(c.applicant(), c.document());
        if (document.isEmpty()) return Verdict.no(unknown(c.applicant()));
        var wrong = PlanCheck.wrong(c, document.get());
        if (wrong.isPresent()) return Verdict.no(unsound(wrong.get()));
        var cleared = clearance.of(c.applicant(), document.get());
        if (cleared.basis().equals(Optional.of(c.basis())) && !cleared.stale()) return Verdict.no(Code.ALREADY_SCREENED);
        return Verdict.yes(new DocumentScreened(c.applicant(), c.document(), c.sha256(), c.pages(), c.basis(), c.plan(), c.marks()));
    }

    Verdict change(ChangePlan c) {
        var wrong = seen(new SeenDocument(c.applicant(), c.document(), Optional.of(c.seen())));
        if (wrong.isPresent()) return Verdict.no(wrong.get());
        if (!PlanCheck.digest(c.plan())) return Verdict.no(unsound("digest"));
        return c.plan().equals(c.seen()) ? Verdict.no(unsound("same")) : Verdict.yes(new PlanChanged(c.applicant(), c.document(), c.seen(), c.plan()));
    }

    Verdict release(ReleaseDocuments c) {
        return batch(c.documents(), this::releasable, DocumentsReleased::new);
    }

    Verdict confirm(ConfirmRelease c) {
        return batch(c.documents(), this::confirmable, ReleaseConfirmed::new);
    }

    private Verdict batch(List<SeenDocument> documents, Function<SeenDocument, Optional<Refusal>> check, Function<List<SeenDocument>, Event> event) {
        if (documents.isEmpty() || documents.size() > MOST) return Verdict.no(unsound(documents.isEmpty() ? "empty" : "tooMany"));
        var named = new TreeSet<String>();
        if (!documents.stream().allMatch(one -> named.add(one.applicant().value() + " " + one.document().value()))) return Verdict.no(unsound("twice"));
        var good = new ArrayList<SeenDocument>();
        var first = Optional.<Refusal>empty();
        for (var one : documents) {
            var wrong = check.apply(one);
            if (wrong.isEmpty()) good.add(one);
            first = first.or(() -> wrong);
        }
        return good.isEmpty() ? Verdict.no(first.orElseThrow()) : Verdict.yes(event.apply(good));
    }

    /** Why this one cannot be released by this person as they saw it. */
    public Optional<Refusal> releasable(SeenDocument seen) {
        return seen(seen).or(() -> {
            var cleared = cleared(seen);
            var nothingToDo = Clearance.required(register) ? cleared.released() : cleared.withdrawn().isEmpty();
            return nothingToDo || cleared.first().isPresent() ? Optional.of(Refusal.of(Code.ALREADY_RELEASED)) : Optional.empty();
        });
    }

    /** Why this one cannot be confirmed by this person as they saw it. */
    public Optional<Refusal> confirmable(SeenDocument seen) {
        return seen(seen).or(() -> {
            var first = cleared(seen).first();
            if (first.isEmpty()) return Optional.of(Refusal.of(Code.RELEASE_NOT_BEGUN));
            return first.get().equals(actor) ? Optional.of(Refusal.of(Code.NOT_A_SECOND_PERSON)) : Optional.empty();
        });
    }

    /** Whether the person may answer for it, and has seen what there is. */
    private Optional<Refusal> seen(SeenDocument seen) {
        var refused = Screeners.toRelease(register, actor, seen.applicant());
        if (refused.isPresent()) return refused;
        if (document(seen.applicant(), seen.document()).isEmpty()) return Optional.of(unknown(seen.applicant()));
        var cleared = cleared(seen);
        if (cleared.stale() || Clearance.required(register) && cleared.plan().isEmpty()) return Optional.of(Refusal.of(Code.NOT_SCREENED));
        return cleared.plan().equals(seen.plan()) ? Optional.empty() : Optional.of(Refusal.of(Code.PLAN_OUTDATED));
    }

    private Cleared cleared(SeenDocument seen) {
        return clearance.of(seen.applicant(), document(seen.applicant(), seen.document()).orElseThrow());
    }

    private Optional<Item.Document> document(ApplicantId applicant, DocumentId id) {
        return register.applicants().get(applicant).flatMap(one -> one.documents().stream().filter(document -> document.id().equals(id)).findFirst());
    }

    private Refusal unknown(ApplicantId applicant) {
        return Refusal.of(register.applicants().has(applicant) ? Code.UNKNOWN_DOCUMENT : Code.UNKNOWN_APPLICANT);
    }

    static Refusal unsound(String wrong) {
        return Refusal.of(Code.RELEASE_UNSOUND).with("wrong", wrong);
    }
}
