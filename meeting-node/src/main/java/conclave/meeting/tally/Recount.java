package conclave.meeting.tally;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.sitting.Floor;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What a room had counted before the rules changed is counted again, round by round from its first.
 *
 * @param missed of a round that was held: somebody would have come to it now who was not there
 */
public record Recount(List<Event> events, boolean missed) {

    public Recount {
        events = List.copyOf(events);
    }

    /** {@code held}: the floor as it was, when the counts still stood. */
    public static Recount of(Walk walk, Tallies tallies, RoomId room, Floor held) {
        var rounds = held.rounds().values().stream().filter(round -> round.room().equals(room))
                .sorted(Comparator.comparing((Round round) -> walk.book().mode().place(round.stage())).thenComparing(Round::number)).toList();
        return new Passing(walk, tallies, room).through(rounds);
    }

    /** The room goes its way once more. */
    private static final class Passing {
        private final RoomId room;
        private final List<Event> events = new ArrayList<>();
        private Counting now;
        private boolean missed;

        Passing(Walk walk, Tallies tallies, RoomId room) {
            this.room = room;
            now = new Counting(walk, tallies);
        }

        Recount through(List<Round> rounds) {
            for (var round : rounds) {
                if (!confirms(round)) {
                    now.settlements(room).forEach(this::happened);
                    missed |= !new TreeSet<>(round.candidates()).containsAll(entrants(round));
                }
                if (round.counted()) happened(now.count(round));
            }
            if (!rounds.isEmpty() && rounds.getLast().counted()) now.settlements(room).forEach(this::happened);
            return new Recount(events, missed);
        }

        /** A round in which the room only confirms what is worked out. */
        private boolean confirms(Round round) {
            return now.walk().book().mode().stage(round.stage()).filter(Walk::computed).isPresent();
        }

        /** To a second round of marks come those whose first ones lie far apart; they may be fewer now. */
        private List<ApplicantId> entrants(Round round) {
            var walk = now.walk();
            return round.number() > 1 ? walk.course(room).again() : walk.entrants(room, walk.book().mode().stage(round.stage()).orElseThrow());
        }

        private void happened(TallyEvent event) {
            events.add(event);
            now = now.after(0, event);
        }
    }
}
