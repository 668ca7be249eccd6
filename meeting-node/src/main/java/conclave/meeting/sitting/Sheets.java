package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Table;
import java.util.Optional;

/** What the experts have written in a round: sheets submitted, and drafts of sheets. */
public record Sheets(Table<ApplicantId, Table<PersonId, Score>> scores, Table<ApplicantId, Table<PersonId, Draft>> drafts) {

    static final Sheets BLANK = new Sheets(Table.empty(), Table.empty());

    Optional<Score> score(ApplicantId applicant, PersonId expert) {
        return scores.get(applicant).flatMap(row -> row.get(expert));
    }

    Optional<Draft> draft(ApplicantId applicant, PersonId expert) {
        return drafts.get(applicant).flatMap(row -> row.get(expert));
    }

    Sheets with(ApplicantId applicant, PersonId expert, Score score) {
        return new Sheets(scores.with(applicant, scores.get(applicant).orElse(Table.empty()).with(expert, score)), drafts);
    }

    Sheets with(ApplicantId applicant, PersonId expert, Draft draft) {
        return new Sheets(scores, drafts.with(applicant, drafts.get(applicant).orElse(Table.empty()).with(expert, draft)));
    }

    Sheets withoutDraft(ApplicantId applicant, PersonId expert) {
        return draft(applicant, expert).isEmpty() ? this : new Sheets(scores, drafts.changed(applicant, row -> row.without(expert)));
    }
}
