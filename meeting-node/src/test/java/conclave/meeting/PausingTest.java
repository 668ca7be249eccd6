package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.PauseRooms;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.sitting.Pause;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 会议暂停: what stops, what goes on, and who says that it goes on. */
class PausingTest {

    private static final PauseRooms OUTAGE = new PauseRooms(PauseReason.AFTER_OUTAGE);
    private static final ResumeRoom RESUME = new ResumeRoom(TestPackage.room(1));

    private final TestMeeting test = TestMeeting.of(TestPackage.rooms(2, 3, 2));

    @Test
    void afterAnOutageEveryRoomInSessionStandsStillAndKeepsWhatItHas() {
        test.scoring().given(1, 1, "20").sittingOpened(2, Half.MORNING);
        var before = test.now().floor().rounds();
        assertEquals(2, test.accepted(PersonId.HOUSE, OUTAGE).size());
        assertEquals(Optional.of(new Pause(PauseReason.AFTER_OUTAGE, test.clock())), test.now().floor().pause(TestPackage.room(1)));
        assertEquals(before, test.now().floor().rounds());
        assertTrue(test.now().floor().present(TestPackage.room(1), test.expert(1)));
        assertEquals(Agenda.Step.PAUSED, Agenda.of(test.now(), TestPackage.room(1), test.secretary()).step());
    }

    @Test
    void aSecondPauseLeavesNothingAndARoomKeepsItsFirstReason() {
        test.scoring().accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.refused(Code.ROOM_PAUSED, PersonId.HOUSE, OUTAGE);
        test.refused(Code.ROOM_PAUSED, test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.sittingOpened(2, Half.MORNING);
        assertEquals(1, test.accepted(PersonId.HOUSE, OUTAGE).size());
        assertEquals(PauseReason.BY_SECRETARY, test.now().floor().pause(TestPackage.room(1)).orElseThrow().reason());
    }

    @Test
    void aMeetingWithoutARoomInSessionHasNothingToPause() {
        test.refused(Code.SITTING_NOT_OPEN, PersonId.HOUSE, OUTAGE);
        test.refused(Code.SITTING_NOT_OPEN, test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.refused(Code.SITTING_NOT_OPEN, test.secretary(), RESUME);
    }

    @Test
    void nothingGoesOnInAPausedRoom() {
        test.scoring().given(1, 1, "20").accepted(PersonId.HOUSE, OUTAGE);
        test.refused(Code.ROOM_PAUSED, test.expert(2), test.score(1, 0, "21"));
        test.refused(Code.ROOM_PAUSED, test.secretary(), new CallApplicant(test.round(), test.applicant(1)));
        test.refused(Code.SCORES_MISSING, test.secretary(), test.closing());
        test.accepted(test.chair(), RESUME);
        test.givenByAll(1, "21", "22", "23").givenByAll(2, "1", "2", "3").accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.refused(Code.ROOM_PAUSED, test.secretary(), test.closing());
        test.accepted(test.secretary(), RESUME);
        test.closed().accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.refused(Code.ROOM_PAUSED, test.secretary(), new ReopenRound(test.round(), new Ciphertext("why")));
        test.refused(Code.ROOM_PAUSED, test.secretary(), new ComputeTally(test.round()));
        test.accepted(test.secretary(), RESUME);
        test.tallied().accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.refused(Code.ROOM_PAUSED, test.chair(), new SignOff(test.round()));
        test.accepted(test.secretary(), RESUME);
        test.signedOff();
    }

    @Test
    void aRoundDoesNotOpenInAPausedRoom() {
        test.gathered().accepted(PersonId.HOUSE, OUTAGE);
        test.refused(Code.ROOM_PAUSED, test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        test.accepted(test.secretary(), RESUME);
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
    }

    @Test
    void noPaperIsCastInAPausedRoomAndNoTokenIssued() {
        var voting = TestPackage.rooms(1, 3, 2).by(TestPackage.counted());
        var named = TestMeeting.of(voting.by(Stages.ballot(Secrecy.NAMED))).scoring();
        named.accepted(PersonId.HOUSE, OUTAGE);
        named.refused(Code.ROOM_PAUSED, named.expert(1), Stages.paper(named, "yes"));
        var blind = TestMeeting.of(voting.by(Stages.ballot(Secrecy.BLIND_TOKEN)).by(Blind.THREE_ARE_ENOUGH)).scoring();
        blind.accepted(PersonId.HOUSE, OUTAGE);
        blind.refused(Code.ROOM_PAUSED, blind.secretary(), Blind.announcement(blind.round()));
        blind.accepted(blind.secretary(), RESUME);
        blind.accepted(blind.secretary(), Blind.announcement(blind.round()));
        blind.accepted(PersonId.HOUSE, OUTAGE);
        blind.refused(Code.ROOM_PAUSED, blind.expert(1), Blind.asking(blind.round(), 1));
    }

    @Test
    void draftsReadingAndSigningInGoOn() {
        test.scoring().accepted(PersonId.HOUSE, OUTAGE);
        test.accepted(test.expert(1), new SaveDraft(test.round(), test.applicant(1), 0, TestMeeting.marks("20"), Optional.empty()));
        assertTrue(test.now().rights(test.expert(1)).toRead(test.applicant(1)).isEmpty());
        test.signedIn(test.expert(2));
        assertTrue(test.now().floor().pause(TestPackage.room(1)).isPresent());
    }

    @Test
    void aScoreThatWasAcknowledgedBeforeIsAnsweredAgainInThePause() {
        test.scoring();
        test.asked(test.expert(1), "key", "request", test.score(1, 0, "20"));
        test.accepted(PersonId.HOUSE, OUTAGE);
        var again = test.asked(test.expert(1), "key", "request", test.score(1, 0, "20"));
        assertTrue(again instanceof conclave.meeting.event.Decision.Repeated, again::toString);
    }

    @Test
    void onlySecretaryAndChairOfTheRoomResumeItAndOnlyTheHousePausesAll() {
        test.scoring().accepted(PersonId.HOUSE, OUTAGE);
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), RESUME);
        test.refused(Code.NOT_PERMITTED, test.expert(1), RESUME);
        test.refused(Code.NOT_PERMITTED, PersonId.HOUSE, RESUME);
        test.refused(Code.NOT_PERMITTED, test.secretary(), OUTAGE);
        test.refused(Code.NOT_PERMITTED, PersonId.HOUSE, new PauseRooms(PauseReason.BY_SECRETARY));
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), new PauseRoom(TestPackage.room(1)));
        test.accepted(test.chair(), RESUME);
        test.refused(Code.ROOM_NOT_PAUSED, test.secretary(), RESUME);
    }

    @Test
    void aPauseEndsWithItsHalfDay() {
        test.scoring().accepted(PersonId.HOUSE, OUTAGE);
        test.sittingClosed(1).sittingOpened(1, Half.AFTERNOON);
        assertTrue(test.now().floor().pause(TestPackage.room(1)).isEmpty());
    }

    @Test
    void thePauseDoesNotCountForWhoeverWasAskedIn() {
        test.scoring().accepted(test.secretary(), new CallApplicant(test.round(), test.applicant(1)));
        var called = test.clock();
        test.later(60_000).accepted(PersonId.HOUSE, OUTAGE);
        test.later(600_000).accepted(test.secretary(), RESUME);
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        assertEquals(called + 601_000, round.called().get(test.applicant(1)).orElseThrow());
    }
}
