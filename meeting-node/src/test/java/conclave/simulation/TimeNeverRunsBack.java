package conclave.simulation;

import java.util.TreeMap;

/** What happened later has no earlier time, whatever the clocks of the nodes say. */
final class TimeNeverRunsBack implements Invariant {

    private final TreeMap<String, Long> last = new TreeMap<>();
    private int happened;

    @Override
    public void holds(Scene scene) {
        for (; happened < scene.history().happened.size(); happened++) {
            var next = scene.history().happened.get(happened);
            var at = next.recorded().fact().at();
            var before = last.put(next.at().name + "/" + next.life(), at);
            Violation.unless(before == null || before <= at, this, "at " + next.at().name + " " + before + " was followed by " + at);
        }
    }
}
