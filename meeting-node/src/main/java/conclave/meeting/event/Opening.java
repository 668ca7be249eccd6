package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;

/**
 * 阅看: somebody was shown a page of a document for the first time.
 *
 * @param release the how-manieth release of the document that was: after a withdrawal it is another
 */
public record Opening(PersonId person, ApplicantId applicant, DocumentId document, int release, long at) {
}
