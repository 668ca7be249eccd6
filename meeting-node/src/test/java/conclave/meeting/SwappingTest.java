package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Swap;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.Stage.Secrecy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 更换专家: the next alternate takes the seat; what was scored there is voided or kept as the profile says. */
class SwappingTest {

    private static final TestPackage PACK = TestPackage.rooms(1, 3, 2).withAlternates(2);

    @Test
    void theScoresOfOneWhoLeavesAreVoidedAndTheNextBeginsAnew() {
        var test = TestMeeting.of(PACK).scoring().givenByAll(1, "10", "20", "30");
        var facts = test.accepted(test.secretary(), swap(1, 1));
        assertTrue(facts.getLast().event() instanceof ScoreVoided voided && voided.expert().equals(test.expert(1)));
        test.refused(Code.NOT_PERMITTED, test.expert(1), test.score(1, 1, "9"));
        test.signedIn(alternate(1));
        assertEquals(0, test.now().floor().rounds().get(test.round()).orElseThrow().revision(test.applicant(1), alternate(1)));
        submitted(test, 1, 1, "21");
        secondApplicant(test, 1);
        test.closed().tallied();
        assertEquals("23.67", test.row(1).expert().orElseThrow().toPlainString());
        test.signedOff().sealed();
    }

    @Test
    void theScoresOfOneWhoLeavesAreKeptAndOnlyTheRestIsAskedFor() {
        var test = TestMeeting.of(PACK.by(keeping())).scoring().givenByAll(1, "10", "20", "30");
        assertEquals(1, test.accepted(test.secretary(), swap(1, 1)).size());
        test.signedIn(alternate(1));
        test.refused(Code.NOT_ASSIGNED, alternate(1), new SubmitScore(test.round(), test.applicant(1), 0, TestMeeting.marks("9"), Optional.empty()));
        secondApplicant(test, 1);
        test.closed().tallied();
        assertEquals("20.00", test.row(1).expert().orElseThrow().toPlainString());
    }

    /** Two swaps on one seat: what the first one gave there stands through both. */
    @Test
    void whatWasKeptOnceIsKeptThroughASecondSwap() {
        var test = TestMeeting.of(PACK.by(keeping())).scoring().givenByAll(1, "10", "20", "30");
        test.accepted(test.secretary(), swap(1, 1));
        test.accepted(test.secretary(), new SwapExpert(TestPackage.room(1), alternate(1), alternate(2), new Ciphertext("ill")));
        test.signedIn(alternate(2));
        secondApplicant(test, 2);
        test.closed().tallied();
        assertEquals("20.00", test.row(1).expert().orElseThrow().toPlainString());
        assertEquals(3, test.row(1).scores());
    }

    @Test
    void onlyTheNextAlternateComes() {
        var test = TestMeeting.of(PACK).scoring();
        test.refused(Code.NOT_AN_ALTERNATE, test.secretary(), swap(1, 2));
        test.refused(Code.UNKNOWN_EXPERT, test.secretary(), new SwapExpert(TestPackage.room(1), TestPackage.NOBODY, alternate(1), new Ciphertext("ill")));
        test.refused(Code.NOT_PERMITTED, test.expert(2), swap(1, 1));
        test.accepted(test.secretary(), swap(1, 1));
        test.refused(Code.NOT_AN_ALTERNATE, test.secretary(), swap(2, 1));
        test.accepted(test.secretary(), swap(2, 2));
        test.refused(Code.NOT_AN_ALTERNATE, test.secretary(), swap(3, 1));
    }

    @Test
    void whoeverComesSitsInTheSeatAndWhoeverLeftSeesNothingMore() {
        var test = TestMeeting.of(PACK).scoring();
        test.signedIn(alternate(1));
        var facts = test.accepted(test.secretary(), swap(2, 1));
        assertTrue(facts.stream().anyMatch(fact -> fact.event() instanceof Attended attended && attended.person().equals(alternate(1))));
        assertEquals(List.of(test.expert(1), alternate(1), test.expert(3)), test.now().intake().register().orElseThrow().expertsOf(TestPackage.room(1)));
        assertEquals(Optional.empty(), test.now().rights(alternate(1)).toRead(test.applicant(1)));
        assertEquals(Code.FOREIGN_APPLICANT, test.now().rights(test.expert(2)).toRead(test.applicant(1)).orElseThrow().code());
        assertFalse(test.now().floor().present(TestPackage.room(1), test.expert(2)));
        assertFalse(test.now().floor().sessions().has(test.expert(2)));
    }

    @Test
    void theBodyThatDecidesStaysAsItIsWhilePapersAreOutOrUncounted() {
        var voting = TestMeeting.of(PACK.by(TestPackage.counted()).by(Stages.ballot(Secrecy.NAMED))).scoring();
        voting.refused(Code.PAPERS_OUT, voting.secretary(), swap(1, 1));
        var closed = TestMeeting.of(PACK).scoring().givenByAll(1, "1", "1", "1").givenByAll(2, "1", "1", "1").closed();
        closed.refused(Code.ROUND_NOT_TALLIED, closed.secretary(), swap(1, 1));
        closed.tallied().signedOff();
        closed.refused(Code.ROUND_SIGNED_OFF, closed.secretary(), swap(1, 1));
    }

