package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import java.util.Optional;

/**
 * A document as somebody saw it who releases it.
 *
 * @param plan by which its pages were masked; left out for pages as they are, where the meeting asks for no screening
 */
public record SeenDocument(ApplicantId applicant, DocumentId document, Optional<String> plan) {
}
