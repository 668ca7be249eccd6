package conclave.appliance;

import conclave.config.DataFolder;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.intake.Register;
import conclave.node.Hall;
import conclave.node.House;
import conclave.node.SeatCard;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Somebody who was invited, with the code and the four words on the card. Only for whoever owns the data folder: {@link DataFolder#runFile()}.
 *
 * @param meeting its id
 * @param rooms   their own, the first first; nothing for those who have the whole meeting
 */
record Guest(String meeting, String title, PersonId id, List<Role> roles, List<Item.Room> rooms, SeatCard card) {

    /** Meeting by meeting, and as they sit: room by room and seat by seat, then those who have no room of their own. */
    private static final Comparator<Guest> ORDER = Comparator.comparing(Guest::title).thenComparing(Guest::meeting)
            .thenComparing((Guest guest) -> guest.rooms.isEmpty())
            .thenComparing(Guest::roomCode).thenComparing(Guest::seat).thenComparing(Guest::role).thenComparing(Guest::code);

    Guest {
        roles = List.copyOf(roles);
        rooms = List.copyOf(rooms);
    }

    String role() {
        return roles.isEmpty() ? "" : roles.getFirst().name().toLowerCase(Locale.ROOT);
    }

    static List<Guest> of(House house) {
        return house.halls().stream().flatMap(hall -> hall.register().stream().flatMap(register -> of(hall, register))).sorted(ORDER).toList();
    }

    private static Stream<Guest> of(Hall hall, Register register) {
        return of(hall.id().value(), register, person -> SeatCard.of(hall, person)).stream();
    }

    /** An expert who was replaced has no role any more. */
    static List<Guest> of(String meeting, Register register, Function<Item.Person, SeatCard> cards) {
        var title = register.description().map(Item.Description::title).orElse("");
        return register.people().values().stream()
                .map(person -> guest(meeting, title, register, person, cards.apply(person))).sorted(ORDER).toList();
    }

    private static Guest guest(String meeting, String title, Register register, Item.Person person, SeatCard card) {
        var rooms = person.grants().stream().flatMap(grant -> grant.room().stream()).distinct().flatMap(room -> register.rooms().get(room).stream()).toList();
        return new Guest(meeting, title, person.id(), person.grants().stream().map(Item.Grant::role).distinct().toList(), rooms, card);
    }

    Optional<Item.Room> room() {
        return rooms.stream().findFirst();
    }

    String name() {
        return card.name();
    }

    String seat() {
        return card.seat();
    }

    String code() {
        return card.code();
    }

    String roomCode() {
        return room().map(Item.Room::code).orElse("");
    }

    /** As it is said in the room. */
    static String called(Role role) {
        return switch (role) {
            case EXPERT -> "专家";
            case ALTERNATE -> "候补专家";
            case LEAD -> "组长";
            case CHAIR -> "主任委员";
            case SECRETARY -> "秘书";
            case SUPERVISOR -> "监督";
            case REGISTRAR -> "会务管理员";
            case TECHNICIAN -> "技术员";
            case SYSTEM -> "系统管理员";
            case SECURITY -> "安全管理员";
            case AUDIT -> "审计员";
        };
    }
}
