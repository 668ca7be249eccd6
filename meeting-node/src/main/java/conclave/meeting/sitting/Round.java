package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One round of one stage in one room: sheets that experts write about the candidates, or papers that they cast.
 *
 * @param number which round of this stage in this room it is, the first being 1
 * @param counted whether its count stands
 * @param attended who sat there when it closed, since when
 * @param called who was asked in, and from when their time runs: a pause does not count
 */
public record Round(RoundId id, RoomId room, String stage, int number, List<ApplicantId> candidates, boolean open, boolean counted,
                    boolean signedOff, long openedAt, Optional<Long> closedAt, Table<PersonId, Long> attended,
                    Table<ApplicantId, Long> called, Sheets sheets, Optional<Casting> casting) {

    public Round {
        candidates = List.copyOf(candidates);
    }

    static Round opened(RoundId id, RoomId room, String stage, int number, List<ApplicantId> candidates, long at, Optional<Casting> casting) {
        return new Round(id, room, stage, number, candidates, true, false, false, at, Optional.empty(), Table.empty(), Table.empty(),
                Sheets.BLANK, casting);
    }

    public Optional<Score> score(ApplicantId applicant, PersonId expert) {
        return sheets.score(applicant, expert);
    }

    /** The score that counts: the latest, unless it was voided. */
    public Optional<Score> standing(ApplicantId applicant, PersonId expert) {
        return score(applicant, expert).filter(score -> !score.voided());
    }

    public Optional<Draft> draft(ApplicantId applicant, PersonId expert) {
        return sheets.draft(applicant, expert);
    }

    /** The number that the expert's next submission is written over; revisions never go back, not even after a recusal. */
    public int revision(ApplicantId applicant, PersonId expert) {
        return score(applicant, expert).map(Score::revision).orElse(0);
    }

    Round with(Sheets changed) {
        return new Round(id, room, stage, number, candidates, open, counted, signedOff, openedAt, closedAt, attended, called, changed, casting);
    }

    Round with(Casting changed) {
        return new Round(id, room, stage, number, candidates, open, counted, signedOff, openedAt, closedAt, attended, called, sheets,
                Optional.of(changed));
    }

    /** Somebody came late and is dealt with last. */
    Round joined(ApplicantId applicant) {
        var more = new ArrayList<>(candidates);
        more.add(applicant);
        return new Round(id, room, stage, number, more, open, counted, signedOff, openedAt, closedAt, attended, called, sheets, casting);
    }

    Round called(ApplicantId applicant, long at) {
        return new Round(id, room, stage, number, candidates, open, counted, signedOff, openedAt, closedAt, attended,
                called.with(applicant, at), sheets, casting);
    }

    /** The room stood still for so long: the time of whoever was asked in last runs as much later. */
    Round later(long millis) {
        Optional<ApplicantId> last = Optional.empty();
        for (var one : called) {
            if (last.isEmpty() || one.getValue() > called.get(last.get()).orElseThrow()) last = Optional.of(one.getKey());
        }
        return last.map(in -> called(in, called.get(in).orElseThrow() + millis)).orElse(this);
    }

    Round closed(long at, Table<PersonId, Long> present) {
        return new Round(id, room, stage, number, candidates, false, counted, signedOff, openedAt, Optional.of(at), present, called, sheets, casting);
    }

    Round reopened() {
        return new Round(id, room, stage, number, candidates, true, false, signedOff, openedAt, Optional.empty(), Table.empty(), called, sheets, casting);
    }

    Round uncounted() {
        return new Round(id, room, stage, number, candidates, open, false, signedOff, openedAt, closedAt, attended, called, sheets, casting);
    }

    Round countedNow() {
        return new Round(id, room, stage, number, candidates, open, true, signedOff, openedAt, closedAt, attended, called, sheets, casting);
    }

    Round unsigned() {
        return new Round(id, room, stage, number, candidates, open, counted, false, openedAt, closedAt, attended, called, sheets, casting);
    }

    Round signed() {
        return new Round(id, room, stage, number, candidates, open, counted, true, openedAt, closedAt, attended, called, sheets, casting);
    }
}
