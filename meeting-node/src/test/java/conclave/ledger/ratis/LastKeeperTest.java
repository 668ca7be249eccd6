package conclave.ledger.ratis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of three is left: what it keeps, and how it becomes three again. */
final class LastKeeperTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"peer-a", "peer-b"})
    void theLastOfThreeGoesOnWithAllThatItHeldAndStaysTheOnlyKeeperWhenItStartsAgain(String last) throws Exception {
        try (var peers = new ThreePeers(folder)) {
            for (int i = 0; i < 5; i++) peers.append("before" + i);
            peers.awaitRead(last, "before4");
            peers.goAlone(last, true);
            peers.ledger(last).caughtUp().get(60, TimeUnit.SECONDS);
            assertEquals(List.of("before0", "before1", "before2", "before3", "before4"), peers.read.get(last));
            assertEquals(List.of(last), peers.ledger(last).keepers());
            peers.append("alone");
            peers.stop(last);
            peers.again(last);
            peers.ledger(last).caughtUp().get(60, TimeUnit.SECONDS);
            assertEquals(List.of(last), peers.ledger(last).keepers());
            assertEquals("alone", peers.read.get(last).getLast());
            assertTrue(peers.alarms.isEmpty(), peers.alarms::toString);
        }
    }

    /** The canary: a node that only believes itself to be alone. */
    @Test
    void withoutThatStepItLeadsNothing() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            peers.append("before");
            peers.awaitRead("peer-a", "before");
            peers.goAlone("peer-a", false);
            assertThrows(TimeoutException.class, () -> peers.ledger("peer-a").caughtUp().get(4, TimeUnit.SECONDS));
        }
    }

    @Test
    void saidTwiceBeforeItStartsItIsTheSame() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            peers.append("before");
            peers.awaitRead("peer-a", "before");
            peers.goAlone("peer-a", true);
            peers.append("alone");
            peers.goAlone("peer-a", true);
            peers.append("again");
            assertEquals(List.of("before", "alone", "again"), peers.read.get("peer-a"));
        }
    }

    @Test
    void oneGrowsToThreeWhileItRunsAndAnyTwoOfThemAreEnoughThen() throws Exception {
        try (var peers = new ThreePeers(folder)) {
            peers.append("of three");
            peers.awaitRead("peer-a", "of three");
            peers.goAlone("peer-a", true);
            peers.append("of one");
            peers.join("peer-c");
            peers.append("of two");
            peers.join("peer-d");
            peers.append("of three again");
            for (var name : List.of("peer-c", "peer-d")) {
                peers.awaitRead(name, "of three again");
                assertEquals(List.of("of three", "of one", "of two", "of three again"), peers.read.get(name));
            }
            var lost = Stream.of("peer-a", "peer-c", "peer-d").filter(peers.leader()::equals).findFirst().orElseThrow();
            peers.stop(lost);
            peers.append("without " + lost);
            assertTrue(peers.alarms.isEmpty(), peers.alarms::toString);
        }
    }
}
