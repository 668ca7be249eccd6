package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Peers;
import conclave.ledger.Stand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that was cut off shows nothing that may have been taken back meanwhile. */
class InTouchTest {

    private static final List<String> KEEPERS = List.of("a", "b", "w");

    private final StagedNeighbours peers = new StagedNeighbours("a");
    private final InTouch touch = new InTouch(new Abreast(peers.here, peers, peers.pace), peers.pace);

    @Test
    void whoHasHeardFromAMajorityServesForFiveSecondsMoreAndThenNotUntilItHearsAgain() {
        together();
        assertTrue(touch.lately().join());
        peers.stands.clear();
        peers.pace.pass(4_900);
        assertTrue(touch.lately().join(), "sure five seconds ago");
        peers.pace.pass(200);
        var late = touch.lately();
        assertFalse(late.isDone(), "it asks first");
        peers.pace.pass(2_100);
        assertFalse(late.join());
        together();
        assertTrue(touch.lately().join());
    }

    @Test
    void whatWasSureIsSureFromTheQuestionOnAndNotFromTheAnswer() {
        together();
        peers.hold();
        var first = touch.lately();
        peers.pace.pass(400);
        peers.release();
        assertTrue(first.join());
        peers.stands.clear();
        peers.pace.pass(4_700);
        assertFalse(touch.lately().isDone(), "asked 5.1 seconds ago, answered 4.7");
    }

    @Test
    void whoIsInTouchIsNotKeptWaitingAndAsksNowAndThenOnly() {
        together();
        assertTrue(touch.lately().join());
        var asked = peers.asked.size();
        for (int i = 0; i < 400; i++) assertTrue(touch.lately().join());
        assertEquals(asked, peers.asked.size());
        peers.pace.pass(2_500);
        peers.hold();
        for (int i = 0; i < 400; i++) assertTrue(touch.lately().isDone(), "nobody waits for the question");
        assertTrue(peers.asked.size() <= asked + 2, "one question for all");
        peers.release();
    }

    @Test
    void aServerThatNeverHeardServesNothing() {
        peers.here.stand = new Stand("a", 3, false, 0, KEEPERS);
        var answer = touch.lately();
        peers.pace.pass(2_200);
        assertFalse(answer.join());
    }

    @Test
    void whoKeepsTheRecordAloneServes() {
        assertTrue(new InTouch(new Abreast(peers.here, Peers.NONE, peers.pace), peers.pace).lately().join());
        // One left of three, by the decision of two persons: the others are known of, and keep nothing any more.
        peers.here.stand = new Stand("a", 4, true, 7, List.of("a"));
        peers.here.passed = 7;
        assertTrue(touch.lately().join());
    }

    private void together() {
        peers.here.stand = new Stand("a", 3, false, 0, KEEPERS);
        peers.here.passed = 9;
        peers.stands.put("b", new Stand("b", 3, true, 9, KEEPERS));
        peers.stands.put("w", new Stand("w", 3, false, 0, KEEPERS));
    }
}
