package conclave.meeting.intake;

import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Role;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the package brought, and what amendments made of it: who, where, by which sheet and rules.
 *
 * @param versions of the dossiers that are no longer as the package brought them
 */
public record Register(
        Optional<Item.Description> description,
        Table<String, Sheet> sheets,
        Optional<Mode> mode,
        Optional<Profile> profile,
        Table<RoomId, Item.Room> rooms,
        Table<RoomId, List<RoomId>> panels,
        Table<PersonId, Item.Person> people,
        Table<String, PersonId> codes,
        Table<RoomId, List<PersonId>> experts,
        Table<RoomId, List<PersonId>> alternates,
        Table<ApplicantId, Item.Applicant> applicants,
        Table<RoomId, List<ApplicantId>> applying,
        Table<ApplicantId, Table<PersonId, Item.Recusal>> recusals,
        Table<ApplicantId, Integer> versions) {

    static final Register EMPTY = new Register(Optional.empty(), Table.empty(), Optional.empty(), Optional.empty(),
            Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(),
            Table.empty(), Table.empty());

    /** The experts of a room, in the order in which they were registered. */
    public List<PersonId> expertsOf(RoomId room) {
        return experts.get(room).orElse(List.of());
    }

    public List<ApplicantId> applicantsOf(RoomId room) {
        return applying.get(room).orElse(List.of());
    }

    /** Whether the person holds the role, for the whole meeting or for this room. */
    public boolean holds(PersonId person, Role role, RoomId room) {
        for (var grant : grantsOf(person)) {
            if (grant.role() == role && grant.room().map(room::equals).orElse(true)) return true;
        }
        return false;
    }

    public boolean holdsAnywhere(PersonId person, Role role) {
        for (var grant : grantsOf(person)) {
            if (grant.role() == role) return true;
        }
        return false;
    }

    private List<Item.Grant> grantsOf(PersonId person) {
        return people.get(person).map(Item.Person::grants).orElse(List.of());
    }

    public List<ApplicantId> applicantsBefore(RoomId hall) {
        return panelsOf(hall).stream().flatMap(panel -> applicantsOf(panel).stream()).toList();
    }

    /** The panel in which the person is an expert, or the hall of somebody who sits in no panel. */
    public Optional<RoomId> judgesIn(PersonId person) {
        var seats = seatsOf(person);
        return seats.stream().filter(room -> !isHall(room)).findFirst().or(() -> seats.stream().findFirst());
    }

    /** Where the person is an expert: in one panel at most, and in one hall at most. */
    public List<RoomId> seatsOf(PersonId person) {
        return grantsOf(person).stream().filter(grant -> grant.role() == Role.EXPERT)
                .flatMap(grant -> grant.room().stream()).filter(room -> expertsOf(room).contains(person)).toList();
    }

    /** The room where the whole committee sits on this panel's applicants; its own, where there is no other. */
    public RoomId hallOf(RoomId panel) {
        return rooms.get(panel).flatMap(Item.Room::hall).orElse(panel);
    }

    /** The panels whose applicants come before this hall; a room that is nobody's hall sits on its own. */
    public List<RoomId> panelsOf(RoomId hall) {
        return panels.get(hall).orElse(List.of(hall));
    }

    /** Whether panels report to this room. */
    public boolean isHall(RoomId room) {
        return panels.has(room);
    }

    /** Somebody leaves and somebody else takes the very seat: the order in the room stays. */
    public Register swapped(RoomId room, PersonId leaving, PersonId coming) {
        var seats = expertsOf(room).stream().map(expert -> expert.equals(leaving) ? coming : expert).toList();
        var person = people.get(coming).orElseThrow();
        var grants = new ArrayList<Item.Grant>();
        for (var grant : person.grants()) {
            grants.add(grant.role() == Role.ALTERNATE && grant.room().equals(Optional.of(room))
                    ? new Item.Grant(Role.EXPERT, grant.room()) : grant);
        }
        var seated = new Item.Person(person.id(), person.seat(), grants, person.expertClass(), person.identity(), person.codeHash());
        var left = people.get(leaving).orElseThrow();
        var kept = left.grants().stream().filter(grant -> grant.role() != Role.EXPERT || !grant.room().equals(Optional.of(room))).toList();
        var gone = new Item.Person(left.id(), left.seat(), kept, left.expertClass(), left.identity(), left.codeHash());
        return new Register(description, sheets, mode, profile, rooms, panels, people.with(coming, seated).with(leaving, gone), codes,
                experts.with(room, seats), alternates.with(room, alternatesOf(room).stream().filter(one -> !one.equals(coming)).toList()),
                applicants, applying, recusals, versions);
    }

    /** The old code is nobody's any more. */
    public Register renewed(CardRenewed e) {
        var old = people.get(e.person()).orElseThrow();
        var person = new Item.Person(old.id(), old.seat(), old.grants(), old.expertClass(), e.identity(), e.codeHash());
        return new Register(description, sheets, mode, profile, rooms, panels, people.with(person.id(), person),
                codes.without(old.codeHash()).with(person.codeHash(), person.id()), experts, alternates, applicants, applying, recusals, versions);
    }

    /** Which version of the applicant's dossier counts: the one that the package brought is the first. */
    public int version(ApplicantId applicant) {
        return versions.get(applicant).orElse(1);
    }

    /** Somebody comes late, as if the package had brought them last. */
    public Register added(Item.Applicant late) {
        return with(late);
    }

    /** The dossier has another version; the place in the room stays. */
    public Register changed(Item.Applicant after) {
        return new Register(description, sheets, mode, profile, rooms, panels, people, codes, experts, alternates,
                applicants.with(after.id(), after), applying, recusals, versions.with(after.id(), version(after.id()) + 1));
    }

    Register permitted(PermitEntered entered) {
        var about = description.orElseThrow();
        return with(about.with(Permission.after(about.permits().orElseThrow(), entered)));
    }

    /** The room's alternates, in the order in which they are to come. */
    public List<PersonId> alternatesOf(RoomId room) {
        return alternates.get(room).orElse(List.of());
    }

    /** Who the package says must not judge this applicant. What has been declared and lifted since is on the floor. */
    private Table<PersonId, Item.Recusal> recusedFrom(ApplicantId applicant) {
        return recusals.get(applicant).orElse(Table.empty());
    }

    public boolean complete() {
        return description.isPresent() && !sheets.isEmpty() && mode.isPresent() && profile.isPresent() && !rooms.isEmpty();
    }

    /** Whether something of this name, or the one of its kind, is here already. */
    boolean has(Item item) {
        return switch (item) {
            case Item.Description _ -> description.isPresent();
            case Item.ScoreSheet s -> sheets.has(s.sheet().code());
            case Item.MeetingMode _ -> mode.isPresent();
            case Item.RuleProfile _ -> profile.isPresent();
            case Item.Room r -> rooms.has(r.id());
            case Item.Person p -> people.has(p.id()) || codes.has(p.codeHash());
            case Item.Applicant a -> applicants.has(a.id());
            case Item.Recusal r -> recusedFrom(r.applicant()).has(r.expert());
        };
    }

    Register with(Item item) {
        return switch (item) {
            case Item.Description d -> new Register(Optional.of(d), sheets, mode, profile, rooms, panels, people, codes, experts, alternates,
                    applicants, applying, recusals, versions);
            case Item.ScoreSheet s -> new Register(description, sheets.with(s.sheet().code(), s.sheet()), mode, profile, rooms, panels, people, codes,
                    experts, alternates, applicants, applying, recusals, versions);
            case Item.MeetingMode m -> new Register(description, sheets, Optional.of(m.mode()), profile, rooms, panels, people, codes, experts,
                    alternates, applicants, applying, recusals, versions);
            case Item.RuleProfile p -> new Register(description, sheets, mode, Optional.of(p.profile()), rooms, panels, people, codes, experts,
                    alternates, applicants, applying, recusals, versions);
            case Item.Room r -> new Register(description, sheets, mode, profile, rooms.with(r.id(), r), reporting(r), people, codes, experts,
                    alternates, applicants, applying, recusals, versions);
            case Item.Person p -> new Register(description, sheets, mode, profile, rooms, panels, people.with(p.id(), p),
                    codes.with(p.codeHash(), p.id()), seated(experts, Role.EXPERT, p), seated(alternates, Role.ALTERNATE, p),
                    applicants, applying, recusals, versions);
            case Item.Applicant a -> new Register(description, sheets, mode, profile, rooms, panels, people, codes, experts, alternates,
                    applicants.with(a.id(), a), applying.with(a.room(), appended(applicantsOf(a.room()), a.id())),
                    recusals, versions);
            case Item.Recusal r -> new Register(description, sheets, mode, profile, rooms, panels, people, codes, experts, alternates,
                    applicants, applying, recusals.with(r.applicant(), recusedFrom(r.applicant()).with(r.expert(), r)), versions);
        };
    }

    private Table<RoomId, List<RoomId>> reporting(Item.Room room) {
        return room.hall().map(hall -> panels.with(hall, appended(panels.get(hall).orElse(List.of()), room.id()))).orElse(panels);
    }

    private static Table<RoomId, List<PersonId>> seated(Table<RoomId, List<PersonId>> seats, Role role, Item.Person person) {
        for (var grant : person.grants()) {
            if (grant.role() == role && grant.room().isPresent()) {
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
