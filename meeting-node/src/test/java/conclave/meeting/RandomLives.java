package conclave.meeting;

import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Order;
import java.util.ArrayList;
import java.util.List;

/** Random meetings for whoever wants to hold something against them from outside: what the evidence of each would say. */
public final class RandomLives {

    private static final TestPackage PACKAGE = TestPackage.rooms(2, 3, 3);

    private RandomLives() {
    }

    public static List<Fact> evidence(long seed, int orders) {
        var stream = new RandomOrders(seed, RandomRules.of(seed, PACKAGE));
        var facts = new ArrayList<Fact>();
        var meeting = Meeting.NOT_FOUNDED;
        for (var order : stream.beginning()) meeting = after(meeting, order, facts);
        for (int i = 0; i < orders; i++) meeting = after(meeting, stream.next(meeting), facts);
        return facts;
    }

    private static Meeting after(Meeting meeting, Order order, List<Fact> facts) {
        if (!(Meeting.decide(meeting, order) instanceof Decision.Accepted yes)) return meeting;
        for (var fact : yes.facts()) {
            meeting = Meeting.evolve(meeting, fact);
            if (fact.event().evidence()) facts.add(fact);
        }
        return meeting;
    }
}
