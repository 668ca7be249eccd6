package conclave.simulation;

import conclave.node.DiskSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One meeting on three nodes, from the first sign-in to the count, on one thread; its seed decides everything. */
final class Simulation {

    /** What became of it: what was counted on the way, a mark by which two runs are compared, and what did not hold. */
    record Run(long seed, long steps, Map<String, Integer> counts, String mark, Optional<Throwable> failure, String lastLines) {

        /** The invariant that broke; anything else that was thrown by its own name. */
        String broken() {
            return failure.map(thrown -> thrown instanceof Violation violation ? violation.invariant() : thrown.getClass().getSimpleName()).orElse("");
        }

        String story() {
            return "seed " + seed + ", step " + steps + ": " + failure.map(Throwable::getMessage).orElse("nothing broke")
                    + "  → -Dsimulation.seed=" + seed + "\n" + lastLines;
        }
    }

    private static final int LAST_LINES = 60;

    private final long seed;
    private final Scene scene;
    private final List<Person> people = new ArrayList<>();
    private final List<Invariant> invariants;

    private Simulation(long seed, Twist twist, Path folder, DiskSpace space, boolean traced) {
        this.seed = seed;
        this.scene = new Scene(seed, twist, folder, space, traced);
        people.add(new Secretary(scene));
        for (int expert = 1; expert <= Beginning.EXPERTS; expert++) people.add(new Expert(scene, expert));
        invariants = List.of(new AcknowledgedStays(), new OneEffectForEachWish(), new EqualEvidence(), new TimeNeverRunsBack(), new CutOffIsSilent(),
                new RefusedLeavesNothing(), new RefusalIsNeverStale(), new AskedAgainIsAnsweredAlike(), new ReceiptsNameTheirLine(), new EverybodyIsAnswered(people));
    }

    /** @param traced whether its last lines are told; the same seed comes to the same end either way */
    static Run run(long seed, Twist twist, Path folder, DiskSpace space, boolean traced) {
        return new Simulation(seed, twist, folder, space, traced).run();
    }

    private Run run() {
        try {
            live();
            return ended(Optional.empty());
        } catch (RuntimeException | AssertionError e) {
            return ended(Optional.of(e));
        } finally {
            scene.kit().all().stream().filter(Station::up).forEach(station -> station.chamber().close());
        }
    }

    private void live() {
        scene.kit().all().forEach(Station::start);
        scene.weather().begin();
        people.forEach(Person::begin);
        while (scene.agenda().step()) {
            scene.history().unlessBroken();
            for (var invariant : invariants) invariant.holds(scene);
        }
        for (var invariant : invariants) invariant.holdsAtTheEnd(scene);
    }

    private Run ended(Optional<Throwable> failure) {
        var mark = scene.agenda().now() + " " + scene.history().told.size() + " " + scene.truth().after(scene.log().size()).head();
        return new Run(seed, scene.agenda().steps(), scene.history().counts, mark, failure, scene.history().lastLines(LAST_LINES));
    }
}
