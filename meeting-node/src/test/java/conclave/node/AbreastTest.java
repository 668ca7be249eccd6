package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Stand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whether a node has missed something is known from a majority, or not known. */
class AbreastTest {

    private static final List<String> KEEPERS = List.of("a", "b", "w");

    private final StagedNeighbours peers = new StagedNeighbours("a");
    private final Abreast abreast = new Abreast(peers.here, peers, peers.pace);

    @Test
    void aFollowerIsAbreastOnceItHasReadWhatItsLeaderHadCommitted() {
        peers.here.stand = follower("a", 3);
        peers.here.passed = 7;
        peers.stands.put("b", leader("b", 3, 9));
        var answer = abreast.now();
        peers.pace.pass(300);
        assertFalse(answer.isDone(), "two entries are not read yet");
        peers.here.passed = 9;
        peers.pace.pass(20);
        assertTrue(answer.join());
    }

    @Test
    void whoDoesNotComeSoFarInTwoSecondsSaysNothing() {
        peers.here.stand = follower("a", 3);
        peers.stands.put("b", leader("b", 3, 9));
        var answer = abreast.now();
        peers.pace.pass(1_900);
        assertFalse(answer.isDone());
        peers.pace.pass(200);
        assertFalse(answer.join());
    }

    @Test
    void aLeaderBelievesOnlyAMajority() {
        peers.here.stand = leader("a", 3, 5);
        peers.here.passed = 5;
        assertFalse(late(abreast.now()), "nobody answers");
        peers.stands.put("w", follower("w", 3));
        assertTrue(abreast.now().join());
    }

    @Test
    void aLeaderThatWasReplacedHearsSoFromAnyWhoElectedTheNext() {
        peers.here.stand = leader("a", 3, 5);
        peers.here.passed = 5;
        peers.stands.put("w", follower("w", 4));
        assertFalse(late(abreast.now()), "another leads, and has not been heard");
        peers.stands.put("b", leader("b", 4, 6));
        assertFalse(late(abreast.now()), "what the other has committed is not read");
        peers.here.passed = 6;
        assertTrue(abreast.now().join());
    }

    @Test
    void whoeverIsAskedSpeaksForItselfOnly() {
        peers.here.stand = leader("a", 3, 5);
        peers.here.passed = 5;
        peers.stands.put("w", follower("b", 3));
        peers.stands.put("b", follower("w", 3));
        assertFalse(late(abreast.now()));
    }

    /** A third that is none of the keepers has elected nobody. */
    @Test
    void theMajorityIsThatOfTheKeepers() {
        peers.here.stand = new Stand("a", 3, true, 5, List.of("a", "c", "d"));
        peers.here.passed = 5;
        peers.stands.put("b", follower("b", 3));
        peers.stands.put("w", follower("w", 3));
        assertFalse(late(abreast.now()));
    }

    @Test
    void manyWhoAskTogetherAreOneQuestionMore() {
        peers.here.stand = follower("a", 3);
        peers.here.passed = 9;
        peers.hold();
        var answers = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < 1_000; i++) answers.add(abreast.now());
        peers.stands.put("b", leader("b", 3, 9));
        peers.release();
        assertTrue(answers.stream().allMatch(CompletableFuture::join));
        assertEquals(2, peers.asked.stream().filter("b"::equals).count(), "one for the first, one for all who came after it");
    }

    @Test
    void whoComesWhileAQuestionIsUnderWayIsNotAnsweredByIt() {
        peers.here.stand = follower("a", 3);
        peers.here.passed = 9;
        peers.hold();
        var first = abreast.now();
        peers.stands.put("b", leader("b", 3, 9));
        var second = abreast.now();
        peers.releaseOnce();
        assertTrue(first.join());
        assertFalse(second.isDone());
        peers.stands.put("b", leader("b", 3, 10));
        peers.release();
        assertFalse(second.isDone());
        peers.here.passed = 10;
        peers.pace.pass(20);
        assertTrue(second.join());
    }

    private boolean late(CompletableFuture<Boolean> answer) {
        peers.pace.pass(2_500);
        return answer.join();
    }

    private static Stand leader(String name, long term, long committed) {
        return new Stand(name, term, true, committed, KEEPERS);
    }

    private static Stand follower(String name, long term) {
        return new Stand(name, term, false, 0, KEEPERS);
    }
}
