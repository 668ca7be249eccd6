package conclave.web;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.FactKey;
import conclave.meeting.prepare.Masking;
import conclave.meeting.prepare.Screeners;
import java.util.Optional;

/**
 * 事由: why somebody did something with a dossier, in their own words. These name people, and not only whose dossier it is ("the papers of
 * one lay in the folder of the other"): no sieve made for one applicant is fine enough. Whoever judges reads what was done, to which code, and
 * not why.
 */
final class Reasons {

    private Reasons() {
    }

    static Optional<String> of(Visitor visitor, String kind, Id about, Ciphertext reason) {
        return tells(visitor) ? Optional.of(visitor.hall().faces().note(kind, about, reason)) : Optional.empty();
    }

    /** Where everybody is told the names anyhow, and no page waits to be looked through, nothing is given away. */
    private static boolean tells(Visitor visitor) {
        var register = visitor.register();
        if (!Screeners.judges(register, visitor.id())) return true;
        return !Clearance.required(register) && Masking.of(register.description().orElseThrow().policy(), FactKey.NAME) == Masking.AS_IS;
    }
}
