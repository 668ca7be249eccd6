package conclave.meeting.intake;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Item.Indicator;
import conclave.meeting.event.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What must hold before a package may become a meeting, whoever let it through: nobody can be counted twice or lost,
 * and no later rule can divide by nothing. Whether the rules are wise is for others to say.
 */
final class Soundness {

    /** Larger figures than any committee has; beyond them whole numbers would run over. */
    private static final int MOST = 1000;
    private static final int FINEST = 6;

    private Soundness() {
    }

    /** The first thing that is wrong with the whole, by name. */
    static Optional<String> wrong(Register register) {
        if (!register.complete()) return Optional.of("incomplete");
        if (!roomsKnown(register)) return Optional.of("unknownRoom");
        if (!register.people().values().stream().allMatch(Soundness::judgesInOneRoomAtMost)) return Optional.of("judgesNotInOneRoom");
        if (!sound(register.profile().orElseThrow())) return Optional.of("profile");
        if (!sound(register.mode().orElseThrow())) return Optional.of("mode");
        if (!sound(register.sheet().orElseThrow().indicators(), new TreeSet<>())) return Optional.of("sheet");
        return Optional.empty();
    }

    private static boolean roomsKnown(Register register) {
        return register.applicants().values().stream().map(Item.Applicant::room).allMatch(register.rooms()::has)
                && register.people().values().stream().flatMap(person -> person.grants().stream())
                        .flatMap(grant -> grant.room().stream()).allMatch(register.rooms()::has);
    }

    private static boolean judgesInOneRoomAtMost(Item.Person person) {
        var seats = person.grants().stream().filter(grant -> grant.role() == Role.EXPERT).map(Grant::room).toList();
        Optional<RoomId> nowhere = Optional.empty();
        return seats.isEmpty() || seats.size() == 1 && !seats.contains(nowhere);
    }

    private static boolean sound(Item.Profile profile) {
        return profile.quorumNumerator() >= 0 && profile.quorumDenominator() >= 1 && profile.quorumDenominator() <= MOST
                && profile.quorumNumerator() <= profile.quorumDenominator();
    }

    private static boolean sound(Item.Mode mode) {
        return mode.scale() >= 0 && mode.scale() <= FINEST;
    }

    private static boolean sound(List<Indicator> indicators, TreeSet<String> codes) {
        for (var indicator : indicators) {
            if (!writable(indicator.code()) || !codes.add(indicator.code())) return false;
            if (indicator.min().compareTo(indicator.max()) > 0) return false;
            if (indicator.step().filter(step -> step.compareTo(BigDecimal.ZERO) <= 0).isPresent()) return false;
            if (!sound(indicator.children(), codes)) return false;
        }
        return true;
    }

    /** Codes are the keys under which marks are kept, and keys of the record are ASCII. */
    private static boolean writable(String code) {
        return !code.isEmpty() && code.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
