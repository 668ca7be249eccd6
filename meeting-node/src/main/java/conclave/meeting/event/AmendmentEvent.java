package conclave.meeting.event;

import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import java.util.List;
import java.util.Optional;

public sealed interface AmendmentEvent extends Event {

    /** Somebody says what is to be changed; nothing is yet. */
    record AmendmentProposed(AmendmentId amendment, Optional<String> parcel, List<Change> changes, Ciphertext reason) implements AmendmentEvent {
        public AmendmentProposed {
            changes = List.copyOf(changes);
        }
    }

    record AmendmentWithdrawn(AmendmentId amendment) implements AmendmentEvent {
    }

    /** Somebody signs. With the second signature it is in force, and what changes by it follows in the same breath. */
    record AmendmentConfirmed(AmendmentId amendment, PersonId person) implements AmendmentEvent {
    }

    /** The sender of the package has changed it; what changes by it follows in the same breath. */
    record AmendmentReceived(AmendmentId amendment, String basis, String parcel, long sequence, List<Change> changes) implements AmendmentEvent {
        public AmendmentReceived {
            changes = List.copyOf(changes);
        }
    }

    record ApplicantAdded(AmendmentId amendment, Item.Applicant applicant) implements AmendmentEvent {
    }

    /** From here on this version counts; scores for the one before go back to whoever gave them. */
    record DossierChanged(AmendmentId amendment, int version, Item.Applicant applicant) implements AmendmentEvent {
    }

    /** It counts from here on; what was entered before stays behind it in the record. */
    record PermitEntered(PermitKind kind, String number, Optional<String> until) implements AmendmentEvent {
    }

    /** A round that is open deals with them as well, last. */
    record CandidateJoined(RoundId round, ApplicantId applicant) implements AmendmentEvent {
    }
}
