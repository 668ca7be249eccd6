package conclave.meeting;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.sitting.Voiding;
import java.util.List;
import java.util.Optional;

/**
 * 人员变动: somebody was replaced, or recused half-way, and what went with it. The ranks are those of that moment, as if all
 * had been counted then; scores that came later may have moved them again.
 *
 * @param event the swap or the recusal
 * @param rooms where it happened
 * @param voided whose scores by that expert went
 * @param kept whose scores by the one who left stand for the seat
 */
public record SeatChange(long seq, long at, PersonId by, SittingEvent event, List<RoomId> rooms, List<ApplicantId> voided,
                         List<ApplicantId> kept, List<RankChange> ranks) {

    public SeatChange {
        rooms = List.copyOf(rooms);
        voided = List.copyOf(voided);
        kept = List.copyOf(kept);
        ranks = List.copyOf(ranks);
    }

    /**
     * What an event did to a meeting, where it is one of these. The scores that it takes along follow in lines of their own;
     * here they are taken away at once, so that the change is told whole.
     */
    static Optional<SeatChange> of(Meeting before, Meeting after, Fact fact, SittingEvent event) {
        if (!(event instanceof ExpertSwapped || event instanceof ExpertRecused)) return Optional.empty();
        var walk = before.walk();
        if (event instanceof ExpertSwapped e) {
            return Optional.of(whole(before, after, fact, walk.register().seatsOf(e.leaving()), Voiding.leaving(walk, e.room(), e.leaving()),
                    Voiding.kept(walk, e.room(), e.leaving())));
        }
        if (!(event instanceof ExpertRecused e)) return Optional.empty();
        var seats = Voiding.seats(walk, e.expert(), e.applicant());
        return begun(before, seats) ? Optional.of(whole(before, after, fact, seats, Voiding.recused(walk, e.expert(), e.applicant()), List.of()))
                : Optional.empty();
    }

    /** Before a room has come together there is nothing half-way. */
    private static boolean begun(Meeting meeting, List<RoomId> rooms) {
        return rooms.stream().anyMatch(room -> meeting.floor().round(room).isPresent());
    }

    private static SeatChange whole(Meeting before, Meeting after, Fact fact, List<RoomId> rooms, List<ScoreVoided> voided, List<ApplicantId> kept) {
        var then = SheetChange.folded(after, fact.by(), List.copyOf(voided));
        var begun = rooms.stream().filter(room -> before.floor().round(room).isPresent()).toList();
        return new SeatChange(after.recorded(), fact.at(), fact.by(), (SittingEvent) fact.event(), rooms,
                voided.stream().map(ScoreVoided::applicant).toList(), kept, RankChange.between(before, then, begun));
    }
}
