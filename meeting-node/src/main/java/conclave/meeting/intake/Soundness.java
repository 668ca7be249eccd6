package conclave.meeting.intake;

import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Role;
import java.util.Optional;

/**
 * What must hold before a package may become a meeting, whoever let it through: nobody can be counted twice or lost,
 * and no later rule can divide by nothing. Whether the rules are sound is for the rule book to say.
 */
final class Soundness {

    private Soundness() {
    }

    /** The first thing that is wrong with the whole, by name. */
    static Optional<String> wrong(Register register) {
        if (!register.complete()) return Optional.of("incomplete");
        if (!roomsKnown(register)) return Optional.of("unknownRoom");
        if (!hallsSound(register)) return Optional.of("halls");
        if (!sheetsKnown(register)) return Optional.of("unknownSheet");
        if (!register.people().values().stream().allMatch(person -> sitsSoundly(register, person))) return Optional.of("judgesNotInOneRoom");
        if (!recusalsKnown(register)) return Optional.of("recusals");
        return Optional.empty();
    }

    private static boolean roomsKnown(Register register) {
        return register.applicants().values().stream().map(Item.Applicant::room).allMatch(register.rooms()::has)
                && register.people().values().stream().flatMap(person -> person.grants().stream())
                        .flatMap(grant -> grant.room().stream()).allMatch(register.rooms()::has);
    }

    /** A hall is a room, reports to no other, and nobody applies to it. */
    private static boolean hallsSound(Register register) {
        return register.rooms().values().stream().flatMap(room -> room.hall().stream())
                .allMatch(hall -> register.rooms().get(hall).map(Item.Room::hall).map(Optional::isEmpty).orElse(false)
                        && register.applicantsOf(hall).isEmpty());
    }

    /** Who is recused judges, or waits to take a seat, and the applicant is one of the meeting's; in another room it does no harm. */
    private static boolean recusalsKnown(Register register) {
        return register.recusals().values().stream().flatMap(row -> row.values().stream()).allMatch(recusal ->
                register.applicants().has(recusal.applicant())
                        && (register.holdsAnywhere(recusal.expert(), Role.EXPERT) || register.holdsAnywhere(recusal.expert(), Role.ALTERNATE)));
    }

    /** In a hall each applicant is judged by the sheet of the panel. */
    private static boolean sheetsKnown(Register register) {
        return register.rooms().values().stream().filter(room -> room.sheet().isPresent() || !register.isHall(room.id())).allMatch(room -> room.sheet().map(register.sheets()::has).orElse(register.sheets().size() == 1));
    }

    /** In one panel at most and in one hall at most, never in a room without a name, and never twice in one. */
    private static boolean sitsSoundly(Register register, Item.Person person) {
        var seats = person.grants().stream().filter(grant -> grant.role() == Role.EXPERT || grant.role() == Role.ALTERNATE).map(Grant::room).toList();
        if (seats.stream().anyMatch(Optional::isEmpty)) return false;
        var halls = seats.stream().filter(seat -> register.isHall(seat.orElseThrow())).count();
        return halls <= 1 && seats.size() - halls <= 1;
    }
}
