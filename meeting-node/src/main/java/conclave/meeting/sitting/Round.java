package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Table;
import java.util.Optional;

/** One round of scoring in one room; {@code attended} is who sat there when it closed, since when. */
public record Round(RoundId id, RoomId room, int number, boolean open, boolean signedOff, long openedAt, Optional<Long> closedAt,
                    Table<PersonId, Long> attended, Table<ApplicantId, Table<PersonId, Score>> scores, Table<ApplicantId, Table<PersonId, Draft>> drafts) {

    static Round opened(RoundId id, RoomId room, int number, long at) {
        return new Round(id, room, number, true, false, at, Optional.empty(), Table.empty(), Table.empty(), Table.empty());
    }

    public Optional<Score> score(ApplicantId applicant, PersonId expert) {
        return scores.get(applicant).flatMap(row -> row.get(expert));
    }

    /** The score that counts: the latest, unless it was voided. */
    public Optional<Score> standing(ApplicantId applicant, PersonId expert) {
        return score(applicant, expert).filter(score -> !score.voided());
    }

    public Optional<Draft> draft(ApplicantId applicant, PersonId expert) {
        return drafts.get(applicant).flatMap(row -> row.get(expert));
    }

    /** The number that the expert's next submission is written over; revisions never go back, not even after a recusal. */
    public int revision(ApplicantId applicant, PersonId expert) {
        return score(applicant, expert).map(Score::revision).orElse(0);
    }

    Round with(ApplicantId applicant, PersonId expert, Score score) {
        var row = scores.get(applicant).orElse(Table.empty()).with(expert, score);
        return new Round(id, room, number, open, signedOff, openedAt, closedAt, attended, scores.with(applicant, row), drafts);
    }

    Round with(ApplicantId applicant, PersonId expert, Draft draft) {
        var row = drafts.get(applicant).orElse(Table.empty()).with(expert, draft);
        return new Round(id, room, number, open, signedOff, openedAt, closedAt, attended, scores, drafts.with(applicant, row));
    }

    Round withoutDraft(ApplicantId applicant, PersonId expert) {
        if (draft(applicant, expert).isEmpty()) return this;
        return new Round(id, room, number, open, signedOff, openedAt, closedAt, attended, scores,
                drafts.changed(applicant, row -> row.without(expert)));
    }

    Round closed(long at, Table<PersonId, Long> present) {
        return new Round(id, room, number, false, signedOff, openedAt, Optional.of(at), present, scores, drafts);
    }

    Round reopened() {
        return new Round(id, room, number, true, signedOff, openedAt, Optional.empty(), Table.empty(), scores, drafts);
    }

    Round signed() {
        return new Round(id, room, number, open, true, openedAt, closedAt, attended, scores, drafts);
    }
}
