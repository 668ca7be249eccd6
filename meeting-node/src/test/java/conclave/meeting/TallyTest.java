package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.Stage;
import conclave.meeting.event.TallyCommand.ComputeTally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The sums were done by hand, from the example sheet of the engineering committee. */
class TallyTest {

    @Test
    void theEngineersNinetyPoints() {
        var auto = new TreeMap<>(java.util.Map.of("A1", new BigDecimal("13"), "A2", new BigDecimal("24"),
                "A3", new BigDecimal("9.2"), "A4", new BigDecimal("10")));
        var test = TestMeeting.of(TestPackage.rooms(1, 7, 1).applicants(a -> with(a, auto, "2", "1", false))).scoring();
        test.givenByAll(1, "33", "31.5", "34", "28", "36.5", "32", "33.5").closed().tallied();
        var row = test.row(1);
        assertEquals("32.80", row.expert().orElseThrow().toPlainString());
        assertEquals(2, row.dropped());
        assertEquals("56.2", row.automatic().toPlainString());
        assertEquals("90.00", row.total().orElseThrow().toPlainString());
    }

    @Test
    void fourScoresAreTooFewToDropTheEnds() {
        var test = TestMeeting.roomOf(4, 1).scoring().givenByAll(1, "10", "30", "30", "40").closed().tallied();
        assertEquals(0, test.row(1).dropped());
        assertEquals("27.50", test.row(1).expert().orElseThrow().toPlainString());
    }

    @Test
    void aThirdIsRoundedOnceAndHalfGoesUp() {
        var thirds = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "10", "10", "11").closed().tallied();
        assertEquals("10.33", thirds.row(1).total().orElseThrow().toPlainString());
        var whole = TestMeeting.of(TestPackage.rooms(1, 2, 1).by(TestPackage.scoring(Stage.Method.MEAN, 0))).scoring();
        assertEquals("11", whole.givenByAll(1, "10", "11").closed().tallied().row(1).total().orElseThrow().toPlainString());
    }

    @Test
    void equalTotalsShareARankAndTheNextIsLeftOut() {
        var test = TestMeeting.roomOf(3, 3).scoring();
        test.givenByAll(1, "20", "20", "20").givenByAll(2, "30", "30", "30").givenByAll(3, "29", "30", "31").closed().tallied();
        assertEquals(List.of(Optional.of(1), Optional.of(1), Optional.of(3)), test.ranks());
        assertEquals(Optional.of(3), test.row(1).rank());
    }

    @Test
    void whomNobodyScoredHasNoPointsAndNotZeroPoints() {
        var test = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, "0", "0", "0");
        test.accepted(test.secretary(), new CloseRound(test.round(), true, Optional.of(new Ciphertext("withdrawn"))));
        test.tallied();
        assertEquals("0.00", test.row(1).total().orElseThrow().toPlainString());
        assertEquals(Optional.of(1), test.row(1).rank());
        assertEquals(Optional.empty(), test.row(2).total());
        assertEquals(Optional.empty(), test.row(2).rank());
    }

    @Test
    void aVetoIsAStatusAndNotAZero() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 2).applicants(veto("apl_of0001x0001"))).scoring();
        test.refused(Code.NOT_ASSIGNED, test.expert(1), test.score(1, 0, "40"));
        test.givenByAll(2, "1", "1", "1").closed().tallied();
        assertTrue(test.row(1).vetoed());
        assertEquals(Optional.empty(), test.row(1).total());
        assertEquals(Optional.empty(), test.row(1).rank());
        assertEquals(Optional.of(1), test.row(2).rank());
    }

    @Test
    void pointsAboveTheFinalMaximumAreCut() {
        var auto = new TreeMap<>(java.util.Map.of("A1", new BigDecimal("70.5")));
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).applicants(a -> with(a, auto, "5", "0", false))).scoring();
        test.givenByAll(1, "40", "40", "40").closed().tallied();
        assertEquals(0, test.row(1).total().orElseThrow().compareTo(new BigDecimal(100)));
    }

    @Test
    void deductionsDoNotGoBelowNothing() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).applicants(a -> with(a, new TreeMap<>(), "0", "3", false))).scoring();
        test.givenByAll(1, "1", "1", "1").closed().tallied();
        assertEquals(0, test.row(1).total().orElseThrow().signum());
    }

    @Test
    void aRoundIsNotClosedOverMissingScoresUnlessSomebodySaysWhy() {
        var test = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, "20", "21", "22");
        assertEquals("{missing=3}", test.refused(Code.SCORES_MISSING, test.secretary(), test.closing()).facts().toString());
        test.refused(Code.REASON_MISSING, test.secretary(), new CloseRound(test.round(), true, Optional.empty()));
    }

    @Test
    void anOpenRoundIsNotCounted() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "21", "22");
        test.refused(Code.ROUND_NOT_CLOSED, test.secretary(), new ComputeTally(test.round()));
    }

    @Test
    void reopeningDropsTheCountUntilItIsCountedAgain() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "21", "22").closed().tallied();
        test.accepted(test.secretary(), new ReopenRound(test.round(), new Ciphertext("a slip of the pen")));
        assertFalse(test.now().tallies().of().has(test.round()));
        test.given(1, 1, "26").closed();
        assertFalse(test.now().tallies().of().has(test.round()));
        assertEquals("23.00", test.tallied().row(1).total().orElseThrow().toPlainString());
    }

    @Test
    void anExpertDoesNotCount() {
        var test = TestMeeting.of(TestPackage.rooms(2, 3, 1)).scoring().givenByAll(1, "20", "21", "22").closed();
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), new ComputeTally(test.round()));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new ComputeTally(test.round()));
        test.accepted(test.chair(), new ComputeTally(test.round()));
    }

    private static UnaryOperator<Item.Applicant> veto(String id) {
        return a -> with(a, new TreeMap<>(), "0", "0", a.id().value().equals(id));
    }

    private static Item.Applicant with(Item.Applicant a, SortedMap<String, BigDecimal> auto, String bonus, String deduction, boolean vetoed) {
        var given = new TreeMap<>(auto);
        given.put("bonus", new BigDecimal(bonus));
        given.put("deduction", new BigDecimal(deduction));
        given.put("V", vetoed ? BigDecimal.ONE : BigDecimal.ZERO);
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }
}
