package conclave.simulation;

import conclave.node.Reply;

/** Where a node has read, or should have read before it spoke, that a wish was done, it does not say no: who asks again hears the same. */
final class AskedAgainIsAnsweredAlike implements Invariant {

    private int told;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (!(next.reply() instanceof Reply.Refused refused)) continue;
            var done = scene.truth().of(next.wish()).filter(found -> found.position() <= next.owed());
            Violation.unless(done.isEmpty(), this, next.wish() + " was done and is refused: " + refused.refusal().code());
        }
    }
}
