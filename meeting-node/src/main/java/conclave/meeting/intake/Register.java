package conclave.meeting.intake;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.event.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that the package brought: who, where, by which sheet and rules. */
public record Register(
        Optional<Item.Description> description,
        Optional<Item.Sheet> sheet,
        Optional<Item.Mode> mode,
        Optional<Item.Profile> profile,
        Table<RoomId, Item.Room> rooms,
        Table<PersonId, Item.Person> people,
        Table<String, PersonId> codes,
        Table<RoomId, List<PersonId>> experts,
        Table<ApplicantId, Item.Applicant> applicants,
        Table<RoomId, List<ApplicantId>> applying) {

    static final Register EMPTY = new Register(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty());

    /** The experts of a room, in the order in which they were registered. */
    public List<PersonId> expertsOf(RoomId room) {
        return experts.get(room).orElse(List.of());
    }

    public List<ApplicantId> applicantsOf(RoomId room) {
        return applying.get(room).orElse(List.of());
    }

    /** Whether the person holds the role, for the whole meeting or for this room. */
    public boolean holds(PersonId person, Role role, RoomId room) {
        return people.get(person).stream().flatMap(p -> p.grants().stream())
                .anyMatch(grant -> grant.role() == role && grant.room().map(room::equals).orElse(true));
    }

    public boolean holdsAnywhere(PersonId person, Role role) {
        return people.get(person).stream().flatMap(p -> p.grants().stream()).anyMatch(grant -> grant.role() == role);
    }

    /** The room in which the person is an expert; nobody judges in two. */
    public Optional<RoomId> judgesIn(PersonId person) {
        return people.get(person).stream().flatMap(p -> p.grants().stream())
                .filter(grant -> grant.role() == Role.EXPERT).findFirst().flatMap(Item.Grant::room);
    }

    public boolean complete() {
        return description.isPresent() && sheet.isPresent() && mode.isPresent() && profile.isPresent() && !rooms.isEmpty();
    }

    /** Whether something of this name, or the one of its kind, is here already. */
    boolean has(Item item) {
        return switch (item) {
            case Item.Description _ -> description.isPresent();
            case Item.Sheet _ -> sheet.isPresent();
            case Item.Mode _ -> mode.isPresent();
            case Item.Profile _ -> profile.isPresent();
            case Item.Room r -> rooms.has(r.id());
            case Item.Person p -> people.has(p.id()) || codes.has(p.codeHash());
            case Item.Applicant a -> applicants.has(a.id());
        };
    }

    Register with(Item item) {
        return switch (item) {
            case Item.Description d -> new Register(Optional.of(d), sheet, mode, profile, rooms, people, codes, experts, applicants, applying);
            case Item.Sheet s -> new Register(description, Optional.of(s), mode, profile, rooms, people, codes, experts, applicants, applying);
            case Item.Mode m -> new Register(description, sheet, Optional.of(m), profile, rooms, people, codes, experts, applicants, applying);
            case Item.Profile p -> new Register(description, sheet, mode, Optional.of(p), rooms, people, codes, experts, applicants, applying);
            case Item.Room r -> new Register(description, sheet, mode, profile, rooms.with(r.id(), r), people, codes, experts, applicants, applying);
            case Item.Person p -> new Register(description, sheet, mode, profile, rooms, people.with(p.id(), p),
                    codes.with(p.codeHash(), p.id()), seated(p), applicants, applying);
            case Item.Applicant a -> new Register(description, sheet, mode, profile, rooms, people, codes, experts,
                    applicants.with(a.id(), a), applying.with(a.room(), appended(applicantsOf(a.room()), a.id())));
        };
    }

    private Table<RoomId, List<PersonId>> seated(Item.Person person) {
        var seats = experts;
        for (var grant : person.grants()) {
            if (grant.role() == Role.EXPERT && grant.room().isPresent()) {
                var room = grant.room().get();
                seats = seats.with(room, appended(seats.get(room).orElse(List.of()), person.id()));
            }
        }
        return seats;
    }

    private static <T> List<T> appended(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }
}
