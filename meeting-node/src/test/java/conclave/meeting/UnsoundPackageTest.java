package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Item;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Threshold.Share;
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
        assertEquals("twice", piece(new Item.ScoreSheet(TestPackage.engineering())).facts().get("wrong"));
    }

    @Test
    void twoPeopleDoNotShareACard() {
        var twin = new Item.Person(STRANGER, "A-9", List.of(), Optional.empty(), new conclave.meeting.event.Ciphertext("sealed"),
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
        items.add(new Item.Person(STRANGER, "A-9", both, Optional.empty(), new conclave.meeting.event.Ciphertext("sealed"), "hash"));
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
        for (var share : List.of(new Share(2, 0, false), new Share(3, 2, false), new Share(-1, 2, false),
                new Share(1_000_000_000, 2_000_000_000, false))) {
            var p = TestPackage.TWO_THIRDS;
            var profile = new Profile("p", 1, "规则", share, p.passing(), p.denominator(), 3, 3, p.committeeParity(), false, 5, 9, p.swap());
            assertEquals("profile", completing(SOUND.by(profile).items()).facts().get("wrong"));
        }
    }

    @Test
    void aScaleBelowThePointIsRefused() {
        for (var scale : new int[] {-1, 9}) {
            assertEquals("mode", completing(SOUND.by(TestPackage.scoring(Stage.Method.MEAN, scale)).items()).facts().get("wrong"));
        }
    }

    /** A whole mode, in which one thing cannot be: whatever the check calls an error keeps the meeting from beginning. */
    @Test
    void aModeThatCannotBeHeldNeverBecomesAMeeting() {
        wrong("mode cut-before-scores stages[0]", SOUND.by(new Mode("m", 1, "先限后评", "m", 2, List.of(new Stage.Cut("cut", "线", Stage.Body.PANEL,
                Optional.of(BigDecimal.ONE), Optional.empty(), Optional.empty(), Optional.empty(), Stage.Effect.STAY, Stage.Ties.SHARED), new Stage.SignOff("s", "签字")))));
        wrong("mode sign-off-missing stages", SOUND.by(new Mode("m", 1, "无签字", "m", 2, List.of(new Stage.AutoScore("auto", "计分"), Stages.scoring()))));
        wrong("mode panel-after-plenary stages[3].body", SOUND.by(TestPackage.mode(2,
                Stages.voting("vote", Stage.Secrecy.NAMED, new Stage.Entrants.Undecided()), Stages.scoring())));
        wrong("sheetStages nothing-to-mark stages[2]", SOUND.by(TestPackage.counted()));
        wrong("sheetStages nobody-marks sheet.indicators[0].children[0]", SOUND.by(Stages.ballot(Stage.Secrecy.NAMED)));
    }

    /** Six and six under a cap of ten: what the first stage was worth would depend on the second. */
    @Test
    void marksOfTwoStagesUnderOneCapStayOutside() {
        var scores = Stages.scoring();
        var then = new Stage.Scoring("then", "答辩", scores.body(), 0, scores.aggregation(), Optional.empty());
        var leaves = List.of(TestPackage.leaf("one", "6"), TestPackage.leaf("two", "6", Optional.of("then")));
        var mode = TestPackage.mode(2, scores, then);
        wrong("sheetStages stages-under-one-cap sheet.indicators[0]", SOUND.by(Stages.second(List.of(TestPackage.node("G", Kind.GROUP, "10", Optional.empty(), leaves)))).by(mode));
        TestMeeting.of(SOUND.by(Stages.second(List.of(TestPackage.node("G", Kind.GROUP, "12", Optional.empty(), leaves)))).by(mode));
    }

    private static void wrong(String expected, TestPackage pack) {
        var facts = completing(pack.items()).facts();
        assertEquals(expected, facts.get("wrong") + " " + facts.get("finding") + " " + facts.get("at"));
    }

    @Test
    void theChairMayBeAnExpertOfTheRoom() {
        var items = new ArrayList<>(SOUND.items());
        var grants = List.of(new Grant(Role.CHAIR, Optional.of(TestPackage.room(1))), new Grant(Role.EXPERT, Optional.of(TestPackage.room(1))));
        items.add(new Item.Person(STRANGER, "A-9", grants, Optional.empty(), new conclave.meeting.event.Ciphertext("sealed"), "hash"));
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
        items.replaceAll(item -> item instanceof Item.ScoreSheet ? new Item.ScoreSheet(new Sheet("A", 1, "表", "sheet", Optional.empty(),
                BigDecimal.TEN, BigDecimal.TEN, 2, List.of(), List.of(), List.of(leaves))) : item);
        return completing(items);
    }

    private static Refusal completing(List<Item> items) {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        test.accepted(PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", items));
        return test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new CompleteImport(TestMeeting.IMPORT, items.size(), "d1"));
    }

    private static Indicator leaf(String code, String min, String max, String step) {
        return new Indicator(code, "指标", "leaf", Kind.EXPERT, new BigDecimal(min), new BigDecimal(max), Optional.of(new BigDecimal(step)),
                Optional.empty(), Gathering.SUM, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
