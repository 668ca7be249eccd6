package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferEvent.RoomReopened;
import org.junit.jupiter.api.Test;

/** What was signed and sealed goes on only because two persons want it, and then it is signed and sealed anew. */
class ReopeningTest {

    private static final RoomId ROOM = TestPackage.room(1);
    private final TestMeeting test = TestMeeting.of(TestPackage.rooms(1, 3, 1)).scoring().givenByAll(1, "20", "21", "22").closed().tallied().signedOff();

    private static AskReopening asking() {
        return new AskReopening(ROOM, new Ciphertext("a mark was read wrongly"));
    }

    @Test
    void aSealedMeetingGoesOnAndComesToAnotherEdition() {
        test.sealed();
        test.accepted(test.secretary(), asking());
        assertTrue(test.now().ending().isSealed(), "one person alone lifts nothing");
        var reopened = (RoomReopened) test.accepted(TestPackage.REGISTRAR, new ReopenRoom(ROOM)).getFirst().event();
        assertEquals(test.secretary(), reopened.asker());
        assertFalse(test.now().ending().isSealed());
        assertFalse(test.now().ending().signatures().has(test.round()));
        assertEquals(2, test.now().ending().edition());
        test.sittingOpened(1, Half.AFTERNOON);
        test.accepted(test.secretary(), new ReopenRound(test.round(), new Ciphertext("a mark was read wrongly")));
        test.accepted(test.expert(1), test.signIn(test.expert(1), "again"));
        test.accepted(test.expert(1), test.score(1, 1, "30"));
        test.closed().tallied().signedOff().sealed();
        assertEquals(2, test.now().ending().edition());
    }

    @Test
    void theCountStandsWhereOnlyTheNameUnderItWasWrong() {
        test.accepted(test.chair(), asking());
        test.accepted(test.secretary(), new ReopenRoom(ROOM));
        assertEquals(1, test.now().ending().edition(), "nothing was sealed, so nothing was superseded");
        test.signedOff().sealed();
    }

    @Test
    void onePersonIsNotTwo() {
        test.sealed();
        test.refused(Code.REOPENING_NOT_ASKED, test.secretary(), new ReopenRoom(ROOM));
        test.accepted(test.secretary(), asking());
        test.refused(Code.SECOND_PERSON_NEEDED, test.secretary(), new ReopenRoom(ROOM));
        test.accepted(test.chair(), asking());
        test.refused(Code.SECOND_PERSON_NEEDED, test.chair(), new ReopenRoom(ROOM));
        test.accepted(test.secretary(), new ReopenRoom(ROOM));
    }

    @Test
    void whoMayNotAndWhatIsNotSigned() {
        test.refused(Code.NOT_PERMITTED, test.expert(1), asking());
        test.refused(Code.NOT_PERMITTED, TestPackage.SUPERVISOR, asking());
        test.refused(Code.UNKNOWN_ROOM, test.secretary(), new AskReopening(TestPackage.room(9), new Ciphertext("why")));
        test.refused(Code.REASON_MISSING, test.secretary(), new AskReopening(ROOM, new Ciphertext("")));
        test.accepted(test.secretary(), asking());
        test.refused(Code.NOT_PERMITTED, test.expert(1), new ReopenRoom(ROOM));
        test.accepted(test.chair(), new ReopenRoom(ROOM));
        test.refused(Code.ROOM_NOT_SIGNED_OFF, test.secretary(), asking());
        test.refused(Code.ROOM_NOT_SIGNED_OFF, test.chair(), new ReopenRoom(ROOM));
    }

    @Test
    void whatWasAskedBeforeTheSealIsForgottenWithIt() {
        test.accepted(test.secretary(), asking());
        test.sealed();
        test.refused(Code.REOPENING_NOT_ASKED, TestPackage.REGISTRAR, new ReopenRoom(ROOM));
    }
}
