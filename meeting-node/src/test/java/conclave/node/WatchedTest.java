package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is concluded from one hearing after the other. */
class WatchedTest {

    private final Watched node = new Watched("b", "b", true, false, 0);

    private static Condition life(String life, long found, long kept, long committed) {
        var reading = new Ledger.Reading(committed, committed, kept, found);
        var keeping = new Keeping("mtg_x", Optional.of("a"), true, reading, 0, Optional.empty(), 0, 0);
        return new Condition(life, 1, "rules", Optional.empty(), 0, 1, 1, Condition.Sharing.NOT_MEANT, List.of(keeping));
    }

    private void heard(String life, long at) {
        node.heard(life(life, 0, 10, 10), at, at + 5, 0);
    }

    @Test
    void twoThatAnswerAndCallAtTheSameTimeAreOneTooMany() {
        heard("original", 1_000);
        node.called("original", 1_500);
        assertFalse(node.sighting(1_500).twice());
        node.called("copy", 2_000);
        assertFalse(node.sighting(2_000).twice(), "it could have been started again");
        heard("original", 2_500);
        assertTrue(node.sighting(2_600).twice(), "whoever answers after another called is not its predecessor");
        node.called("original", 3_000);
        heard("original", 3_500);
        assertTrue(node.sighting(3_600).twice(), "the two take turns, and the finding stays");
        assertFalse(node.sighting(20_000).twice(), "the copy was stopped");
    }

    @Test
    void aNodeThatWasStartedAgainIsNotTakenForTwo() {
        heard("first", 1_000);
        node.called("first", 1_500);
        heard("second", 5_000);
        heard("second", 6_000);
        node.called("second", 6_500);
        heard("second", 7_000);
        node.called("third", 9_000);
        heard("third", 9_500);
        heard("third", 10_500);
        assertFalse(node.sighting(10_600).twice());
    }

    @Test
    void somebodyElseInOurNameIsOneTooMany() {
        var self = new Watched("a", "a", true, true, 0);
        self.heard(life("ours", 0, 0, 0), 0, 0, 0);
        self.called("ours", 100);
        assertFalse(self.sighting(200).twice());
        self.called("copy", 300);
        assertTrue(self.sighting(400).twice());
    }

    @Test
    void aDiskThatHoldsLessThanWasAcknowledgedWentBack() {
        node.heard(life("first", 0, 120, 100), 1, 2, 0);
        node.heard(life("first", 0, 120, 100), 3, 4, 0);
        assertFalse(node.sighting(5).wentBack());
        node.heard(life("second", 100, 130, 130), 6, 7, 0);
        assertFalse(node.sighting(8).wentBack(), "what was not committed may be taken back");
        node.heard(life("third", 129, 500, 500), 9, 10, 0);
        assertTrue(node.sighting(11).wentBack(), "one acknowledged entry is missing, although it has caught up long since");
        node.heard(life("fourth", 500, 500, 500), 12, 13, 0);
        assertFalse(node.sighting(14).wentBack());
    }

    @Test
    void whoWaitsForItsFirstEntryDoesNotStandStill() {
        var nothing = new Keeping("mtg_x", Optional.empty(), false, new Ledger.Reading(-1, 0, -1, -1), 0, Optional.empty(), 0, 0);
        node.heard(new Condition("life", 1, "rules", Optional.empty(), 0, 1, 1, Condition.Sharing.NOT_MEANT, List.of(nothing)), 0, 0, 0);
        for (int second = 1; second <= 60; second++) node.compare(Map.of("mtg_x", 500L), second * 1_000L);
        assertFalse(node.sighting(60_000).wentBack(), "an empty log that was never acknowledged is none that is missing");
        assertEquals(0, node.sighting(60_000).still().get("mtg_x"), "seen: a kit that found no leader for long restarted its nodes before their first entry");
    }

    @Test
    void whoDoesNotMoveWhereThereIsSomethingToReadStandsStill() {
        var behind = new Ledger.Reading(10, 10, 10, 0);
        var keeping = new Keeping("mtg_x", Optional.of("a"), true, behind, 0, Optional.empty(), 0, 0);
        node.heard(new Condition("life", 1, "rules", Optional.empty(), 0, 1, 1, Condition.Sharing.NOT_MEANT, List.of(keeping)), 0, 0, 0);
        for (int second = 1; second <= 8; second++) node.compare(Map.of("mtg_x", 10L), second * 1_000L);
        assertEquals(0, node.sighting(8_000).still().get("mtg_x"), "nothing to read is no standing still");
        for (int second = 9; second <= 12; second++) node.compare(Map.of("mtg_x", 11L), second * 1_000L);
        assertEquals(4_000, node.sighting(12_000).still().get("mtg_x"));
        node.compare(Map.of("mtg_x", 11L), 100_000);
        assertEquals(7_000, node.sighting(100_000).still().get("mtg_x"), "what was not lived through does not count");
        node.heard(life("life", 0, 11, 11), 100_500, 100_500, 0);
        node.compare(Map.of("mtg_x", 12L), 101_000);
        assertEquals(0, node.sighting(101_000).still().get("mtg_x"), "it moved");
    }
}
