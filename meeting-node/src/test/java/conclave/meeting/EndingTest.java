package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Half;
import conclave.meeting.event.Item;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import org.junit.jupiter.api.Test;

class EndingTest {

    private final TestMeeting test = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(Item.Reading.SITTINGS)).scoring().givenByAll(1, "20", "21", "22");

    @Test
    void whatIsNotCountedIsNotSignedOff() {
        test.refused(Code.ROUND_NOT_CLOSED, test.chair(), new SignOff(test.round()));
        test.closed().refused(Code.ROUND_NOT_TALLIED, test.chair(), new SignOff(test.round()));
        test.tallied().signedOff();
        assertEquals(test.chair(), test.now().ending().signatures().get(test.round()).orElseThrow().chair());
    }

    @Test
    void onlyTheChairSignsOff() {
        test.closed().tallied();
        test.refused(Code.NOT_PERMITTED, test.secretary(), new SignOff(test.round()));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new SignOff(test.round()));
    }

    @Test
    void whatIsSignedOffIsNeitherReopenedNorCountedAgain() {
        test.closed().tallied().signedOff();
        test.refused(Code.ROUND_SIGNED_OFF, test.secretary(), new ReopenRound(test.round(), new Ciphertext("why")));
        test.refused(Code.ROUND_SIGNED_OFF, test.secretary(), new ComputeTally(test.round()));
        test.refused(Code.ROUND_SIGNED_OFF, test.chair(), new SignOff(test.round()));
        test.refused(Code.ROUND_SIGNED_OFF, test.secretary(), new OpenRound(TestPackage.room(1), TestMeeting.round(9), "chance"));
    }

    @Test
    void aClosedRoundIsReopenedAndNotReplacedByANewOne() {
        test.refused(Code.ROUND_ALREADY_OPEN, test.secretary(), new OpenRound(TestPackage.room(1), TestMeeting.round(9), "chance"));
        test.closed().refused(Code.ROUND_NOT_TALLIED, test.secretary(), new OpenRound(TestPackage.room(1), TestMeeting.round(9), "chance"));
        assertEquals(1, test.now().floor().rounds().size());
    }

    @Test
    void aMeetingIsNotSealedBeforeEveryRoomHasSigned() {
        assertEquals("{rooms=1号评议室}", test.refused(Code.ROOMS_NOT_SIGNED_OFF, test.secretary(), new SealMeeting()).facts().toString());
        test.closed().tallied().signedOff();
        test.refused(Code.NOT_PERMITTED, test.chair(), new SealMeeting());
        test.sealed();
        assertTrue(test.now().ending().isSealed());
    }

    @Test
    void aSealedMeetingTakesNothingButStaffWhoCameToRead() {
        test.closed().tallied().signedOff().sealed();
        test.refused(Code.MEETING_SEALED, test.expert(1), test.score(1, 1, "40"));
        test.refused(Code.MEETING_SEALED, test.expert(1), test.signIn(test.expert(1), "again"));
        test.refused(Code.MEETING_SEALED, test.secretary(), new SealMeeting());
        test.refused(Code.MEETING_SEALED, test.secretary(), new OpenSitting(TestPackage.room(1), new SittingId("sit_afterwards"),
                TestMeeting.DAY, Half.AFTERNOON));
        test.accepted(test.secretary(), test.signIn(test.secretary(), "to read"));
        test.accepted(test.secretary(), new SignOut(test.secretary(), "to read"));
    }

    @Test
    void theSealEndsTheExpertsReadingInARoomThatNobodyClosed() {
        test.signedIn(test.secretary()).closed().tallied().signedOff();
        assertTrue(test.now().rights(test.expert(1)).toRead(test.applicant(1)).isEmpty());
        test.sealed();
        assertEquals(Code.SITTING_NOT_OPEN, test.now().rights(test.expert(1)).toRead(test.applicant(1)).orElseThrow().code());
        assertFalse(test.now().floor().sessions().has(test.expert(1)));
        assertTrue(test.now().floor().sessions().has(test.secretary()));
    }
}
