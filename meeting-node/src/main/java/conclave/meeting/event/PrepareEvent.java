package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import java.util.List;
import java.util.Optional;

public sealed interface PrepareEvent extends Event {

    /** What was found, by kind and number and page; with another plan than before, the document is closed until it is released anew. */
    record DocumentScreened(ApplicantId applicant, DocumentId document, String sha256, int pages, String basis, String plan,
                            List<PageMark> marks) implements PrepareEvent {
        public DocumentScreened {
            marks = List.copyOf(marks);
        }
    }

    record PlanChanged(ApplicantId applicant, DocumentId document, String seen, String plan) implements PrepareEvent {
    }

    /** Somebody answers for these. Those that nothing was found in are open; the others wait for a second person. */
    record DocumentsReleased(List<SeenDocument> documents) implements PrepareEvent {
        public DocumentsReleased {
            documents = List.copyOf(documents);
        }
    }

    record ReleaseConfirmed(List<SeenDocument> documents) implements PrepareEvent {
        public ReleaseConfirmed {
            documents = List.copyOf(documents);
        }
    }

    /** @param version of the dossier; another one is closed again */
    record OverrideAsked(ApplicantId applicant, int version, Ciphertext reason) implements PrepareEvent {
    }

    record GateOverridden(ApplicantId applicant, int version, PersonId asker) implements PrepareEvent {
    }

    record PageWithdrawn(ApplicantId applicant, DocumentId document, int page, Optional<Ciphertext> reason) implements PrepareEvent {
    }

    /** Scores that are given back follow in the same breath. */
    record ScoresSettled(RoomId room, ApplicantId applicant, Aftermath outcome, Ciphertext reason) implements PrepareEvent {
    }

    record DocumentsOpened(List<Opening> openings) implements PrepareEvent {
        public DocumentsOpened {
            openings = List.copyOf(openings);
        }
    }
}
