package conclave.meeting.sitting;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.intake.Register;

/** 达到规定人数: counted on the size of the body, in whole numbers, as the rule profile says. */
public record Quorum(int committee, int needed, int present) {

    /** As it stands now: what is decided is decided on this. */
    public static Quorum of(Register register, Floor floor, RoomId room) {
        return with(register, room, floor.presentExperts(register, room));
    }

    /** As it is shown: with the attendance of the closed round, where there is one. */
    public static Quorum shown(Register register, Floor floor, RoomId room) {
        return with(register, room, floor.attendedExperts(register, room));
    }

    private static Quorum with(Register register, RoomId room, int present) {
        var profile = register.profile().orElseThrow();
        var committee = register.expertsOf(room).size();
        // The smallest n with n × denominator ≥ committee × numerator.
        var needed = Math.ceilDiv(committee * profile.quorumNumerator(), profile.quorumDenominator());
        return new Quorum(committee, needed, present);
    }

    public boolean reached() {
        return present >= needed && present > 0;
    }
}
