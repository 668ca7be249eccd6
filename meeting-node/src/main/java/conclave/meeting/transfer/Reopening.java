package conclave.meeting.transfer;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.Verdict;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.util.Optional;

/**
 * 重新开放会议室: a room that has signed off goes on because two persons want it, for a reason. Its count and all before it stay in the
 * record; the chair signs anew, the meeting is sealed anew, and that is another edition of the result.
 */
final class Reopening {

    private Reopening() {
    }

    static Verdict ask(Walk walk, PersonId actor, AskReopening c) {
        var refused = refused(walk, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (c.reason().value().isBlank()) return Verdict.no(Code.REASON_MISSING);
        return Verdict.yes(new ReopeningAsked(c.room(), c.reason()));
    }

    static Verdict reopen(Walk walk, Ending ending, PersonId actor, ReopenRoom c) {
        var refused = refused(walk, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        var asked = ending.asked().get(c.room());
        if (asked.isEmpty()) return Verdict.no(Code.REOPENING_NOT_ASKED);
        if (asked.get().by().equals(actor)) return Verdict.no(Code.SECOND_PERSON_NEEDED);
        return Verdict.yes(new RoomReopened(c.room(), walk.floor().round(c.room()).map(Round::id), asked.get().by()));
    }

    /** On what a panel came to, its hall has gone on already, or has signed that nobody came: then the hall would stand on nothing. */
    private static Optional<Refusal> refused(Walk walk, PersonId actor, RoomId room) {
        var refused = new Rights(walk, actor).toReopen(room);
        if (refused.isPresent()) return refused;
        if (!walk.floor().signedOff(room)) return Optional.of(Refusal.of(Code.ROOM_NOT_SIGNED_OFF));
        var hall = walk.register().hallOf(room);
        if (!hall.equals(room) && (walk.floor().round(hall).isPresent() || walk.floor().signedOff(hall))) return Optional.of(Refusal.of(Code.LATER_ROUND_STANDS));
        return Optional.empty();
    }
}
