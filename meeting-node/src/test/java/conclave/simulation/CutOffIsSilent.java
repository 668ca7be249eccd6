package conclave.simulation;

import conclave.node.Reply;

/** A node that the majority does not hear acknowledges nothing that was not committed before it was cut off. */
final class CutOffIsSilent implements Invariant {

    private int told;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (!(next.reply() instanceof Reply.Done) || !next.at().cut()) continue;
            scene.history().count("acknowledged while cut off of what was committed before");
            var found = scene.truth().of(next.wish());
            Violation.unless(found.isPresent() && found.get().step() <= next.at().cutSince(), this,
                    next.at().name + " is cut off and acknowledged " + next.wish());
        }
    }
}
