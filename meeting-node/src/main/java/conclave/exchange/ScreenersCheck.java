package conclave.exchange;

import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Screening;

/**
 * 筛查人手: where pages wait for two persons, each room with applicants has two. At the venue it would be found out when the experts sit there.
 */
final class ScreenersCheck {

    private final MeetingFile file;
    private final Findings findings;

    ScreenersCheck(MeetingFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        if (file.meeting().screening().filter(Screening.REQUIRED::equals).isEmpty()) return;
        for (var room : file.meeting().rooms()) {
            boolean empty = file.applicants().stream().noneMatch(one -> one.room().equals(room.code()));
            if (empty || file.people().stream().filter(person -> screens(person, room)).count() >= 2) continue;
            findings.error("screeners-need-two", "file", MeetingFolder.MEETING, "path", "people", "room", room.code());
        }
    }

    /** Secretaries of the room or of its hall and registrars, as far as they do not judge. */
    private static boolean screens(Person person, Room room) {
        boolean judges = person.roles().contains(Role.EXPERT) || person.roles().contains(Role.ALTERNATE) || person.hall().isPresent();
        boolean here = person.room().isEmpty() || person.room().get().equals(room.code()) || person.room().equals(room.hall());
        return !judges && here && (person.roles().contains(Role.SECRETARY) || person.roles().contains(Role.REGISTRAR));
    }
}
