package conclave.simulation;

import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.node.Reply;

/**
 * Whoever is told "no" is told what the rules say of a moment between the question and the answer: nothing that counted
 * when it was asked has been overlooked, by a node that was behind or by a leader that was one no more.
 */
final class RefusalIsNeverStale implements Invariant {

    private int told;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (!(next.reply() instanceof Reply.Refused refused)) continue;
            scene.history().count("told no");
            var judged = new Decision.Refused(refused.refusal());
            Violation.unless(scene.truth().since(next.asked()).anyMatch(meeting -> Meeting.decide(meeting, next.order()).equals(judged)), this,
                    next.at().name + " refused " + next.wish() + " (" + refused.refusal().code() + ") on a state that was past when it was asked");
        }
    }
}
