package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Stage;
import java.util.Optional;

/**
 * 分发: whose dossier lies before an expert, and while. In a round those whom it is about and whom this expert is asked about; nothing
 * before it opens and nothing once it is closed, unless the mode has the material read ahead (审阅材料) or the meeting leaves it open for
 * the half-day.
 */
record Distribution(Walk walk, PersonId person) {

    Optional<Refusal> toRead(RoomId room, ApplicantId applicant) {
        var round = walk.floor().round(room);
        if (round.filter(Round::open).isPresent()) return inRound(round.get(), applicant);
        if (!between(room)) return refused(round.isEmpty() ? Code.READING_NOT_BEGUN : Code.READING_OVER);
        var next = walk.upcoming(room);
        return next.isEmpty() || assigned(room, next.get(), applicant) ? Optional.empty() : refused(Code.NOT_ASSIGNED);
    }

    /** In the round that is open, or in the one that comes. */
    boolean soon(RoomId room, ApplicantId applicant) {
        var round = walk.floor().round(room).filter(Round::open);
        return round.map(open -> inRound(open, applicant).isEmpty())
                .orElseGet(() -> walk.upcoming(room).map(stage -> assigned(room, stage, applicant)).orElse(false));
    }

    private Optional<Refusal> inRound(Round round, ApplicantId applicant) {
        var judges = judges();
        var chosen = judges.stage(round) instanceof Stage.Scoring scoring && scoring.reviewers() > 0;
        boolean mine = round.candidates().contains(applicant) && (!chosen || judges.asks(round, applicant, person));
        return mine ? Optional.empty() : refused(Code.NOT_ASSIGNED);
    }

    private boolean assigned(RoomId room, Stage stage, ApplicantId applicant) {
        return walk.comesTo(room, stage, applicant) && judges().willAsk(room, stage, applicant, person);
    }

    /** Whether the material lies there while no round is open. */
    private boolean between(RoomId room) {
        return walk.register().description().flatMap(Item.Description::reading).map(Item.Reading.SITTINGS::equals).orElseGet(() -> walk.readsAhead(room));
    }

    private Judges judges() {
        return new Judges(walk.register(), walk.book(), walk.floor());
    }

    private static Optional<Refusal> refused(Code code) {
        return Optional.of(Refusal.of(code));
    }
}
