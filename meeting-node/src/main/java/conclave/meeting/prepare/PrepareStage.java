package conclave.meeting.prepare;

import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Opening;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.PrepareEvent;
import conclave.meeting.event.PrepareEvent.DocumentScreened;
import conclave.meeting.event.PrepareEvent.DocumentsOpened;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.PrepareEvent.GateOverridden;
import conclave.meeting.event.PrepareEvent.OverrideAsked;
import conclave.meeting.event.PrepareEvent.PageWithdrawn;
import conclave.meeting.event.PrepareEvent.PlanChanged;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.PrepareEvent.ScoresSettled;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareCommand;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Table;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The stage in which pages are answered for. What becomes of scores after a withdrawal, those say who know of scores. */
public final class PrepareStage {

    private static final int MOST_OPENINGS = 1000;

    private PrepareStage() {
    }

    /** @param settling what a chair's word on scores leads to */
    public static Verdict decide(Register register, Clearance clearance, PersonId actor, PrepareCommand command, Settling settling) {
        var releasing = new Releasing(register, clearance, actor);
        return switch (command) {
            case RecordScreening c -> releasing.screen(c);
            case ChangePlan c -> releasing.change(c);
            case ReleaseDocuments c -> releasing.release(c);
            case ConfirmRelease c -> releasing.confirm(c);
            case AskOverride c -> Overriding.ask(register, clearance, actor, c);
            case OverrideGate c -> Overriding.agree(register, clearance, actor, c);
            case WithdrawPage c -> withdraw(register, clearance, actor, c);
            case SettleScores c -> settling.settle(c);
            case RecordOpenings c -> open(register, clearance, actor, c);
        };
    }

    public interface Settling {
        Verdict settle(SettleScores c);
    }

    private static Verdict withdraw(Register register, Clearance clearance, PersonId actor, WithdrawPage c) {
        var refused = Screeners.toWithdraw(register, actor, c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        var document = document(register, c.applicant(), c.document());
        if (document.isEmpty()) return Verdict.no(Code.UNKNOWN_DOCUMENT);
        if (c.page() < 1 || c.page() > document.get().pages()) return Verdict.no(Code.UNKNOWN_PAGE);
        if (clearance.of(c.applicant(), document.get()).withdrawn().contains(c.page())) return Verdict.no(Code.ALREADY_WITHDRAWN);
        return Verdict.yes(new PageWithdrawn(c.applicant(), c.document(), c.page(), c.reason()));
    }

    /** Nodes say what they saw without knowing of one another: what is known already is left out. */
    private static Verdict open(Register register, Clearance clearance, PersonId actor, RecordOpenings c) {
        if (!actor.equals(PersonId.HOUSE)) return Verdict.no(Refusal.of(Code.NOT_PERMITTED).with("action", "recordOpenings"));
        if (c.openings().size() > MOST_OPENINGS) return Verdict.no(Releasing.unsound("tooMany"));
        var named = new TreeSet<String>();
        var fresh = c.openings().stream().filter(one -> register.applicants().has(one.applicant()) && register.people().has(one.person()))
                .filter(one -> clearance.looksAt(one.applicant(), one.document()).get(one.person()).orElse(List.of()).stream()
                        .noneMatch(look -> look.release() == one.release()))
                .filter(one -> named.add(one.person().value() + " " + one.applicant().value() + " " + one.document().value() + " " + one.release())).toList();
        return fresh.isEmpty() ? Verdict.no(Code.ALREADY_OPENED) : Verdict.yes(new DocumentsOpened(fresh));
    }

    private static Optional<Item.Document> document(Register register, ApplicantId applicant, DocumentId id) {
        return register.applicants().get(applicant).flatMap(one -> one.documents().stream().filter(document -> document.id().equals(id)).findFirst());
    }

    public static Clearance evolve(Register register, Clearance clearance, Fact fact, PrepareEvent event) {
        return switch (event) {
            case DocumentScreened e -> changed(register, clearance, e.applicant(), e.document(), one -> one.screened(e.basis(), e.plan(), e.marks()));
            // One person changed what two had agreed to open: the exception was for what lay there before.
            case PlanChanged e -> changed(register, clearance, e.applicant(), e.document(), one -> one.planned(e.plan())).withoutException(e.applicant());
            case DocumentsReleased e -> {
                var next = clearance;
                for (var seen : e.documents()) next = changed(register, next, seen.applicant(), seen.document(), one -> one.releasedBy(fact.by()));
                yield next;
            }
            case ReleaseConfirmed e -> {
                var next = clearance;
                for (var seen : e.documents()) next = changed(register, next, seen.applicant(), seen.document(), Cleared::opened);
                yield next;
            }
            case OverrideAsked e -> clearance.with(e.applicant(),
                    new OpenedUnreleased(e.version(), fact.by(), fact.at(), e.reason(), Optional.empty(), 0));
            case GateOverridden e -> {
                var asked = clearance.unreleased().get(e.applicant()).orElseThrow();
                yield clearance.with(e.applicant(),
                        new OpenedUnreleased(e.version(), asked.asker(), asked.askedAt(), asked.reason(), Optional.of(fact.by()), fact.at()));
            }
            case PageWithdrawn e -> withdrawn(register, clearance, fact, e);
            case ScoresSettled e -> clearance.with(e.applicant(), clearance.withdrawalsOf(e.applicant()).stream().map(one -> one.settledIn(e.room())).toList());
            case DocumentsOpened e -> {
                var next = clearance;
                for (Opening one : e.openings()) next = next.with(one.applicant(), one.document(), one.person(), new Look(one.release(), one.at()));
                yield next;
            }
        };
    }

    private static Clearance withdrawn(Register register, Clearance clearance, Fact fact, PageWithdrawn e) {
        var release = clearance.of(e.applicant(), document(register, e.applicant(), e.document()).orElseThrow()).releases();
        var more = new ArrayList<>(clearance.withdrawalsOf(e.applicant()));
        more.add(new Withdrawal(e.document(), e.page(), release, fact.by(), fact.at(), e.reason(), List.of()));
        return changed(register, clearance, e.applicant(), e.document(), one -> one.without(e.page())).with(e.applicant(), more);
    }

    private interface Step {
        Cleared of(Cleared before);
    }

    private static Clearance changed(Register register, Clearance clearance, ApplicantId applicant, DocumentId id, Step step) {
        var document = document(register, applicant, id).orElseThrow();
        return clearance.with(applicant, id, step.of(clearance.of(applicant, document)));
    }

    /** Another name is looked for otherwise: what was screened under the old one is screened again before it is shown on. */
    public static Clearance amended(Register before, Clearance clearance, DossierChanged e) {
        var was = before.applicants().get(e.applicant().id()).orElseThrow();
        if (was.identity().equals(e.applicant().identity())) return clearance;
        var next = clearance;
        for (var entry : clearance.documents().get(e.applicant().id()).orElse(Table.empty())) {
            next = next.with(e.applicant().id(), entry.getKey(), entry.getValue().outlived());
        }
        return next;
    }
}
