package conclave.meeting.prepare;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareEvent.GateOverridden;
import conclave.meeting.event.PrepareEvent.OverrideAsked;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.Optional;

/** 例外开放: two persons open one version of a dossier before all of it is released, for a reason that stands in the record. */
final class Overriding {

    private Overriding() {
    }

    static Verdict ask(Register register, Clearance clearance, PersonId actor, AskOverride c) {
        var refused = toOverride(register, clearance, actor, c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (c.reason().value().isBlank()) return Verdict.no(Code.REASON_MISSING);
        return Verdict.yes(new OverrideAsked(c.applicant(), register.version(c.applicant()), c.reason()));
    }

    static Verdict agree(Register register, Clearance clearance, PersonId actor, OverrideGate c) {
        var refused = toOverride(register, clearance, actor, c.applicant());
        if (refused.isPresent()) return Verdict.no(refused.get());
        var asked = clearance.unreleased().get(c.applicant()).filter(one -> one.version() == register.version(c.applicant()));
        if (asked.isEmpty()) return Verdict.no(Code.OVERRIDE_NOT_ASKED);
        if (asked.get().asker().equals(actor)) return Verdict.no(Code.SECOND_PERSON_NEEDED);
        return Verdict.yes(new GateOverridden(c.applicant(), asked.get().version(), asked.get().asker()));
    }

    private static Optional<Refusal> toOverride(Register register, Clearance clearance, PersonId actor, ApplicantId applicant) {
        var refused = Screeners.toOverride(register, actor, applicant);
        if (refused.isPresent()) return refused;
        return clearance.open(register, applicant) ? Optional.of(Refusal.of(Code.NOTHING_CLOSED)) : Optional.empty();
    }
}