    /** Without the first expert 21 and 23 become 20 and 24; without the third nothing changes places. */
    @Test
    void everyRankThatChangesIsNamedBefore() {
        var test = TestMeeting.of(PACK).scoring().givenByAll(1, "40", "10", "13").givenByAll(2, "1", "30", "31");
        var change = foreseen(test, swap(1, 1));
        assertEquals(List.of("apl_of0001x0002 2 → 1", "apl_of0001x0001 1 → 2"), SheetChangeTest.changes(change.ranks()));
        assertEquals(List.of(test.applicant(1), test.applicant(2)), change.voided());
        assertEquals(Code.NOT_AN_ALTERNATE, SeatPreview.of(test.now(), order(test, swap(1, 2))).refused().orElseThrow().code());
        var recusal = foreseen(test, recusal(test, 1));
        assertEquals(List.of("apl_of0001x0002 2 → 1", "apl_of0001x0001 1 → 2"), SheetChangeTest.changes(recusal.ranks()));
        assertEquals(List.of(test.applicant(1)), recusal.voided());
        assertEquals("11.50", recusal.ranks().getLast().totalAfter().orElseThrow().toPlainString());
        assertEquals("21.00", recusal.ranks().getLast().totalBefore().orElseThrow().toPlainString());
        assertEquals(List.of(), foreseen(test, recusal(test, 3)).ranks(), "without the third nothing changes places");
    }

    /** What was said before is what is told afterwards, and later scores do not rewrite it. */
    @Test
    void everyRankThatChangedIsToldAfterwards() {
        var test = TestMeeting.of(PACK).scoring().givenByAll(1, "40", "10", "13").givenByAll(2, "1", "30", "31");
        var foreseen = foreseen(test, swap(1, 1));
        test.accepted(test.secretary(), swap(1, 1));
        var told = test.now().changes().getFirst();
        assertEquals(foreseen.ranks(), told.ranks());
        assertEquals(foreseen.voided(), told.voided());
        assertEquals(test.secretary(), told.by());
        test.signedIn(alternate(1));
        submitted(test, 1, 1, "40");
        submitted(test, 1, 2, "1");
        assertEquals(List.of(told), test.now().changes());
    }

    @Test
    void whatIsKeptForTheSeatIsNamedAndNoRankChanges() {
        var test = TestMeeting.of(PACK.by(keeping())).scoring().givenByAll(1, "40", "10", "13").givenByAll(2, "1", "30", "31");
        var change = foreseen(test, swap(1, 1));
        assertEquals(List.of(test.applicant(1), test.applicant(2)), change.kept());
        assertEquals(List.of(), change.voided());
        assertEquals(List.of(), change.ranks());
    }

    @Test
    void whoeverIsRecusedBeforeTheRoomComesTogetherChangesNothingHalfWay() {
        var test = TestMeeting.of(PACK);
        assertEquals(Optional.empty(), SeatPreview.of(test.now(), order(test, recusal(test, 1))).change());
        test.accepted(test.secretary(), recusal(test, 1));
        assertEquals(List.of(), test.now().changes());
    }

    private static SeatChange foreseen(TestMeeting test, Command command) {
        return SeatPreview.of(test.now(), order(test, command)).change().orElseThrow();
    }

    private static Recuse recusal(TestMeeting test, int expert) {
        return new Recuse(test.expert(expert), test.applicant(1), Ground.KINSHIP, Optional.empty());
    }

    private static Order order(TestMeeting test, Command command) {
        return new Order("preview", "preview", test.secretary(), test.clock(), command);
    }

    private static SwapExpert swap(int leaving, int alternate) {
        return new SwapExpert(TestPackage.room(1), TestPackage.expert(1, leaving), alternate(alternate), new Ciphertext("ill"));
    }

    private static PersonId alternate(int n) {
        return TestPackage.alternate(1, n);
    }

    /** Everybody who sits there now marks the second applicant. */
    private static void secondApplicant(TestMeeting test, int alternate) {
        submitted(test, alternate, 2, "3");
        test.given(2, 2, "1").given(3, 2, "2");
    }

    private static void submitted(TestMeeting test, int alternate, int applicant, String points) {
        test.accepted(alternate(alternate), new SubmitScore(test.round(), test.applicant(applicant), 0, TestMeeting.marks(points), Optional.empty()));
    }

    private static Profile keeping() {
        var p = TestPackage.TWO_THIRDS;
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), p.denominator(), p.panelMinimum(), p.committeeMinimum(),
                p.committeeParity(), p.committeeForbidsMultipleOf3(), p.fewestSecret(), p.paperBelow(), Swap.KEEP_SCORES);
    }
}
