package conclave.meeting.sitting;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.SignedIn;
import conclave.meeting.event.SittingEvent.SignedOut;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.ArrayList;

/** Half-days open and close; people sign in for each (签到). */
final class Attendance {

    private Attendance() {
    }

    static Verdict open(Register register, Floor floor, PersonId actor, long at, OpenSitting c) {
        var refused = Rights.toRun(register, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (floor.sitting(c.room()).isPresent()) return Verdict.no(Code.SITTING_ALREADY_OPEN);
        var about = register.description().orElseThrow();
        if (c.day().compareTo(about.opens()) < 0 || c.day().compareTo(about.closes()) > 0) {
            return Verdict.no(Refusal.of(Code.OUTSIDE_MEETING_DATES).with("opens", about.opens()).with("closes", about.closes()));
        }
        var events = new ArrayList<Event>();
        events.add(new SittingOpened(c.room(), c.sitting(), c.day(), c.half()));
        // Who signed in while the doors were still closed has signed in for this half-day: the last close ended all others.
        for (var expert : register.expertsOf(c.room())) {
            if (floor.sessions().get(expert).filter(session -> session.validAt(at)).isPresent()) {
                events.add(new Attended(c.room(), c.sitting(), expert));
            }
        }
        return new Verdict.Yes(events);
    }

    static Verdict close(Register register, Floor floor, PersonId actor, CloseSitting c) {
        var refused = Rights.toRun(register, actor, c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        var sitting = floor.sitting(c.room());
        if (sitting.isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        return Verdict.yes(new SittingClosed(c.room(), sitting.get().id()));
    }

    static Verdict signIn(Register register, Floor floor, SignIn c) {
        if (!register.people().has(c.person())) return Verdict.no(Code.UNKNOWN_PERSON);
        var events = new ArrayList<Event>();
        events.add(new SignedIn(c.person(), c.tokenHash(), c.expiresAt()));
        for (var room : register.seatsOf(c.person())) {
            floor.sitting(room).filter(sitting -> !sitting.present(c.person()))
                    .ifPresent(sitting -> events.add(new Attended(room, sitting.id(), c.person())));
        }
        return new Verdict.Yes(events);
    }

    /** Only the sign-in that asks is ended: a late request of an old laptop does not sign out the new one. */
    static Verdict signOut(Floor floor, SignOut c) {
        var session = floor.sessions().get(c.person()).filter(s -> s.tokenHash().equals(c.tokenHash()));
        return session.isEmpty() ? Verdict.no(Code.NOT_SIGNED_IN) : Verdict.yes(new SignedOut(c.person()));
    }

    static Floor closed(Register register, Floor floor, RoomId room) {
        var sessions = floor.sessions();
        for (var expert : register.expertsOf(room)) {
            // Whoever also sits in another room that is still open stays signed in.
            var elsewhere = register.seatsOf(expert).stream().anyMatch(seat -> !seat.equals(room) && floor.present(seat, expert));
            if (!elsewhere) sessions = sessions.without(expert);
        }
        return floor.withSessions(sessions).withSittings(floor.sittings().without(room));
    }
}
