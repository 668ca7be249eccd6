package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.Change;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.TransferEvent.SignedWithoutRound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** 没有人进入评审: that nobody of a room is left to decide on is a result, looked at and signed for like any other. */
class NobodyLeftTest {

    private static final Ciphertext WHY = new Ciphertext("why");

    /** The applicants of room 1 are all vetoed, those of room 2 are not. */
    private final TestMeeting test = TestMeeting.of(pack(2, a -> a.room().equals(TestPackage.room(1))));

    private static TestPackage pack(int rooms, Predicate<Item.Applicant> out) {
        return TestPackage.rooms(rooms, 3, 2).applicants(a -> out.test(a) ? vetoed(a, 1) : a);
    }

    static Item.Applicant vetoed(Item.Applicant a, int veto) {
        var given = new TreeMap<>(a.given());
        given.put("V", BigDecimal.valueOf(veto));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }

    private Agenda agenda(TestMeeting meeting, int room, PersonId person) {
        return Agenda.of(meeting.now(), TestPackage.room(room), person);
    }

    private static SignWithoutRound sign(int room) {
        return new SignWithoutRound(TestPackage.room(room));
    }

    @Test
    void theMeetingIsNotSealedBeforeTheChairHasSignedForIt() {
        scored(test, 2);
        assertEquals("{rooms=1号评议室}", test.refused(Code.ROOMS_NOT_SIGNED_OFF, test.secretary(), new SealMeeting()).facts().toString());
        var waiting = agenda(test, 1, test.secretary());
        assertEquals(Agenda.Step.AWAIT_SIGN_WITHOUT_ROUND, waiting.step());
        assertEquals("{candidates=2, failed=2}", waiting.facts().toString());
        assertEquals(Optional.empty(), waiting.action());
        assertEquals("{named=1号评议室, rooms=1}", agenda(test, 2, TestPackage.secretary(2)).facts().toString());
        assertEquals(Optional.of(Agenda.Action.SIGN_WITHOUT_ROUND), agenda(test, 1, test.chair()).action());
        var signed = (SignedWithoutRound) test.accepted(test.chair(), sign(1)).getFirst().event();
        assertEquals(List.of(test.applicant(1), test.applicant(2)), signed.applicants());
        assertEquals(test.chair(), test.now().ending().unheld().get(TestPackage.room(1)).orElseThrow().chair());
        assertEquals(Optional.of(Agenda.Action.SEAL_MEETING), agenda(test, 1, test.secretary()).action());
        test.sealed();
    }

