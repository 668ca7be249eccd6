package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Decision;
import conclave.meeting.event.Order;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Judges;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Asking about one expert and asking for all of them never disagree, whoever has been swapped, recused or called besides. */
class WhoIsAskedTest {

    private static final int MEETINGS = 300;
    private static final int ORDERS = 200;
    private static final int LOOKS_EVERY = 20;
    private static final TestPackage PACKAGE = TestPackage.rooms(2, 3, 3);

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final TreeSet<String> seen = new TreeSet<>();

    @Test
    void oneExpertIsAskedExactlyWhereTheyAreAmongAllWhoAre() {
        for (long run = seed; run < seed + MEETINGS; run++) {
            var stream = new RandomOrders(run, RandomRules.of(run, PACKAGE));
            var meeting = Meeting.NOT_FOUNDED;
            for (var order : stream.beginning()) meeting = after(meeting, order);
            for (int i = 1; i <= ORDERS; i++) {
                meeting = after(meeting, stream.next(meeting));
                if (i % LOOKS_EVERY == 0) agrees(meeting, "seed " + run);
            }
        }
        // The meetings must get that far, or they prove nothing.
        assertEquals(Set.of("from a seat given up", "one more reviewer", "recused", "swapped"), seen, () -> "with seed " + seed);
    }

    private static Meeting after(Meeting meeting, Order order) {
        var next = meeting;
        if (Meeting.decide(meeting, order) instanceof Decision.Accepted yes) {
            for (var fact : yes.facts()) next = Meeting.evolve(next, fact);
        }
        return next;
    }

    private void agrees(Meeting meeting, String when) {
        var register = meeting.intake().register().orElseThrow();
        var judges = new Judges(register, meeting.book(), meeting.floor());
        if (!meeting.floor().predecessors().isEmpty()) seen.add("swapped");
        for (var round : meeting.floor().rounds().values()) {
            if (judges.stage(round) instanceof Stage.Scoring scoring && Judges.extra(round, scoring)) seen.add("one more reviewer");
            for (var applicant : round.candidates()) {
                var all = judges.of(round, applicant);
                for (var person : register.people().values()) {
                    assertEquals(all.contains(person.id()), judges.asks(round, applicant, person.id()), () -> person + " " + when);
                    if (meeting.floor().recused(person.id(), applicant)) seen.add("recused");
                }
                if (!register.expertsOf(round.room()).containsAll(all)) seen.add("from a seat given up");
            }
        }
    }
}
