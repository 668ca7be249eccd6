package conclave.web;

import conclave.meeting.Meeting;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.intake.Register;
import conclave.meeting.sitting.Rights;
import conclave.node.Hall;
import conclave.node.Pass;
import java.util.Optional;

/** Somebody who has shown a valid pass, and the meeting as it stands at this moment. */
record Visitor(Hall hall, Pass pass, Meeting meeting, Register register) {

    PersonId id() {
        return pass.person();
    }

    /** The same person after something was waited for. */
    Visitor later() {
        return new Visitor(hall, pass, hall.meeting(), hall.register().orElse(register));
    }

    Item.Person person() {
        return register.people().get(id()).orElseThrow();
    }

    Rights rights() {
        return new Rights(meeting.walk(), meeting.clearance(), id());
    }

    /** Goes on only where nothing is refused. */
    static void allow(Optional<Refusal> refused) {
        refused.ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
    }
}
