package conclave.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.LedgerId;
import conclave.ledger.Peers;
import conclave.ledger.Stand;
import conclave.ledger.Unsettled;
import conclave.ledger.ratis.ThreePeers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three real logs: who is abreast has read what was acknowledged elsewhere a moment before. */
class AbreastOfThreeTest {

    private static final int ENTRIES = 40;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheQuestionIsReadBeforeTheAnswer() throws Exception {
        try (var three = new ThreePeers(folder)) {
            var behind = 0;
            var took = new long[ENTRIES * ThreePeers.NAMES.size()];
            for (int i = 0; i < ENTRIES; i++) {
                append(three, "e" + i);
                for (int peer = 0; peer < ThreePeers.NAMES.size(); peer++) {
                    var name = ThreePeers.NAMES.get(peer);
                    if (!three.read.get(name).contains("e" + i)) behind++;
                    var began = System.nanoTime();
                    while (!abreast(three, name)) assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(60), "nobody leads for a minute");
                    took[i * ThreePeers.NAMES.size() + peer] = System.nanoTime() - began;
                    assertTrue(three.read.get(name).contains("e" + i), name + " said that it is abreast, and had not read e" + i);
                }
            }
            Arrays.sort(took);
            System.out.println("> abreast: " + behind + " of " + took.length + " were behind; ms p50 " + took[took.length / 2] / 1e6
                    + ", p95 " + took[took.length * 95 / 100] / 1e6 + ", most " + took[took.length - 1] / 1e6);
            assertTrue(behind > 0, "nobody was ever behind: this proves nothing");
        }
    }

    @Test
    void oneOfThreeIsNeverSure() throws Exception {
        try (var three = new ThreePeers(folder)) {
            append(three, "with all");
            var leader = three.leader();
            ThreePeers.NAMES.stream().filter(name -> !name.equals(leader)).forEach(three::stop);
            assertFalse(abreast(three, leader), "it may lead no more, and there is nobody to say so");
        }
    }

    /** On a busy machine another may lead by the time that it is asked; then it is said again. */
    private static void append(ThreePeers three, String text) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                three.append(text);
                return;
            } catch (ExecutionException e) {
                if (tries == 20 || !(e.getCause() instanceof Unsettled)) throw e;
            }
        }
    }

    private static boolean abreast(ThreePeers three, String name) throws Exception {
        return new Abreast(three.ledger(name), neighbours(three, name), Pace.MACHINE).now().get(20, TimeUnit.SECONDS);
    }

    private static Peers neighbours(ThreePeers three, String self) {
        return new Peers() {
            @Override
            public List<String> others() {
                return ThreePeers.NAMES.stream().filter(name -> !name.equals(self)).toList();
            }

            @Override
            public CompletableFuture<Stand> stand(String peer, LedgerId ledger) {
                var there = three.ledger(peer);
                return there == null ? CompletableFuture.failedFuture(new Unsettled("gone")) : CompletableFuture.supplyAsync(there::stand);
            }
        };
    }
}
