package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.intake.Intake;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportTest {

    private static final ImportId FIRST = new ImportId("imp_first000");
    private static final ImportId SECOND = new ImportId("imp_second00");
    private static final List<Item> ITEMS = TestPackage.rooms(1, 3, 2).items();

    @Test
    void halfAnImportIsVisibleToNobody() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(FIRST));
        test.accepted(PersonId.HOUSE, new ImportItems(FIRST, 1, "", "d1", ITEMS.subList(0, 9)));
        assertTrue(test.now().intake().register().isEmpty());
        test.refused(Code.MEETING_NOT_IMPORTED, test.secretary(), test.signIn(test.secretary(), "t"));
        test.accepted(PersonId.HOUSE, new ImportItems(FIRST, 2, "d1", "d2", ITEMS.subList(9, ITEMS.size())));
        assertTrue(test.now().intake().register().isEmpty());
        test.accepted(PersonId.HOUSE, new CompleteImport(FIRST, ITEMS.size(), "d2"));
        assertEquals(3, test.now().intake().register().orElseThrow().expertsOf(TestPackage.room(1)).size());
        test.signedIn(test.secretary());
    }

    @Test
    void aPieceThatComesOutOfOrderIsRefused() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(FIRST));
        test.refused(Code.IMPORT_OUT_OF_ORDER, PersonId.HOUSE, new ImportItems(FIRST, 2, "", "d", ITEMS));
        test.accepted(PersonId.HOUSE, new ImportItems(FIRST, 1, "", "d1", ITEMS.subList(0, 3)));
        test.refused(Code.IMPORT_OUT_OF_ORDER, PersonId.HOUSE, new ImportItems(FIRST, 1, "", "d1", ITEMS.subList(3, 5)));
        test.refused(Code.IMPORT_OUT_OF_ORDER, PersonId.HOUSE, new ImportItems(FIRST, 2, "another", "d2", ITEMS.subList(3, 5)));
    }

    @Test
    void anImportBegunAgainAfterAFallForgetsTheFirstAttempt() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(FIRST));
        test.accepted(PersonId.HOUSE, new ImportItems(FIRST, 1, "", "d1", ITEMS.subList(0, 9)));
        test.accepted(PersonId.HOUSE, new BeginImport(SECOND));
        test.refused(Code.IMPORT_NOT_BEGUN, PersonId.HOUSE, new ImportItems(FIRST, 2, "d1", "d2", ITEMS.subList(9, 10)));
        test.accepted(PersonId.HOUSE, new ImportItems(SECOND, 1, "", "d9", ITEMS));
        test.accepted(PersonId.HOUSE, new CompleteImport(SECOND, ITEMS.size(), "d9"));
        assertEquals(2, test.now().intake().register().orElseThrow().applicantsOf(TestPackage.room(1)).size());
    }

    @Test
    void anImportThatLostAPieceOnTheWayIsNotCompleted() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(FIRST));
        test.accepted(PersonId.HOUSE, new ImportItems(FIRST, 1, "", "d1", ITEMS));
        test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new CompleteImport(FIRST, ITEMS.size() + 1, "d1"));
        test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new CompleteImport(FIRST, ITEMS.size(), "another"));
        test.accepted(PersonId.HOUSE, new CompleteImport(FIRST, ITEMS.size(), "d1"));
    }

    @Test
    void aPackageWithoutASheetIsNoMeeting() {
        var without = ITEMS.stream().filter(item -> !(item instanceof Item.ScoreSheet)).toList();
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(FIRST));
        test.accepted(PersonId.HOUSE, new ImportItems(FIRST, 1, "", "d1", without));
        test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new CompleteImport(FIRST, without.size(), "d1"));
    }

    @Test
    void aSecondPackageDoesNotReplaceTheFirst() {
        var test = TestMeeting.roomOf(3, 2);
        test.refused(Code.ALREADY_IMPORTED, PersonId.HOUSE, new BeginImport(SECOND));
        test.refused(Code.IMPORT_NOT_BEGUN, PersonId.HOUSE, new ImportItems(SECOND, 1, "", "d", ITEMS));
    }

    @Test
    void aMeetingIsFoundedOnce() {
        var test = TestMeeting.founded();
        test.refused(Code.ALREADY_FOUNDED, PersonId.HOUSE, new FoundMeeting(new MeetingId("mtg_another01"), Meeting.RULES));
        assertEquals(TestMeeting.ID, test.now().intake().meeting().orElseThrow());
        assertEquals(new MeetingFounded(TestMeeting.ID, Meeting.RULES), test.facts().getFirst().event());
    }

    @Test
    void thatOneNodeGoesOnAloneStandsInTheRecordOnceForEachDecisionAndWithItsTime() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new ContinueAlone("one", "key"));
        test.refused(Code.ALREADY_ALONE, PersonId.HOUSE, new ContinueAlone("one", "key"));
        test.accepted(PersonId.HOUSE, new ContinueAlone("two", "key"));
        assertEquals(List.of("one", "two"), test.now().intake().alone().stream().map(Intake.Alone::decision).toList());
        assertEquals(test.facts().getLast().at(), test.now().intake().alone().getLast().at());
    }

    @Test
    void aRehearsalCannotPassForARealMeeting() {
        assertTrue(new MeetingId("reh_00000001").rehearsal());
        assertFalse(new MeetingId("mtg_00000001").rehearsal());
        for (var name : List.of("", "mtg_", "mtg_short", "rm_000000001", "mtg_0000000A", "mtg_00000001 ", "mtg_" + "0".repeat(60))) {
            assertThrows(IllegalArgumentException.class, () -> new MeetingId(name), name);
        }
    }

    @Test
    void anExpertOfOneRoomIsAStrangerInAnother() {
        var register = TestMeeting.of(TestPackage.rooms(2, 3, 1)).now().intake().register().orElseThrow();
        assertEquals(Optional.of(TestPackage.room(2)), register.judgesIn(TestPackage.expert(2, 1)));
        assertEquals(Optional.empty(), register.judgesIn(TestPackage.secretary(1)));
        assertEquals(3, register.expertsOf(TestPackage.room(2)).size());
    }
}
