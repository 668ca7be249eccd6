package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.Elector;
import conclave.meeting.event.SittingCommand.SignedToken;
import conclave.seal.Digests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Ballots by lot: laptops change servers and send again, one server dies, is started again or is cut off, at any moment. */
class BallotLivesTest {

    private static final int LIVES = 25;
    private static final int VOTERS = 9;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private int opened;
    private int promised;

    @Test
    void whoWasToldThatThePaperLiesInTheBoxIsCountedWhicheverServerIsGone() throws InterruptedException {
        for (int life = 0; life < LIVES; life++) new Life(seed + life).live();
        assertTrue(opened > LIVES / 2 && promised > LIVES * VOTERS / 2, "lives too dull: " + opened + " opened, " + promised + " promised");
    }

    private final class Life {
        private final String name;
        private final Random random;
        private final BallotKit kit = new BallotKit(VOTERS);
        private final List<Elector> electors = new ArrayList<>();
        private final List<byte[]> papers = new ArrayList<>();
        private final Set<Integer> inTheBox = new TreeSet<>();
        /** One server only has trouble in a life, and each kind of it but once. */
        private final String troubled;
        private final List<Integer> troubles = new ArrayList<>(List.of(0, 1, 2));

        Life(long seed) {
            name = "seed " + seed;
            random = new Random(seed);
            troubled = server();
            Collections.shuffle(troubles, random);
        }

        private String server() {
            return BallotKit.SERVERS.get(random.nextInt(2));
        }

        void live() throws InterruptedException {
            kit.announced(server());
            electors.addAll(kit.issued());
            kit.barred();
            for (int v = 0; v < VOTERS; v++) papers.add(electors.get(v).paper(v % 3, 1));
            for (int step = 0; step < 60; step++) {
                int v = random.nextInt(VOTERS);
                if (random.nextInt(12) == 0 && !troubles.isEmpty()) trouble(troubles.removeFirst());
                else if (random.nextInt(15) == 0) kit.mend();
                else if (random.nextInt(6) == 0) kit.second();
                else cast(v);
            }
            end();
        }

        private void cast(int v) {
            var at = server();
            if (!kit.nodes.containsKey(at)) return;
            switch (kit.cast(papers.get(v), at)) {
                case LIES_IN_THE_BOX -> inTheBox.add(v);
                case LIES_AT_ONE_SERVER, NOT_NOW -> { }
                case Answer other -> throw new AssertionError(name + ": voter " + v + " is told " + other);
            }
        }

        private void trouble(int kind) {
            if (kind == 0 && kit.nodes.containsKey(troubled)) kit.stop(troubled);
            if (kind == 1 && !kit.nodes.containsKey(troubled)) kit.start(troubled);
            if (kind == 2) kit.cut("a", "b");
        }

        /** Wires are mended in the end, and whoever has an unanswered paper sends it until it is. */
        private void end() throws InterruptedException {
            kit.mend();
            kit.silence();
            for (int v = 0; v < VOTERS; v++) {
                for (var at : BallotKit.SERVERS) {
                    if (!inTheBox.contains(v) && kit.nodes.containsKey(at) && random.nextInt(8) > 0) cast(v);
                }
            }
            var at = kit.nodes.containsKey("a") && random.nextBoolean() || !kit.nodes.containsKey("b") ? "a" : "b";
            var said = kit.recorded(kit.opened(at, true));
            opened++;
            promised += inTheBox.size();
            var tokens = said.tokens().stream().map(SignedToken::token).toList();
            var mine = new HashSet<String>();
            for (int v = 0; v < VOTERS; v++) {
                var token = Digests.hex(electors.get(v).secrets().getFirst());
                mine.add(token);
                if (inTheBox.contains(v)) assertTrue(tokens.contains(token), name + ": voter " + v + " was told that it lies in the box");
            }
            assertTrue(mine.containsAll(tokens), name + ": a token that nobody was given");
            if (said.columns().isEmpty()) return;
            var marks = new int[3];
            for (int v = 0; v < VOTERS; v++) {
                if (tokens.contains(Digests.hex(electors.get(v).secrets().getFirst()))) marks[v % 3]++;
            }
            assertEquals(List.of(marks[0], marks[1], marks[2]), said.columns().getFirst().times(), name);
        }
    }
}
