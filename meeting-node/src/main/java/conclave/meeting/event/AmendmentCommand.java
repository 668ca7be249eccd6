package conclave.meeting.event;

import conclave.meeting.event.Id.AmendmentId;
import java.util.List;
import java.util.Optional;

/** What the package brought is changed while the meeting goes on: at the venue by two persons, or by another package. */
public sealed interface AmendmentCommand extends Command {

    /**
     * By one of those in charge, who has signed with it; or by the house for a package that was made at the venue, and then nobody has.
     *
     * @param parcel the package that brought it, where one did
     */
    record ProposeAmendment(AmendmentId amendment, Optional<String> parcel, List<Change> changes, Ciphertext reason) implements AmendmentCommand {
        public ProposeAmendment {
            changes = List.copyOf(changes);
        }
    }

    record WithdrawAmendment(AmendmentId amendment) implements AmendmentCommand {
    }

    /** One of the two persons who sign. */
    record ConfirmAmendment(AmendmentId amendment) implements AmendmentCommand {
    }

    /**
     * 更正包: signed by the sender, confirmed by whoever imported it; the house alone asks for it.
     *
     * @param basis the package that it amends
     * @param parcel the amending package
     */
    record ReceiveAmendment(AmendmentId amendment, String basis, String parcel, long sequence, List<Change> changes) implements AmendmentCommand {
        public ReceiveAmendment {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A number that came after the package did, or a better one; filing numbers often arrive in the last hour.
     *
     * @param until the last day of an approval; a filing has none
     */
    record EnterPermit(PermitKind kind, String number, Optional<String> until) implements AmendmentCommand {
    }
}
