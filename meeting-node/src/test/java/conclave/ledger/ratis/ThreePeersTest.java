package conclave.ledger.ratis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Broken;
import conclave.ledger.Unsettled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What three peers promise together. */
final class ThreePeersTest {

    @TempDir
    Path folder;

    @Test
    void allReadTheSameInTheSameOrder() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            for (int i = 0; i < 30; i++) peers.append("e" + i);
            var expected = IntStream.range(0, 30).mapToObj(i -> "e" + i).toList();
            for (var name : ThreePeers.NAMES) {
                peers.ledger(name).caughtUp().get(20, TimeUnit.SECONDS);
                peers.awaitRead(name, "e29");
                assertEquals(expected, peers.read.get(name));
            }
            assertTrue(peers.alarms.isEmpty());
        }
    }

    @Test
    void onlyTheLeaderTakesEntriesAndTheOthersKnowWhoItIs() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            var leader = peers.leader();
            for (var name : ThreePeers.NAMES) {
                assertEquals(leader, peers.ledger(name).leader().orElseThrow());
                if (name.equals(leader)) continue;
                var failure = assertThrows(ExecutionException.class, () -> peers.ledger(name).append(new byte[] {1}).get(20, TimeUnit.SECONDS));
                assertInstanceOf(Unsettled.class, failure.getCause());
            }
        }
    }

    @Test
    void theLossOfTheLeaderLosesNothingAndItCatchesUpWhenItIsBack() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            for (int i = 0; i < 10; i++) peers.append("before" + i);
            var lost = peers.leader();
            peers.stop(lost);
            for (int i = 0; i < 10; i++) peers.append("without" + i);
            peers.again(lost);
            peers.ledger(lost).caughtUp().get(20, TimeUnit.SECONDS);
            var other = peers.leader();
            assertTrue(peers.read.get(lost).contains("without9"), "caught up means: it has read what the others acknowledged");
            peers.append("after");
            peers.awaitRead(lost, "after");
            assertEquals(peers.read.get(other), peers.read.get(lost));
            assertTrue(peers.alarms.isEmpty());
        }
    }

    @Test
    void aPeerThatEndedBeforeItsFirstEntryStartsAgainAndOneThatLostItsLogDoesNot() throws Exception {
        try (var peers = new ThreePeers(folder, List.of("peer-a"))) {
            peers.stop("peer-a");
            peers.again("peer-a");
            peers.found("peer-b");
            peers.found("peer-w");
            peers.append("first");
            peers.awaitRead("peer-a", "first");
            peers.stop("peer-a");
            peers.loseLog("peer-a");
            assertThrows(Broken.class, () -> peers.again("peer-a"));
        }
    }

    @Test
    void aKitThatHasMovedGoesOnWhereItsFileSaysAndNotWhereItsLogsSay() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            peers.append("here");
            peers.move();
            peers.append("there");
            for (var name : ThreePeers.NAMES) {
                peers.awaitRead(name, "there");
                assertEquals(List.of("here", "there"), peers.read.get(name), name);
            }
            assertTrue(peers.alarms.isEmpty());
        }
    }

    @Test
    void oneOfThreeAcknowledgesNothing() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            peers.append("with all");
            var leader = peers.leader();
            ThreePeers.NAMES.stream().filter(name -> !name.equals(leader)).forEach(peers::stop);
            var answer = peers.ledger(leader).append("alone".getBytes(StandardCharsets.UTF_8));
            assertThrows(Exception.class, () -> answer.get(3, TimeUnit.SECONDS));
            assertFalse(peers.read.get(leader).contains("alone"));
        }
    }

    @Test
    void aPeerThatSpeaksInAnothersNameIsNotHeard() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            peers.append("first");
            peers.stop("peer-w");
            var leader = peers.leader();
            var other = leader.equals("peer-a") ? "peer-b" : "peer-a";
            peers.append("second");
            // It holds papers of this kit, but those of another node.
            peers.start("peer-w", other, ThreePeers.NAMES::contains);
            peers.reopen("peer-w");
            peers.stop(other);
            var answer = peers.ledger(leader).append("third".getBytes(StandardCharsets.UTF_8));
            assertThrows(Exception.class, () -> answer.get(3, TimeUnit.SECONDS));
            assertFalse(peers.read.get(leader).contains("third"));
        }
    }
}
