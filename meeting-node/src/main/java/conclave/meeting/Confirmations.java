package conclave.meeting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import java.util.List;
import java.util.Optional;

/** 待确认: who had scored a dossier before it was changed, and has not said yet whether the score stands. */
public final class Confirmations {

    private Confirmations() {
    }

    public record Waiting(ApplicantId applicant, PersonId expert) {
    }

    /** In the round that is open in the room. */
    public static List<Waiting> of(Meeting meeting, RoomId room) {
        var round = meeting.floor().round(room).filter(Round::open);
        return round.stream().flatMap(open -> open.candidates().stream().flatMap(applicant -> open.sheets().scores().get(applicant).stream()
                .flatMap(row -> row.keys().stream()).filter(expert -> wanted(meeting, round, applicant, expert)).map(expert -> new Waiting(applicant, expert)))).toList();
    }

    /** Their last word was on another version, and they are asked for one on this. */
    public static boolean wanted(Meeting meeting, Optional<Round> round, ApplicantId applicant, PersonId expert) {
        if (round.isEmpty() || !round.get().open() || meeting.walk().register().version(applicant) == 1) return false;
        var last = round.get().score(applicant, expert);
        var changed = meeting.intake().amendments().of(applicant).getLast().seq();
        return last.isPresent() && last.get().voided() && last.get().seq() < changed
                && new Judges(meeting.walk().register(), meeting.book(), meeting.floor()).of(round.get(), applicant).contains(expert);
    }
}
