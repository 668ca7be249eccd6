package conclave.web;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.sitting.Round;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where an expert is wanted now: whoever sits in a panel may sit in its hall as well, and only in one of them something goes on. */
final class Seats {

    private Seats() {
    }

    static RoomId now(Visitor visitor) {
        var floor = visitor.meeting().floor();
        Predicate<RoomId> voting = room -> floor.round(room).map(Round::open).orElse(false);
        Predicate<RoomId> sitting = room -> floor.sitting(room).isPresent();
        Predicate<RoomId> unfinished = sitting.and(room -> !floor.signedOff(room));
        var seats = visitor.register().seatsOf(visitor.id());
        for (var wanted : List.of(voting, unfinished, sitting)) {
            var found = seats.stream().filter(wanted).findFirst();
            if (found.isPresent()) return found.get();
        }
        return visitor.register().judgesIn(visitor.id()).orElseThrow();
    }

    /** The round in which this person has to do with the applicant: the one at their present seat, or the panel's. */
    static Optional<Round> round(Visitor visitor, Item.Applicant applicant) {
        var here = now(visitor);
        var room = visitor.meeting().walk().comesBefore(here, applicant.id()) ? here : applicant.room();
        return visitor.meeting().floor().round(room);
    }
}