    @Test
    void onlyTheRoomsOwnChairSignsAndOnlyOnce() {
        test.refused(Code.NOT_PERMITTED, test.secretary(), sign(1));
        test.refused(Code.NOT_PERMITTED, test.expert(1), sign(1));
        test.refused(Code.FOREIGN_ROOM, TestPackage.chair(2), sign(1));
        test.refused(Code.UNKNOWN_ROOM, test.chair(), sign(9));
        test.accepted(test.chair(), sign(1));
        test.refused(Code.ROUND_SIGNED_OFF, test.chair(), sign(1));
        test.gathered().refused(Code.ROUND_SIGNED_OFF, test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
    }

    @Test
    void whereSomebodyIsLeftTheRoomSitsFirst() {
        test.refused(Code.STAGES_NOT_FINISHED, TestPackage.chair(2), sign(2));
        scored(test, 2);
        test.refused(Code.ROUND_SIGNED_OFF, TestPackage.chair(2), sign(2));
    }

    @Test
    void aRoomThatStandsStillSignsNothing() {
        test.gathered().accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.refused(Code.ROOM_PAUSED, test.chair(), sign(1));
    }

    @Test
    void whereNobodyAppliedNobodySigns() {
        var meeting = Stages.nobodyIn(2, pack(2, _ -> false));
        assertEquals(new Agenda(Agenda.Step.NO_APPLICANTS, new TreeMap<>(), Optional.empty()), agenda(meeting, 2, TestPackage.secretary(2)));
        meeting.refused(Code.NOTHING_TO_SIGN, TestPackage.chair(2), sign(2));
        scored(meeting, 1);
        assertEquals(Optional.of(Agenda.Action.SEAL_MEETING), agenda(meeting, 2, TestPackage.secretary(2)).action());
        meeting.sealed();
    }

    @Test
    void theHallToWhichNobodyGotSignsAfterItsPanels() {
        var mode = TestPackage.mode(2, Stages.scoring(), Stages.voting("vote", Secrecy.NAMED, new Entrants.Undecided()));
        var meeting = TestMeeting.of(pack(2, _ -> true).by(mode).underOneHall());
        assertEquals(Agenda.Step.AWAIT_PANELS, agenda(meeting, 3, TestPackage.chair(3)).step());
        assertEquals("{rooms=2}", meeting.refused(Code.PANELS_NOT_SIGNED_OFF, TestPackage.chair(3), sign(3)).facts().toString());
        for (int room = 1; room <= 3; room++) meeting.accepted(TestPackage.chair(room), sign(room));
        // On a panel that goes on after all, its hall would stand no more.
        meeting.refused(Code.LATER_ROUND_STANDS, test.secretary(), new AskReopening(TestPackage.room(1), WHY));
        meeting.sealed();
    }

    @Test
    void aHallThatDecidesNothingInThisModeHasNothingToSign() {
        var meeting = TestMeeting.of(pack(1, _ -> true).underOneHall());
        meeting.accepted(TestPackage.chair(1), sign(1));
        assertEquals(Agenda.Step.WATCH, agenda(meeting, 2, TestPackage.chair(2)).step());
        meeting.refused(Code.NOTHING_TO_SIGN, TestPackage.chair(2), sign(2));
        meeting.sealed();
    }

    /** Without experts a mode of nothing but points passed every room by; what it came to is signed as well. */
    @Test
    void whatPointsAloneDecideIsSignedToo() {
        var meeting = TestMeeting.of(pack(1, _ -> false).by(TestPackage.mode(2)).by(TestPackage.counted()));
        meeting.refused(Code.ROOMS_NOT_SIGNED_OFF, meeting.secretary(), new SealMeeting());
        meeting.accepted(meeting.chair(), sign(1));
        meeting.sealed();
    }

    @Test
    void whoIsPutRightBeforeTheSignatureOpensTheRoomAgain() {
        corrected(test);
        assertEquals(Agenda.Step.OPEN_SITTING, agenda(test, 1, test.secretary()).step());
        test.refused(Code.STAGES_NOT_FINISHED, test.chair(), sign(1));
        test.scoring();
    }

    @Test
    void underTheSignatureNothingChanges() {
        test.accepted(test.chair(), sign(1));
        assertEquals("{room=rm_room0001, stands=signedOff}", test.refused(Code.AMENDMENT_TOO_LATE, test.secretary(), proposal(test)).facts().toString());
        test.accepted(test.secretary(), new ProposeSheet(Stages.withoutVeto(), WHY));
        test.accepted(test.chair(), new ApproveSheet("A", 2));
        test.refused(Code.ROUND_SIGNED_OFF, TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
    }

    @Test
    void twoPersonsReopenARoomThatNeverSat() {
        scored(test, 2);
        test.accepted(test.chair(), sign(1));
        test.sealed();
        test.accepted(test.secretary(), new AskReopening(TestPackage.room(1), WHY));
        test.refused(Code.SECOND_PERSON_NEEDED, test.secretary(), new ReopenRoom(TestPackage.room(1)));
        var reopened = (RoomReopened) test.accepted(TestPackage.REGISTRAR, new ReopenRoom(TestPackage.room(1))).getFirst().event();
        assertEquals(Optional.empty(), reopened.round());
        assertFalse(test.now().ending().isSealed());
        assertEquals(2, test.now().ending().edition());
        assertFalse(test.now().ending().unheld().has(TestPackage.room(1)));
        corrected(test);
        test.scoring();
    }

    /** Whoever is out or not, in however many rooms: sealed is what every room with applicants has signed for, and nothing else. */
    @Test
    void noMeetingIsSealedWhileARoomWithApplicantsHasNotSigned() {
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        for (long run = seed; run < seed + 60; run++) {
            var chance = new Random(run);
            var rooms = 1 + chance.nextInt(3);
            var out = new TreeSet<ApplicantId>();
            var meeting = TestMeeting.of(pack(rooms, a -> chance.nextInt(3) > 0 && out.add(a.id())));
            var lived = new Lived(meeting);
            for (int room = rooms; room > 0; room--) {
                meeting.refused(Code.ROOMS_NOT_SIGNED_OFF, TestPackage.REGISTRAR, new SealMeeting());
                if (out.contains(TestPackage.applicant(room, 1)) && out.contains(TestPackage.applicant(room, 2))) meeting.accepted(TestPackage.chair(room), sign(room));
                else scored(lived, room);
                assertTrue(meeting.now().floor().signedOff(TestPackage.room(room)), "seed " + run);
            }
            meeting.accepted(TestPackage.REGISTRAR, new SealMeeting());
        }
    }

    private static void scored(TestMeeting meeting, int room) {
        scored(new Lived(meeting), room);
    }

    private static void scored(Lived lived, int room) {
        lived.gathered(room).opened(room, "score");
        for (var one : lived.round(room).candidates()) lived.scored(room, Lived.written(one), "20", "20", "20");
        lived.counted(room).signedOff(room);
    }

    private static ProposeAmendment proposal(TestMeeting meeting) {
        var before = meeting.now().intake().register().orElseThrow().applicants().get(meeting.applicant(1)).orElseThrow();
        return new ProposeAmendment(Amended.id(1), Optional.empty(), List.of(new Change.ChangedDossier(1, vetoed(before, 0))), WHY);
    }

    private static void corrected(TestMeeting meeting) {
        meeting.accepted(meeting.secretary(), proposal(meeting));
        meeting.accepted(meeting.chair(), new ConfirmAmendment(Amended.id(1)));
    }
}
