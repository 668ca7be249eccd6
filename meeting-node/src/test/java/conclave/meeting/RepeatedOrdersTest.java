package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.meeting.event.Decision;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.SaveDraft;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One submit, one effect; and the clock of a meeting never runs back. */
class RepeatedOrdersTest {

    private final TestMeeting test = TestMeeting.roomOf(3, 1).scoring();

    @Test
    void aRetryAfterALostAnswerIsNotDoneTwice() {
        var first = assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(1), "k", "r", test.score(1, 0, "30")));
        var again = assertInstanceOf(Decision.Repeated.class, test.asked(test.expert(1), "k", "r", test.score(1, 0, "30")));
        assertEquals(test.now().recorded(), again.seq());
        assertEquals(first.facts().getFirst().at(), again.at());
        assertEquals(1, test.now().floor().rounds().get(test.round()).orElseThrow().revision(test.applicant(1), test.expert(1)));
    }

    @Test
    void aRetryIsAnsweredEvenAfterTheRoundHasClosed() {
        test.asked(test.expert(1), "k", "r", test.score(1, 0, "30"));
        test.given(2, 1, "31").given(3, 1, "32").closed().tallied().signedOff().sealed();
        assertInstanceOf(Decision.Repeated.class, test.asked(test.expert(1), "k", "r", test.score(1, 0, "30")));
    }

    @Test
    void aKeyUsedForSomethingElseIsNoticed() {
        test.asked(test.expert(1), "k", "r", test.score(1, 0, "30"));
        var refused = assertInstanceOf(Decision.Refused.class, test.asked(test.expert(1), "k", "other", test.score(1, 1, "12")));
        assertEquals(Code.KEY_REUSED, refused.refusal().code());
    }

    @Test
    void theSameKeyOfAnotherPersonIsAnotherThing() {
        assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(1), "k", "r", test.score(1, 0, "30")));
        assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(2), "k", "r", test.score(1, 0, "30")));
    }

    @Test
    void aRefusedOrderMayBeTriedAgainUnderItsKey() {
        assertInstanceOf(Decision.Refused.class, test.asked(test.expert(1), "k", "r", test.score(1, 7, "30")));
        assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(1), "k", "r2", test.score(1, 0, "30")));
    }

    @Test
    void aDraftTakesNoKeyFromTheScoreThatFollows() {
        test.asked(test.expert(1), "k", "r", new SaveDraft(test.round(), test.applicant(1), 0, TestMeeting.marks("1"), Optional.empty()));
        assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(1), "k", "r2", test.score(1, 0, "30")));
    }

    @Test
    void anOrderWithoutAKeyIsDoneEachTime() {
        assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(1), "", "r", test.score(1, 0, "30")));
        assertInstanceOf(Decision.Accepted.class, test.asked(test.expert(1), "", "r", test.score(1, 1, "31")));
    }

    @Test
    void aNewLeaderWhoseClockIsBehindDoesNotTurnTimeBack() {
        var before = test.now().clock();
        var late = new Order("k", "r", test.expert(1), before - 3 * 86_400_000L, test.score(1, 0, "30"));
        var accepted = assertInstanceOf(Decision.Accepted.class, test.asked(late));
        assertEquals(before, accepted.facts().getFirst().at());
        assertEquals(before, test.now().clock());
    }
}
