package conclave.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import conclave.node.DiskSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three nodes, five people and all kinds of weather, on one thread: {@code -Dsimulation.seed=N} runs one seed again and
 * {@code -Dsimulation.seeds=N} so many of them.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 1000);
    /** So many seeds a canary may need until the loss of its protection shows. */
    private static final int CANARY_SEEDS = 100;
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final Long only = Long.getLong("simulation.seed");
    private final long first = only != null ? only : Long.getLong("conclave.seed", 1);
    private Path folder;
    private DiskSpace space;

    @BeforeEach
    void findRoom() throws IOException {
        folder = Files.isWritable(IN_MEMORY) ? Files.createTempDirectory(IN_MEMORY, "conclave-simulation") : Files.createTempDirectory("conclave-simulation");
        space = new DiskSpace(folder, 0, () -> 0);
    }

    @AfterEach
    void leaveNothing() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Test
    void aThousandMeetingsOnThreeNodesKeepWhatTheyPromise() {
        var counts = new TreeMap<String, Integer>();
        long steps = 0;
        var seeds = only != null ? 1 : SEEDS;
        for (long seed = first; seed < first + seeds; seed++) {
            var run = run(seed, Twist.NONE);
            assertTrue(run.failure().isEmpty(), () -> run(run.seed(), Twist.NONE, true).story());
            run.counts().forEach((what, times) -> counts.merge(what, times, Integer::sum));
            steps += run.steps();
        }
        System.out.println("> simulation, seeds " + first + " to " + (first + seeds - 1) + ", " + steps + " steps: " + counts);
        if (seeds < 200) return;
        // What never happens proves nothing.
        for (var what : List.of("crash", "cut off", "frozen", "other time", "files lost", "file cut short", "entry stands twice",
                "kept by the next leader", "taken by one who leads no more", "asked again", "answered again", "repeated behind the log",
                "refused behind the log", "answer of the ledger lost")) {
            assertTrue(counts.getOrDefault(what, 0) > seeds / 20, "too seldom: " + what + " in " + counts);
        }
    }

    @Test
    void theSeedDecidesEverything() {
        for (long seed = first; seed < first + 20; seed++) {
            var run = run(seed, Twist.NONE);
            var again = run(seed, Twist.NONE, true);
            assertEquals(run.mark(), again.mark(), "seed " + seed);
            assertEquals(run.steps(), again.steps(), "seed " + seed);
            assertNotEquals(run.mark(), run(seed + 1, Twist.NONE).mark(), "seed " + seed);
        }
    }

    @Test
    void anEntryThatIsReadTwiceIsNoticed() {
        noticed(Twist.NUMBERS_OFF, "OneEffectForEachWish");
    }

    @Test
    void aForgottenKeyIsNoticed() {
        noticed(Twist.KEYS_IGNORED, "AskedAgainIsAnsweredAlike");
    }

    @Test
    void anAnswerBeforeAMajorityHasItIsNoticed() {
        noticed(Twist.HASTY, "AcknowledgedStays");
    }

    @Test
    void aNoThatNobodyWasAskedAboutIsNoticed() {
        noticed(Twist.REFUSED_UNASKED, "RefusalIsNeverStale");
    }

    @Test
    void aLeaderThatBelievesItselfIsNoticed() {
        noticed(Twist.BELIEVES_ITSELF, "RefusalIsNeverStale");
    }

    private void noticed(Twist twist, String invariant) {
        var broken = new TreeMap<String, Integer>();
        for (long seed = first; seed < first + CANARY_SEEDS; seed++) {
            var run = run(seed, twist);
            if (run.failure().isPresent()) broken.merge(run.broken(), 1, Integer::sum);
            if (!run.broken().equals(invariant)) continue;
            System.out.println("> " + twist + " is noticed: " + run.story());
            return;
        }
        fail(twist + " is not noticed by " + invariant + " from seed " + first + " on: " + broken);
    }

    private Simulation.Run run(long seed, Twist twist) {
        return run(seed, twist, false);
    }

    private Simulation.Run run(long seed, Twist twist, boolean traced) {
        return Simulation.run(seed, twist, folder, space, traced);
    }
}
