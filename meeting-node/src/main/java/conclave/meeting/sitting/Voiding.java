package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Profile.Swap;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import java.util.List;
import java.util.Optional;

/** Which scores go when somebody leaves a seat or is recused: asked before it is decided, and when it is told afterwards. */
public final class Voiding {

    private Voiding() {
    }

    /** What somebody who is replaced has given in the open round, where the profile voids it. */
    public static List<ScoreVoided> leaving(Walk walk, RoomId room, PersonId leaving) {
        return walk.book().profile().swap() == Swap.VOID_SCORES ? given(walk, room, leaving) : List.of();
    }

    /** The same, where the profile keeps it. */
    public static List<ApplicantId> kept(Walk walk, RoomId room, PersonId leaving) {
        return walk.book().profile().swap() == Swap.KEEP_SCORES
                ? given(walk, room, leaving).stream().map(ScoreVoided::applicant).toList() : List.of();
    }

    /** What somebody has given for an applicant whom they must not judge, wherever they sit. */
    public static List<ScoreVoided> recused(Walk walk, PersonId expert, ApplicantId applicant) {
        return seats(walk, expert, applicant).stream().map(room -> open(walk, room).flatMap(round -> given(round, expert, applicant)))
                .flatMap(Optional::stream).toList();
    }

    /** The seats at which the expert has to do with the applicant. */
    public static List<RoomId> seats(Walk walk, PersonId expert, ApplicantId applicant) {
        return walk.register().seatsOf(expert).stream().filter(room -> walk.comesBefore(room, applicant)).toList();
    }

    private static List<ScoreVoided> given(Walk walk, RoomId room, PersonId expert) {
        return open(walk, room).stream().flatMap(round -> round.candidates().stream().flatMap(one -> given(round, expert, one).stream())).toList();
    }

    private static Optional<ScoreVoided> given(Round round, PersonId expert, ApplicantId applicant) {
        return round.standing(applicant, expert).map(score -> new ScoreVoided(round.id(), expert, applicant, score.revision()));
    }

    private static Optional<Round> open(Walk walk, RoomId room) {
        return walk.floor().round(room).filter(Round::open);
    }
}
