package conclave.meeting.sitting;

import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Table;
import java.util.Optional;

/** One room's half-day, with who is there since when, and whether it stands still. */
public record Sitting(SittingId id, String day, Half half, long openedAt, Table<PersonId, Long> present, Optional<Pause> pause) {

    public boolean present(PersonId person) {
        return present.has(person);
    }

    Sitting with(PersonId person, long at) {
        return new Sitting(id, day, half, openedAt, present.with(person, at), pause);
    }

    Sitting without(PersonId person) {
        return new Sitting(id, day, half, openedAt, present.without(person), pause);
    }

    Sitting with(Optional<Pause> changed) {
        return new Sitting(id, day, half, openedAt, present, changed);
    }
}
