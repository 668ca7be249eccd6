package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.sitting.Rights;
import org.junit.jupiter.api.Test;

class SittingTest {

    private static final SittingId ANOTHER = new SittingId("sit_another1");

    private final TestMeeting test = TestMeeting.of(TestPackage.rooms(2, 4, 2));

    @Test
    void aClosedHalfDayEndsTheExpertsSignInsAndNotTheSecretarys() {
        test.signedIn(test.secretary()).gathered().sittingClosed(1);
        var sessions = test.now().floor().sessions();
        assertFalse(sessions.has(test.expert(1)));
        assertTrue(sessions.has(test.secretary()));
        test.sittingOpened(1, Half.AFTERNOON);
        assertEquals(0, presentInRoom1());
    }

    @Test
    void closingOneRoomLeavesTheOthersWhereTheyAre() {
        test.gathered().sittingOpened(2, Half.MORNING).signedIn(TestPackage.expert(2, 1)).sittingClosed(1);
        assertTrue(test.now().floor().present(TestPackage.room(2), TestPackage.expert(2, 1)));
        assertTrue(test.now().floor().sessions().has(TestPackage.expert(2, 1)));
    }

    @Test
    void whoSignedInBeforeTheDoorsOpenedIsCounted() {
        test.signedIn(test.expert(1)).sittingOpened(1, Half.MORNING);
        assertEquals(1, presentInRoom1());
        test.signedIn(test.expert(1));
        assertEquals(1, presentInRoom1());
    }

    @Test
    void whoseSignInHasRunOutIsNotCountedWhenTheDoorsOpen() {
        test.signedIn(test.expert(1)).later(TestMeeting.HALF_DAY).sittingOpened(1, Half.AFTERNOON);
        assertEquals(0, presentInRoom1());
    }

    @Test
    void aLateSignOutOfTheOldLaptopDoesNotEndTheNewSignIn() {
        test.sittingOpened(1, Half.MORNING);
        test.accepted(test.expert(1), test.signIn(test.expert(1), "old laptop"));
        test.accepted(test.expert(1), test.signIn(test.expert(1), "new laptop"));
        test.refused(Code.NOT_SIGNED_IN, test.expert(1), new SignOut(test.expert(1), "old laptop"));
        assertEquals("new laptop", test.now().floor().sessions().get(test.expert(1)).orElseThrow().tokenHash());
        test.accepted(test.expert(1), new SignOut(test.expert(1), "new laptop"));
        assertFalse(test.now().floor().sessions().has(test.expert(1)));
    }

    @Test
    void whoSignedOutForLunchWasStillThere() {
        test.gathered().accepted(test.expert(1), new SignOut(test.expert(1), "token-of-" + test.expert(1).value()));
        assertEquals(4, presentInRoom1());
    }

    @Test
    void aSecondHalfDayDoesNotOpenOverTheFirst() {
        test.gathered().refused(Code.SITTING_ALREADY_OPEN, test.secretary(),
                new OpenSitting(TestPackage.room(1), ANOTHER, TestMeeting.DAY, Half.AFTERNOON));
    }

    @Test
    void aSittingOnADayThatTheMeetingDoesNotHaveIsRefused() {
        for (var day : new String[] {"2026-11-20", "2026-11-24", "2027-11-22"}) {
            test.refused(Code.OUTSIDE_MEETING_DATES, test.secretary(), new OpenSitting(TestPackage.room(1), ANOTHER, day, Half.MORNING));
        }
        test.sittingOpened(1, "2026-11-23", Half.EVENING);
    }

    @Test
    void aRoundBelowQuorumDoesNotOpen() {
        // Two thirds of four are three, since two are fewer than 2.67.
        test.sittingOpened(1, Half.MORNING).signedIn(test.expert(1)).signedIn(test.expert(2));
        var refusal = test.refused(Code.QUORUM_NOT_REACHED, test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        assertEquals("{committee=4, needed=3, present=2}", refusal.facts().toString());
        test.signedIn(test.expert(4)).accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
    }

    @Test
    void aMeetingOverThreeDaysCountsEachHalfDayAnew() {
        test.scoring().given(1, 1, "20").sittingClosed(1);
        test.refused(Code.SITTING_NOT_OPEN, test.expert(1), test.score(1, 1, "21"));
        test.later(20 * 3600_000L).sittingOpened(1, "2026-11-22", Half.MORNING).signedIn(test.expert(2));
        test.refused(Code.NOT_PRESENT, test.expert(1), test.score(1, 1, "21"));
        test.signedIn(test.expert(1)).given(1, 1, "21").sittingClosed(1);
        test.later(20 * 3600_000L).sittingOpened(1, "2026-11-23", Half.AFTERNOON).signedIn(test.expert(1)).given(1, 2, "22");
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        assertEquals(2, round.score(test.applicant(1), test.expert(1)).orElseThrow().revision());
        assertTrue(round.open());
    }

    @Test
    void theSecretaryOfOneRoomDoesNotOpenAnother() {
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), new OpenSitting(TestPackage.room(1), ANOTHER, TestMeeting.DAY, Half.MORNING));
        test.refused(Code.NOT_PERMITTED, test.chair(), new OpenSitting(TestPackage.room(1), ANOTHER, TestMeeting.DAY, Half.MORNING));
        test.refused(Code.UNKNOWN_ROOM, test.secretary(), new OpenSitting(TestPackage.room(7), ANOTHER, TestMeeting.DAY, Half.MORNING));
    }

    @Test
    void anExpertReadsOnlyInAnOpenSittingOfTheOwnRoom() {
        assertEquals(Code.SITTING_NOT_OPEN, reading(test.expert(1)));
        test.sittingOpened(1, Half.MORNING);
        assertEquals(Code.NOT_PRESENT, reading(test.expert(1)));
        test.signedIn(test.expert(1));
        assertTrue(rights(test.expert(1)).toRead(test.applicant(1)).isEmpty());
        assertEquals(Code.FOREIGN_APPLICANT, reading(TestPackage.expert(2, 1)));
        assertEquals(Code.FOREIGN_APPLICANT, reading(TestPackage.SUPERVISOR));
        assertTrue(rights(test.secretary()).toRead(test.applicant(1)).isEmpty());
    }

    private Code reading(PersonId who) {
        return rights(who).toRead(test.applicant(1)).orElseThrow().code();
    }

    private Rights rights(PersonId who) {
        return test.now().rights(who);
    }

    private int presentInRoom1() {
        return test.now().floor().presentExperts(test.now().intake().register().orElseThrow(), TestPackage.room(1));
    }
}
