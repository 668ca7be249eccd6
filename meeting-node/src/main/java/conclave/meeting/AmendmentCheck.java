package conclave.meeting;

import conclave.meeting.event.Change;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Change.LateApplicant;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Refusal;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Points;
import conclave.meeting.rule.sheet.FactsCheck;
import conclave.meeting.rule.sheet.Finding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether an amendment says something that can be done at all, and was made for what stands here now. */
record AmendmentCheck(Meeting meeting) {

    /** More than that is another package, and more than fits into one entry of the log. */
    private static final int MOST = 60;

    Optional<Refusal> wrong(List<Change> changes) {
        if (changes.isEmpty()) return no("empty");
        if (changes.size() > MOST) return no("tooMany");
        var seen = new TreeSet<ApplicantId>();
        var codes = new TreeSet<String>();
        for (var change : changes) {
            if (!seen.add(change.applicant().id()) || !codes.add(change.applicant().code())) return no("twice");
            var wrong = wrong(change);
            if (wrong.isPresent()) return wrong;
        }
        return Optional.empty();
    }

    private Optional<Refusal> wrong(Change change) {
        var wrong = switch (change) {
            case LateApplicant late -> wrong(late.applicant());
            case ChangedDossier changed -> wrong(changed);
        };
        return wrong.or(() -> documentsSound(change.applicant()) ? Optional.empty() : no("documents"))
                .or(() -> factsSound(change.applicant()) ? Optional.empty() : no("facts"));
    }

    private Optional<Refusal> wrong(Item.Applicant late) {
        var register = register();
        if (!register.rooms().has(late.room())) return Optional.of(Refusal.of(Code.UNKNOWN_ROOM));
        if (register.isHall(late.room())) return no("hall");
        var applicants = register.applicants().values();
        if (register.applicants().has(late.id()) || applicants.stream().anyMatch(one -> one.code().equals(late.code()))) return no("taken");
        return applicants.stream().allMatch(one -> one.order() < late.order()) ? Optional.empty() : no("order");
    }

    private Optional<Refusal> wrong(ChangedDossier changed) {
        var after = changed.applicant();
        var before = register().applicants().get(after.id());
        if (before.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_APPLICANT));
        var stays = before.get().code().equals(after.code()) && before.get().room().equals(after.room()) && before.get().order() == after.order();
        if (!stays) return no("place");
        var version = register().version(after.id());
        return version == changed.version() ? Optional.empty()
                : Optional.of(Refusal.of(Code.AMENDMENT_OUTDATED).with("code", after.code()).with("version", version).with("made", changed.version()));
    }

    /** A document's name means one file for ever, and what is new takes nobody else's. */
    private boolean documentsSound(Item.Applicant applicant) {
        var names = new TreeSet<DocumentId>();
        var sound = !applicant.documents().isEmpty()
                && applicant.documents().stream().allMatch(one -> names.add(one.id()) && one.pages() > 0 && one.bytes() >= 0);
        var renamed = own(applicant.id()).anyMatch(document ->
                applicant.documents().stream().anyMatch(one -> one.id().equals(document.id()) && !one.sha256().equals(document.sha256())));
        own(applicant.id()).forEach(document -> names.remove(document.id()));
        return sound && !renamed && others(applicant.id()).noneMatch(document -> names.contains(document.id()));
    }

    private Stream<Item.Document> own(ApplicantId id) {
        return register().applicants().get(id).stream().flatMap(one -> one.documents().stream());
    }

    private Stream<Item.Document> others(ApplicantId id) {
        return register().applicants().values().stream().filter(one -> !one.id().equals(id)).flatMap(one -> one.documents().stream());
    }

    private boolean factsSound(Item.Applicant applicant) {
        var sheet = meeting.book().sheetOf(register(), applicant.room());
        return Stream.concat(FactsCheck.check(sheet, applicant.facts()).stream(),
                FactsCheck.checkGiven(Points.compiled(sheet), applicant.given()).stream()).noneMatch(Finding::error);
    }

    private Register register() {
        return meeting.walk().register();
    }

    private static Optional<Refusal> no(String wrong) {
        return Optional.of(Amending.unsound(wrong));
    }
}
