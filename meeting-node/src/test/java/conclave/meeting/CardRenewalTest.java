package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.RenewCard;
import conclave.meeting.intake.Register;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 补发登录卡: whoever finds the lost card finds a dead one, and whoever lost it has lost nothing else. */
class CardRenewalTest {

    private static final TestPackage PACK = TestPackage.rooms(2, 3, 2).withAlternates(1);

    private static RenewCard renewal(PersonId who, String hash) {
        return new RenewCard(who, new Ciphertext("sealed anew"), hash, Optional.empty());
    }

    private static Register register(TestMeeting test) {
        return test.now().intake().register().orElseThrow();
    }

    @Test
    void theOldCodeIsNobodysAndTheNewOneIsTheSamePersons() {
        var test = TestMeeting.of(PACK).scoring();
        var expert = test.expert(1);
        var before = register(test).people().get(expert).orElseThrow();
        test.accepted(test.secretary(), renewal(expert, "new"));
        assertEquals(Optional.empty(), register(test).codes().get(before.codeHash()));
        assertEquals(Optional.of(expert), register(test).codes().get("new"));
        var after = register(test).people().get(expert).orElseThrow();
        assertEquals("sealed anew", after.identity().value());
        assertEquals(before.grants(), after.grants());
        assertEquals(before.seat(), after.seat());
    }

    @Test
    void whoeverIsSignedInWithTheOldCardIsSignedOutAndComesBackToWhatWasDone() {
        var test = TestMeeting.of(PACK).scoring().given(1, 1, "10");
        test.accepted(test.secretary(), renewal(test.expert(1), "new"));
        assertTrue(test.now().floor().sessions().get(test.expert(1)).isEmpty());
        assertTrue(test.now().floor().sessions().get(test.expert(2)).isPresent());
        assertTrue(test.now().floor().present(TestPackage.room(1), test.expert(1)), "who sat there sits there still");
        test.signedIn(test.expert(1)).given(1, 2, "11");
        assertEquals(1, test.now().floor().rounds().get(test.round()).orElseThrow().revision(test.applicant(1), test.expert(1)));
    }

    @Test
    void thoseWhoRunTheRoomOrderItAndNobodyElseDoes() {
        var test = TestMeeting.of(PACK);
        test.refused(Code.NOT_PERMITTED, test.expert(1), renewal(test.expert(1), "a"));
        test.refused(Code.NOT_PERMITTED, TestPackage.SUPERVISOR, renewal(test.expert(1), "a"));
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), renewal(test.expert(1), "a"));
        test.refused(Code.FOREIGN_ROOM, TestPackage.chair(2), renewal(test.expert(1), "a"));
        test.refused(Code.UNKNOWN_PERSON, test.secretary(), renewal(TestPackage.NOBODY, "a"));
        test.accepted(test.chair(), renewal(test.secretary(), "a"));
        test.accepted(test.secretary(), renewal(TestPackage.alternate(1, 1), "b"));
    }

    /** Nobody in a room can shut out those who watch over it. */
    @Test
    void whoHasNoRoomGetsAnotherCardAtTheServerOnly() {
        var test = TestMeeting.of(PACK);
        test.refused(Code.FOREIGN_ROOM, test.secretary(), renewal(TestPackage.SUPERVISOR, "a"));
        test.accepted(PersonId.HOUSE, renewal(TestPackage.SUPERVISOR, "a"));
        test.accepted(PersonId.HOUSE, renewal(test.expert(1), "b"));
    }

    @Test
    void aCodeThatSomebodyHasIsNobodyElses() {
        var test = TestMeeting.of(PACK);
        var taken = register(test).people().get(test.expert(2)).orElseThrow().codeHash();
        test.refused(Code.CODE_IN_USE, test.secretary(), renewal(test.expert(1), taken));
        test.accepted(test.secretary(), renewal(test.expert(1), "a"));
        test.refused(Code.CODE_IN_USE, test.secretary(), renewal(test.expert(1), "a"));
    }

    @Test
    void aRoomThatStandsStillDoesNotWaitWithIt() {
        var test = TestMeeting.of(PACK).scoring();
        test.accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        test.accepted(test.secretary(), renewal(test.expert(1), "a"));
    }
}
