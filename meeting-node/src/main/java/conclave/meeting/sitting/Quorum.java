package conclave.meeting.sitting;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Book;
import conclave.meeting.rule.Thresholds;

/** 达到规定人数: counted on the size of the body, in whole numbers, as the rule profile says. */
public record Quorum(int committee, int needed, int present) {

    /** As it stands now: what is decided is decided on this. */
    public static Quorum of(Register register, Book book, Floor floor, RoomId room) {
        return with(register, book, room, floor.presentExperts(register, room));
    }

    /** As it is shown: with the attendance of the closed round, where there is one. */
    public static Quorum shown(Register register, Book book, Floor floor, RoomId room) {
        return with(register, book, room, floor.attendedExperts(register, room));
    }

    /** A hall counts on the size of the committee as it was approved, a panel on the experts that it has. */
    private static Quorum with(Register register, Book book, RoomId room, int present) {
        var seats = register.expertsOf(room).size();
        var committee = register.isHall(room) ? Math.max(seats, register.description().orElseThrow().committeeSize()) : seats;
        return new Quorum(committee, Thresholds.needed(book.profile().quorum(), committee), present);
    }

    public boolean reached() {
        return present >= needed && present > 0;
    }
}
