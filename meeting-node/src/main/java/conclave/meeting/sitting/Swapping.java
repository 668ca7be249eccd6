package conclave.meeting.sitting;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.Verdict;
import java.util.ArrayList;
import java.util.Optional;

/**
 * 更换专家: the next alternate takes the seat of somebody who cannot go on. What was scored in the open round is voided or
 * kept as the profile says; what closed rounds came to is not touched. The one who comes sees nothing of it either way.
 */
final class Swapping {

    private Swapping() {
    }

    static Verdict swap(Walk walk, PersonId actor, long at, SwapExpert c) {
        var register = walk.register();
        var refused = Rights.toRun(register, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (!register.holds(c.leaving(), Role.EXPERT, c.room())) return Verdict.no(Code.UNKNOWN_EXPERT);
        var next = register.alternatesOf(c.room()).stream().findFirst();
        if (!next.equals(Optional.of(c.coming()))) return Verdict.no(Code.NOT_AN_ALTERNATE);
        var round = walk.floor().round(c.room());
        if (round.map(Round::signedOff).orElse(false)) return Verdict.no(Code.ROUND_SIGNED_OFF);
        // Between the close and the count, or while papers are out, the body that decides stays as it is.
        if (round.filter(open -> open.open() && open.casting().isPresent()).isPresent()) return Verdict.no(Code.PAPERS_OUT);
        if (round.filter(closed -> !closed.open() && !closed.counted()).isPresent()) return Verdict.no(Code.ROUND_NOT_TALLIED);
        var events = new ArrayList<Event>();
        events.add(new ExpertSwapped(c.room(), c.leaving(), c.coming(), c.reason()));
        var sitting = walk.floor().sitting(c.room());
        // Who has signed in already is there from the moment of taking the seat.
        if (walk.floor().sessions().get(c.coming()).filter(session -> session.validAt(at)).isPresent()) {
            sitting.ifPresent(open -> events.add(new Attended(c.room(), open.id(), c.coming())));
        }
        events.addAll(Voiding.leaving(walk, c.room(), c.leaving()));
        return new Verdict.Yes(events);
    }

    /** The one who left is signed out and sits there no longer. */
    static Floor swapped(Floor floor, RoomId room, PersonId leaving, PersonId coming) {
        var sittings = floor.sitting(room).isEmpty() ? floor.sittings() : floor.sittings().changed(room, sitting -> sitting.without(leaving));
        return floor.withSessions(floor.sessions().without(leaving)).withSittings(sittings).withPredecessor(coming, leaving);
    }
}
