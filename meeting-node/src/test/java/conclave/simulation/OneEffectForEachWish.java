package conclave.simulation;

import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.node.Reply;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** However often something was sent, it happened once; and whoever asks again is shown the same line. */
final class OneEffectForEachWish implements Invariant {

    private record Effect(Station at, int life, String request, Event event) {
    }

    private final Set<Effect> effects = new HashSet<>();
    private final TreeMap<String, Long> lines = new TreeMap<>();
    private int happened;
    private int told;

    @Override
    public void holds(Scene scene) {
        for (; happened < scene.history().happened.size(); happened++) {
            var next = scene.history().happened.get(happened);
            Fact fact = next.recorded().fact();
            if (fact.request().isEmpty()) continue;
            Violation.unless(effects.add(new Effect(next.at(), next.life(), fact.request(), fact.event())), this,
                    fact.request() + " happened twice at " + next.at().name + ": " + fact.event());
        }
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (!(next.reply() instanceof Reply.Done done) || done.receipt().isEmpty()) continue;
            var line = done.receipt().get().seq();
            var before = lines.putIfAbsent(next.wish().request, line);
            Violation.unless(before == null || before == line, this, next.wish() + " is line " + before + " and line " + line);
            if (done.again()) scene.history().count("answered again");
        }
    }
}
