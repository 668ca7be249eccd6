package conclave.meeting.sitting;

import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Table;

/** One room's half-day, with who is there since when. */
public record Sitting(SittingId id, String day, Half half, long openedAt, Table<PersonId, Long> present) {

    public boolean present(PersonId person) {
        return present.has(person);
    }

    Sitting with(PersonId person, long at) {
        return new Sitting(id, day, half, openedAt, present.with(person, at));
    }

    Sitting without(PersonId person) {
        return new Sitting(id, day, half, openedAt, present.without(person));
    }
}
