package conclave.appliance;

import conclave.config.DataFolder;
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

/** Somebody who was invited, with the code and the four words on the card. Only for whoever owns the data folder: {@link DataFolder#runFile()}. */
record Guest(String meeting, List<Role> roles, Optional<Item.Room> room, SeatCard card) {

    /** As they sit: room by room and seat by seat, then those who have no room of their own. */
    private static final Comparator<Guest> ORDER = Comparator.comparing((Guest guest) -> guest.room.isEmpty())
            .thenComparing(Guest::roomCode).thenComparing(Guest::seat).thenComparing(Guest::role).thenComparing(Guest::code);

    Guest {
        roles = List.copyOf(roles);
    }

    String role() {
        return roles.isEmpty() ? "" : roles.getFirst().name().toLowerCase(Locale.ROOT);
    }

    static List<Guest> of(House house) {
        return house.halls().stream().flatMap(hall -> hall.register().stream().flatMap(register ->
                register.people().values().stream().map(person -> guest(hall, register, person)))).sorted(ORDER).toList();
    }

    private static Guest guest(Hall hall, Register register, Item.Person person) {
        var room = person.grants().stream().flatMap(grant -> grant.room().stream()).findFirst().flatMap(register.rooms()::get);
        var roles = person.grants().stream().map(Item.Grant::role).distinct().toList();
        return new Guest(hall.id().value(), roles, room, SeatCard.of(hall, person));
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
        return room.map(Item.Room::code).orElse("");
    }
}
