package conclave.simulation;

import conclave.node.Reply;

/** Where everything that was sent for a wish was answered with "no" or "nothing was kept", nothing of it stands anywhere. */
final class RefusedLeavesNothing implements Invariant {

    private int told;
    private int happened;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            var found = scene.truth().of(next.wish());
            if (next.reply() instanceof Reply.Refused r && found.isPresent()) scene.history().count("told no by a node that is behind " + r.refusal().code());
            if (next.reply() instanceof Reply.Done || !next.wish().nothingSent()) continue;
            Violation.unless(scene.truth().of(next.wish()).isEmpty(), this, next.wish() + " counts, and nobody was told so");
        }
        for (; happened < scene.history().happened.size(); happened++) {
            var wish = scene.history().wishes.get(scene.history().happened.get(happened).recorded().fact().request());
            Violation.unless(wish == null || !wish.cleanlyRefused(), this, wish + " was refused, and happened");
        }
    }

    /** Not forbidden, and not nice: a first try came through late, after the second had been refused at a node that was behind. */
    @Override
    public void holdsAtTheEnd(Scene scene) {
        holds(scene);
        scene.history().wishes.values().stream().filter(wish -> wish.refused() && scene.truth().of(wish).isPresent())
                .forEach(_ -> scene.history().count("told no, and it counts"));
    }
}
