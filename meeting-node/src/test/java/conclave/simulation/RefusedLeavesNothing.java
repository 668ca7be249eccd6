package conclave.simulation;

import conclave.node.Reply;

/**
 * Where everything that was sent for a wish was answered with "no" or "nothing was kept", nothing of it stands anywhere.
 * A "no" beside a first try whose outcome is unknown is another matter: that it may be wrong is counted, not forbidden.
 */
final class RefusedLeavesNothing implements Invariant {

    private int told;
    private int happened;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (next.reply() instanceof Reply.Done) continue;
            var counts = scene.truth().of(next.wish()).isPresent();
            if (counts && next.reply() instanceof Reply.Refused) scene.history().count("told no by a node that was behind");
            Violation.unless(!counts || !next.wish().nothingKept(), this, next.wish() + " counts, and nobody was told so");
        }
        for (; happened < scene.history().happened.size(); happened++) {
            var wish = scene.history().wishes.get(scene.history().happened.get(happened).recorded().fact().request());
            Violation.unless(wish == null || !wish.nothingKept(), this, wish + " was said not to be kept, and happened");
        }
    }

    @Override
    public void holdsAtTheEnd(Scene scene) {
        holds(scene);
        scene.history().wishes.values().stream().filter(wish -> wish.refused() && scene.truth().of(wish).isPresent())
                .forEach(_ -> scene.history().count("told no and counted in the end"));
    }
}
