package conclave.meeting;

import conclave.meeting.event.AmendmentCommand;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.AmendmentEvent.AmendmentConfirmed;
import conclave.meeting.event.AmendmentEvent.AmendmentProposed;
import conclave.meeting.event.AmendmentEvent.AmendmentReceived;
import conclave.meeting.event.AmendmentEvent.AmendmentWithdrawn;
import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Change;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Amendments;
import conclave.meeting.intake.Permission;
import conclave.meeting.intake.Register;
import conclave.meeting.sitting.Rights;
import java.util.List;
import java.util.Optional;

/**
 * 现场变更 and 更正包: what the package brought is changed while people work with it. At the venue two persons sign; the sender's package is
 * signed where it comes from. Either way it changes what it was made for, or nothing.
 */
final class Amending {

    private static final List<Role> PROPOSING = List.of(Role.SECRETARY, Role.CHAIR, Role.REGISTRAR);
    private static final List<Role> CONFIRMING = List.of(Role.SECRETARY, Role.CHAIR, Role.REGISTRAR, Role.SUPERVISOR);

    private Amending() {
    }

    static Verdict decide(Meeting meeting, PersonId actor, AmendmentCommand command) {
        return switch (command) {
            case ProposeAmendment c -> propose(meeting, actor, c);
            case WithdrawAmendment c -> withdraw(meeting, actor, c);
            case ConfirmAmendment c -> confirm(meeting, actor, c);
            case ReceiveAmendment c -> receive(meeting, actor, c);
            case EnterPermit c -> enter(meeting.intake().register().orElseThrow(), actor, c);
        };
    }

    /** It concerns the whole meeting, whichever room they are in charge of. */
    private static Verdict enter(Register register, PersonId actor, EnterPermit c) {
        if (PROPOSING.stream().noneMatch(role -> register.holdsAnywhere(actor, role))) return Verdict.no(Rights.not("enterPermit").orElseThrow());
        var wrong = Permission.wrong(register, c);
        return wrong.isPresent() ? Verdict.no(wrong.get()) : Verdict.yes(new PermitEntered(c.kind(), c.number(), c.until()));
    }

    private static Verdict propose(Meeting meeting, PersonId actor, ProposeAmendment c) {
        var amendments = meeting.intake().amendments();
        if (amendments.proposed().has(c.amendment()) || amendments.inForce().has(c.amendment())) return Verdict.no(unsound("taken"));
        var house = actor.equals(PersonId.HOUSE);
        if (house != c.parcel().isPresent()) return Verdict.no(Rights.not("amend").orElseThrow());
        var wrong = Alteration.wrong(meeting, c.changes()).or(() -> house ? Optional.empty() : may(meeting, actor, PROPOSING, c.changes()));
        if (wrong.isPresent()) return Verdict.no(wrong.get());
        var proposed = new AmendmentProposed(c.amendment(), c.parcel(), c.changes(), c.reason());
        // What could not come into force is not laid before people either.
        return Alteration.of(meeting, c.amendment(), c.changes(), proposed) instanceof Verdict.No no ? no : Verdict.yes(proposed);
    }

    private static Verdict withdraw(Meeting meeting, PersonId actor, WithdrawAmendment c) {
        var proposal = proposal(meeting, c.amendment());
        if (proposal.isEmpty()) return Verdict.no(Code.AMENDMENT_UNKNOWN);
        var refused = may(meeting, actor, CONFIRMING, proposal.get().changes());
        return refused.isPresent() ? Verdict.no(refused.get()) : Verdict.yes(new AmendmentWithdrawn(c.amendment()));
    }

    /** Who may not sign is told so, and gets no line of the record, also where others have signed already. */
    private static Verdict confirm(Meeting meeting, PersonId actor, ConfirmAmendment c) {
        var done = meeting.intake().amendments().inForce().get(c.amendment());
        var proposal = proposal(meeting, c.amendment());
        if (done.isEmpty() && proposal.isEmpty()) return Verdict.no(Code.AMENDMENT_UNKNOWN);
        var changes = done.map(Amendments.InForce::changes).orElseGet(() -> proposal.get().changes());
        var forbidden = may(meeting, actor, CONFIRMING, changes);
        if (forbidden.isPresent()) return Verdict.no(forbidden.get());
        if (done.isPresent()) return new Verdict.Already(done.get().seq(), done.get().at());
        if (proposal.get().signed().contains(actor)) return Verdict.no(Code.NOT_A_SECOND_PERSON);
        var wrong = Alteration.wrong(meeting, changes);
        if (wrong.isPresent()) return Verdict.no(wrong.get());
        var signed = new AmendmentConfirmed(c.amendment(), actor);
        var inForce = Alteration.of(meeting, c.amendment(), changes, signed);
        return inForce instanceof Verdict.Yes && !proposal.get().wantsOne() ? Verdict.yes(signed) : inForce;
    }

    /** A package that was taken in is taken in; one that follows another one than the last is not for what stands here. */
    private static Verdict receive(Meeting meeting, PersonId actor, ReceiveAmendment c) {
        if (!actor.equals(PersonId.HOUSE)) return Verdict.no(Rights.not("receiveAmendment").orElseThrow());
        var done = meeting.intake().amendments().inForce().get(c.amendment());
        if (done.isPresent()) {
            return done.get().parcel().equals(Optional.of(c.parcel())) ? new Verdict.Already(done.get().seq(), done.get().at())
                    : Verdict.no(unsound("taken"));
        }
        var last = meeting.intake().amendments().lastReceived();
        if (last.isPresent() && !(last.get().parcel().equals(Optional.of(c.basis())) && c.sequence() > last.get().sequence())) {
            return Verdict.no(Refusal.of(Code.AMENDMENT_OUTDATED).with("basis", c.basis()));
        }
        var wrong = Alteration.wrong(meeting, c.changes());
        return wrong.isPresent() ? Verdict.no(wrong.get()) : Alteration.of(meeting, c.amendment(), c.changes(), received(c));
    }

    private static AmendmentEvent received(ReceiveAmendment c) {
        return new AmendmentReceived(c.amendment(), c.basis(), c.parcel(), c.sequence(), c.changes());
    }

    private static Optional<Amendments.Proposal> proposal(Meeting meeting, AmendmentId amendment) {
        return meeting.intake().amendments().proposed().get(amendment);
    }

    /** In every room that is concerned. */
    private static Optional<Refusal> may(Meeting meeting, PersonId actor, List<Role> roles, List<Change> changes) {
        var register = meeting.intake().register().orElseThrow();
        return changes.stream().allMatch(change -> holds(register, actor, roles, change)) ? Optional.empty()
                : roles.stream().anyMatch(role -> register.holdsAnywhere(actor, role)) ? Optional.of(Refusal.of(Code.FOREIGN_ROOM)) : Rights.not("amend");
    }

    private static boolean holds(Register register, PersonId actor, List<Role> roles, Change change) {
        return roles.stream().anyMatch(role -> register.holds(actor, role, change.applicant().room()));
    }

    static Refusal unsound(String wrong) {
        return Refusal.of(Code.AMENDMENT_UNSOUND).with("wrong", wrong);
    }
}
