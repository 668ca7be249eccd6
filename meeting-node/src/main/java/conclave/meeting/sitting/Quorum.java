package conclave.meeting.sitting;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.intake.Register;

/** 达到规定人数: counted on the size of the body, in whole numbers, as the rule profile says. */
public record Quorum(int committee, int needed, int present) {

    public static Quorum of(Register register, Floor floor, RoomId room) {
        var profile = register.profile().orElseThrow();
        var committee = register.expertsOf(room).size();
        // The smallest n with n × denominator ≥ committee × numerator.
        var needed = Math.ceilDiv(committee * profile.quorumNumerator(), profile.quorumDenominator());
        return new Quorum(committee, needed, floor.presentExperts(register, room));
    }

    public boolean reached() {
        return present >= needed && present > 0;
    }
}
