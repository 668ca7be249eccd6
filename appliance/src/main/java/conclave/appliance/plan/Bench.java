package conclave.appliance.plan;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who sits where, as the meeting folder says. */
final class Bench {

    private static final Set<Role> JUDGING = EnumSet.of(Role.EXPERT, Role.ALTERNATE, Role.LEAD, Role.CHAIR);

    private Bench() {
    }

    /** Everybody who judges, leads, or may come to judge. */
    static List<Person> screened(MeetingFile file) {
        return file.people().stream().filter(person -> person.roles().stream().anyMatch(JUDGING::contains))
                .sorted(Comparator.comparing(Person::code)).toList();
    }

    /** Whose marks count in this room. */
    static List<Person> judges(MeetingFile file, Room room) {
        return file.people().stream().filter(person -> person.roles().contains(Role.EXPERT))
                .filter(person -> person.room().filter(room.code()::equals).isPresent() || person.hall().filter(room.code()::equals).isPresent())
                .sorted(Comparator.comparing(Person::code)).toList();
    }

    /** Rooms that people apply to; what a hall judges comes to it from its panels. */
    static List<Room> panels(MeetingFile file) {
        var halls = new TreeSet<String>();
        file.meeting().rooms().forEach(room -> room.hall().ifPresent(halls::add));
        return file.meeting().rooms().stream().filter(room -> !halls.contains(room.code())).sorted(Comparator.comparing(Room::code)).toList();
    }

    /** A room may judge several specialties; they stand behind each other. */
    static List<String> specialties(Room room) {
        return List.of(room.specialty().split("[、，,；;]")).stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** How people say a room that has a code. */
    static String said(Room room) {
        return room.name() + "（" + room.code() + "）";
    }
}
