package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TallyEvent.TallyComputed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules are changed while people score: what still holds stays, what does not goes back, and the old sheet stays in the record. */
class SheetChangeTest {

    /** Ability up to 10 and no longer 15: who gave more must think again. */
    private static final Sheet LOWER = ChangedSheets.reaching("ability", "10", "35");

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    /** Everybody's scores are read by what was made of the sheet when it came into force. */
    @Test
    void aSheetIsReadOnceUntilAnotherTakesItsPlace() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        var read = test.now().book().read(TestPackage.engineering());
        test.given(1, 1, "20").given(2, 1, "20").accepted(TestPackage.REGISTRAR, new ProposeSheet(LOWER, new Ciphertext("a printing error")));
        test.accepted(test.chair(), new ApproveSheet("A", 2));
        assertSame(read, test.now().book().read(TestPackage.engineering()));
        test.accepted(TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
        assertEquals("A 2", test.now().book().read(LOWER).toString());
    }

    @Test
    void twoOthersMustAgree() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        test.accepted(TestPackage.REGISTRAR, new ProposeSheet(LOWER, new Ciphertext("a printing error")));
        test.refused(Code.ALREADY_APPROVED, TestPackage.REGISTRAR, new ApproveSheet("A", 2));
        test.refused(Code.SHEET_NOT_PROPOSED, test.chair(), new ApproveSheet("A", 3));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new ApproveSheet("A", 2));
        assertEquals(List.of("SheetApproved"), kinds(test.accepted(test.chair(), new ApproveSheet("A", 2))));
        test.refused(Code.ALREADY_APPROVED, test.chair(), new ApproveSheet("A", 2));
        assertEquals(1, test.now().book().sheets().get("A").orElseThrow().version());
        assertEquals(List.of("SheetApproved", "SheetReplaced", "ApplicantCounted"), kinds(test.accepted(TestPackage.SUPERVISOR, new ApproveSheet("A", 2))));
        assertEquals(2, test.now().book().sheets().get("A").orElseThrow().version());
        test.refused(Code.SHEET_NOT_PROPOSED, TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
        assertTrue(test.facts().stream().anyMatch(fact -> fact.event() instanceof ItemImported(_, _, _, Item.ScoreSheet old) && old.sheet().version() == 1));
    }

    @Test
    void whatTheNewSheetUnderstandsStandsAndTheRestGoesBackFilledIn() {
        var test = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, "8", "20", "30").givenByAll(2, "10", "9", "8");
        var preview = SheetPreview.of(test.now(), LOWER);
        assertEquals(Optional.empty(), preview.refused());
        var returned = replaced(test, LOWER).stream().filter(ScoreReturned.class::isInstance).map(ScoreReturned.class::cast).toList();
        assertEquals(returned, preview.returned());
        assertEquals(List.of(test.expert(2), test.expert(3)), returned.stream().map(ScoreReturned::expert).toList());
        // 20 was ability 15 and contribution 5; the 15 is too much now.
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        assertEquals(Map.of("contribution", "5", "defence", "0"), round.draft(test.applicant(1), test.expert(2)).orElseThrow().marks());
        assertTrue(round.standing(test.applicant(1), test.expert(1)).isPresent());
        assertFalse(round.standing(test.applicant(1), test.expert(2)).isPresent());
        assertEquals(3, round.sheets().scores().get(test.applicant(2)).orElseThrow().values().stream().filter(score -> !score.voided()).count());
        test.refused(Code.SCORES_MISSING, test.secretary(), test.closing());
        test.refused(Code.MARK_OUT_OF_RANGE, test.expert(2), test.score(1, 1, "20"));
    }

    @Test
    void whatAnExpertIsWritingIsNotWrittenOver() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "20", "20");
        var mine = new TreeMap<>(Map.of("ability", "9.5"));
        test.accepted(test.expert(1), new SaveDraft(test.round(), test.applicant(1), 1, mine, Optional.empty()));
        replaced(test, LOWER);
        assertEquals(mine, test.now().floor().rounds().get(test.round()).orElseThrow().draft(test.applicant(1), test.expert(1)).orElseThrow().marks());
    }

    /** A1 may count 20 at most: 50 becomes 20, and the first is the second. */
    @Test
    void whatARoomHasCountedIsCountedAgainInTheSameBreath() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 2).applicants(a -> counted(a, a.id().equals(TestPackage.applicant(1, 1)) ? "50" : "18")));
        test.scoring().givenByAll(1, "10", "10", "10").givenByAll(2, "15", "15", "15").closed().tallied();
        assertEquals(Optional.of(1), test.row(1).rank());
        var sheet = ChangedSheets.reaching("A1", "20", "40");
        var preview = SheetPreview.of(test.now(), sheet);
        assertEquals(List.of("apl_of0001x0001 50 → 20"), preview.lines().stream().filter(SheetPreview.Line::changes)
                .map(line -> line.applicant().value() + " " + line.before().automatic() + " → " + line.after().automatic()).toList());
        assertEquals(List.of("apl_of0001x0002 2 → 1", "apl_of0001x0001 1 → 2"), changes(preview.ranks()));
        assertEquals("60.00 → 30.00", preview.lines().getFirst().rowBefore().flatMap(Row::total).orElseThrow() + " → "
                + preview.lines().getFirst().rowAfter().flatMap(Row::total).orElseThrow());
        var events = replaced(test, sheet);
        assertTrue(events.getLast() instanceof TallyComputed);
        assertEquals("30.00", test.row(1).total().orElseThrow().toPlainString());
        assertEquals(Optional.of(2), test.row(1).rank());
        test.signedOff().sealed();
        assertEquals(2, test.facts().stream().filter(fact -> fact.event() instanceof TallyComputed).count());
    }

    /** 15, 5 and 0 were 20 together. With the weights 0.5, 0.3 and 0.2 they are 9, though no mark has changed. */
    @Test
    void marksThatStandAreSummedByTheSheetInForce() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "20", "20").closed().tallied();
        assertEquals("20.00", test.row(1).total().orElseThrow().toPlainString());
        var weighted = ChangedSheets.changed(one -> switch (one.code()) {
            case "A5" -> ChangedSheets.weighted(one, "14");
            case "ability" -> ChangedSheets.weighing(one, "0.5");
            case "contribution" -> ChangedSheets.weighing(one, "0.3");
            case "defence" -> ChangedSheets.weighing(one, "0.2");
            default -> one;
        });
        replaced(test, weighted);
        assertEquals("9.00", test.row(1).total().orElseThrow().toPlainString());
    }

    /** 10 counted, 10 marked and 3 taken off are 17 and below the line of 18; with 1 taken off they are 19 and above it. */
    @Test
    void whomACutHadFailedComesToItAgain() {
        var cut = new Stage.Cut("cut", "入围", Stage.Body.PANEL, Optional.of(new BigDecimal(18)), Optional.empty(), Optional.empty(), Optional.empty(),
                Stage.Effect.STAY, Stage.Ties.SHARED);
        var mode = TestPackage.mode(2, Stages.scoring(), cut, Stages.voting("vote", Secrecy.NAMED, new Entrants.Undecided()));
        var lived = new Lived(TestPackage.rooms(1, 3, 2).by(mode).applicants(a -> a.order() == 1 ? given(a, "A1", "10", "deduction", "3") : counted(a, "10")));
        lived.gathered(1).opened(1, "score").scored(1, "1.1", "10", "10", "10").scored(1, "1.2", "10", "10", "10").counted(1).ended("1.1 FAIL", "1.2 STAY");
        replaced(lived.test(), ChangedSheets.changed(one -> one.code().equals("deduction") ? ChangedSheets.reaching(one, "1") : one));
        lived.ended("1.1 STAY", "1.2 STAY").ranked(1, "cut", "1.2 1 20.00", "1.1 2 19.00").opened(1, "vote", "1.1", "1.2");
    }

    @Test
    void aClosedRoundMustBeReopenedBeforeScoresGoBack() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "20", "20").closed().tallied();
        Stages.proposed(test, LOWER);
        assertEquals("{returned=3}", test.refused(Code.ROUND_CLOSED, TestPackage.SUPERVISOR, new ApproveSheet("A", 2)).facts().toString());
        assertEquals(Code.ROUND_CLOSED, SheetPreview.of(test.now(), LOWER).refused().orElseThrow().code());
        test.accepted(test.secretary(), new ReopenRound(test.round(), new Ciphertext("another sheet")));
        test.accepted(TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
        test.given(1, 1, "10").given(2, 1, "10").given(3, 1, "10").closed().tallied().signedOff();
    }

    @Test
    void whatIsSignedIsNotRewritten() {
        var test = TestMeeting.of(TestPackage.rooms(2, 3, 1)).scoring().givenByAll(1, "1", "1", "1").closed().tallied().signedOff();
        Stages.proposed(test);
        test.refused(Code.ROUND_SIGNED_OFF, TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
    }

    @Test
    void whoHasVotedHasVotedOnWhatStoodThere() {
        var mode = TestPackage.mode(2, Stages.scoring(), Stages.voting("vote", Secrecy.NAMED, new Entrants.Undecided()));
        var lived = new Lived(TestPackage.rooms(1, 3, 1).by(mode)).gathered(1).opened(1, "score").scored(1, "1.1", "1", "1", "1").counted(1);
        Stages.proposed(lived.test());
        lived.opened(1, "vote");
        lived.test().refused(Code.BALLOT_STANDS, TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
    }

    @Test
    void anUnsoundSheetIsNotEvenProposed() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        var facts = test.refused(Code.SHEET_UNSOUND, test.secretary(), new ProposeSheet(ChangedSheets.reaching("ability", "-1", "40"), new Ciphertext("why"))).facts();
        assertEquals("sheet", facts.get("wrong"));
        assertEquals(Code.SHEET_UNSOUND, SheetPreview.of(test.now(), TestPackage.engineering()).refused().orElseThrow().code());
    }

    /**
     * However scores came about, in the end only the sheet in force counts: a room whose sheet was replaced half-way counts what a
     * room counts that had the new sheet from the beginning.
     */
    @Test
    void aSheetReplacedHalfWayCountsAsIfItHadBeenThereFromTheBeginning() {
        for (long run = seed; run < seed + 200; run++) {
            var chance = new Random(run);
            var sheet = chance.nextBoolean() ? ChangedSheets.reaching("A1", Integer.toString(1 + chance.nextInt(60)), "40")
                    : ChangedSheets.reaching("ability", "10", "35");
            var points = new String[3];
            for (int i = 0; i < 3; i++) points[i] = Integer.toString(chance.nextInt(36));
            var pack = TestPackage.rooms(1, 3, 1).applicants(a -> counted(a, "40"));
            var half = TestMeeting.of(pack).scoring();
            for (int expert = 1; expert <= chance.nextInt(4); expert++) half.given(expert, 1, points[expert - 1]);
            replaced(half, sheet);
            assertEquals(row(TestMeeting.of(pack.by(sheet)).scoring(), points), row(half, points), "seed " + run);
        }
    }

    /** Everybody gives what they want to give, where it does not stand already; by the sheet as it is. */
    private static Row row(TestMeeting test, String... points) {
        for (int expert = 1; expert <= points.length; expert++) {
            var round = test.now().floor().rounds().get(test.round()).orElseThrow();
            var marks = marks(test.now(), points[expert - 1]);
            test.accepted(test.expert(expert), new SubmitScore(test.round(), test.applicant(1),
                    round.revision(test.applicant(1), test.expert(expert)), marks, Optional.empty()));
        }
        return test.closed().tallied().row(1);
    }

    private static TreeMap<String, String> marks(Meeting meeting, String points) {
        var left = new BigDecimal(points);
        var marks = new TreeMap<String, String>();
        for (var leaf : meeting.book().sheets().get("A").orElseThrow().indicators().getFirst().children()) {
            marks.put(leaf.code(), left.min(leaf.max()).toPlainString());
            left = left.subtract(left.min(leaf.max()));
        }
        return marks;
    }

    /** Proposed and approved by two; what followed. */
    private static List<Event> replaced(TestMeeting test, Sheet sheet) {
        Stages.proposed(test, sheet);
        return test.accepted(TestPackage.SUPERVISOR, new ApproveSheet("A", 2)).stream().map(Fact::event).toList();
    }

    private static List<String> kinds(List<Fact> facts) {
        return facts.stream().map(fact -> fact.event().getClass().getSimpleName()).toList();
    }

    static List<String> changes(List<RankChange> changes) {
        return changes.stream().map(change -> change.applicant().value() + " " + change.rankBefore().map(String::valueOf).orElse("–") + " → "
                + change.rankAfter().map(String::valueOf).orElse("–")).toList();
    }

    private static Item.Applicant counted(Item.Applicant a, String points) {
        return given(a, "A1", points);
    }

    /** Codes and points by turns. */
    private static Item.Applicant given(Item.Applicant a, String... points) {
        var given = new TreeMap<String, BigDecimal>();
        for (int i = 0; i < points.length; i += 2) given.put(points[i], new BigDecimal(points[i + 1]));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }
}
