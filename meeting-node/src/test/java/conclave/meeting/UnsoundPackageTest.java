package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Item.Indicator;
import conclave.meeting.event.Item.IndicatorKind;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.TransferCommand.SealMeeting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The core is the last to look at a package: what would make it count somebody twice or divide by nothing stays outside. */
class UnsoundPackageTest {

    private static final TestPackage SOUND = TestPackage.rooms(1, 3, 2);
    private static final PersonId STRANGER = new PersonId("per_stranger01");

    @Test
    void aMeetingThatWasNotFoundedTakesNoPackage() {
        var test = TestMeeting.notFounded();
        test.refused(Code.MEETING_NOT_IMPORTED, PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        test.refused(Code.MEETING_NOT_IMPORTED, PersonId.HOUSE, new SealMeeting());
    }

    @Test
    void anEmptyPieceIsNoPiece() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", List.of()));
    }

    @Test
    void anExpertWhoComesTwiceIsNotSeatedTwice() {
        var again = TestPackage.person(TestPackage.expert(1, 1), Role.EXPERT, Optional.of(TestPackage.room(1)));
        assertEquals("twice", piece(again).facts().get("wrong"));
        assertEquals("twice", piece(TestPackage.applying(1, 2)).facts().get("wrong"));
        assertEquals("twice", piece(TestPackage.sheet()).facts().get("wrong"));
    }

    @Test
    void twoPeopleDoNotShareACard() {
        var twin = new Item.Person(STRANGER, "A-9", List.of(), new conclave.meeting.event.Ciphertext("sealed"),
                "hash-of-" + TestPackage.expert(1, 1).value());
        assertEquals("twice", piece(twin).facts().get("wrong"));
    }

    @Test
    void anApplicantOfNoRoomIsNotLostOnTheWay() {
        assertEquals("unknownRoom", whole(TestPackage.applying(4, 1)).facts().get("wrong"));
        assertEquals("unknownRoom", whole(TestPackage.person(STRANGER, Role.SECRETARY, Optional.of(TestPackage.room(4)))).facts().get("wrong"));
    }

    @Test
    void nobodyJudgesInTwoRoomsOrInNone() {
        assertEquals("judgesNotInOneRoom", whole(TestPackage.person(STRANGER, Role.EXPERT, Optional.empty())).facts().get("wrong"));
        var both = List.of(new Grant(Role.EXPERT, Optional.of(TestPackage.room(1))), new Grant(Role.EXPERT, Optional.of(TestPackage.room(2))));
        var items = new ArrayList<>(TestPackage.rooms(2, 1, 1).items());
        items.add(new Item.Person(STRANGER, "A-9", both, new conclave.meeting.event.Ciphertext("sealed"), "hash"));
        assertEquals("judgesNotInOneRoom", completing(items).facts().get("wrong"));
    }

    @Test
    void aStepOfNothingIsFoundBeforeAnybodyScores() {
        assertEquals("sheet", with(leaf("ability", "0", "15", "0")).facts().get("wrong"));
        assertEquals("sheet", with(leaf("ability", "0", "15", "-0.5")).facts().get("wrong"));
        assertEquals("sheet", with(leaf("ability", "16", "15", "0.5")).facts().get("wrong"));
        assertEquals("sheet", with(leaf("能力", "0", "15", "0.5")).facts().get("wrong"));
        assertEquals("sheet", with(leaf("", "0", "15", "0.5")).facts().get("wrong"));
        assertEquals("sheet", with(leaf("a", "0", "15", "0.5"), leaf("a", "0", "15", "0.5")).facts().get("wrong"));
    }

    @Test
    void aQuorumOfNothingOverNothingIsRefused() {
        for (var profile : List.of(new Item.Profile("p", 2, 0), new Item.Profile("p", 3, 2), new Item.Profile("p", -1, 2),
                new Item.Profile("p", 1_000_000_000, 2_000_000_000))) {
            assertEquals("profile", completing(new TestPackage(1, 3, 1, SOUND.mode(), profile, a -> a).items()).facts().get("wrong"));
        }
    }

    @Test
    void aScaleBelowThePointIsRefused() {
        for (var scale : new int[] {-1, 9}) {
            var mode = new Item.Mode("m", "打分", List.of(), Item.Aggregate.MEAN, 5, scale);
            assertEquals("mode", completing(new TestPackage(1, 3, 1, mode, SOUND.profile(), a -> a).items()).facts().get("wrong"));
        }
    }

    @Test
    void theChairMayBeAnExpertOfTheRoom() {
        var items = new ArrayList<>(SOUND.items());
        var grants = List.of(new Grant(Role.CHAIR, Optional.of(TestPackage.room(1))), new Grant(Role.EXPERT, Optional.of(TestPackage.room(1))));
        items.add(new Item.Person(STRANGER, "A-9", grants, new conclave.meeting.event.Ciphertext("sealed"), "hash"));
        assertTrue(TestMeeting.founded().imported(items).now().intake().register().isPresent());
        assertEquals(new ApplicantId("apl_of0001x0001"), TestPackage.applicant(1, 1));
    }

    /** A sound package and one item more, in a piece of its own. */
    private static Refusal piece(Item more) {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        test.accepted(PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", SOUND.items()));
        return test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 2, "d1", "d2", List.of(more)));
    }

    private static Refusal whole(Item more) {
        var items = new ArrayList<>(SOUND.items());
        items.add(more);
        return completing(items);
    }

    private static Refusal with(Indicator... leaves) {
        var items = new ArrayList<>(SOUND.items());
        items.replaceAll(item -> item instanceof Item.Sheet
                ? new Item.Sheet("A", "表", "sheet", BigDecimal.TEN, BigDecimal.TEN, List.of(leaves)) : item);
        return completing(items);
    }

    private static Refusal completing(List<Item> items) {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        test.accepted(PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", items));
        return test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new CompleteImport(TestMeeting.IMPORT, items.size(), "d1"));
    }

    private static Indicator leaf(String code, String min, String max, String step) {
        return new Indicator(code, "指标", "leaf", IndicatorKind.EXPERT, new BigDecimal(min), new BigDecimal(max),
                Optional.of(new BigDecimal(step)), List.of());
    }
}
