package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Change;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.SubmitScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 现场变更 and 更正包: what is changed while people score, who must agree, and what becomes of the scores that were given before. */
class AmendmentTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void oneProposesAndAnotherConfirms() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        test.refused(Code.NOT_PERMITTED, test.expert(1), proposal(test, Amended.refiled(test, 1)));
        assertEquals(List.of("AmendmentProposed"), kinds(test.accepted(test.secretary(), proposal(test, Amended.refiled(test, 1)))));
        assertEquals(1, version(test, 1));
        test.refused(Code.NOT_A_SECOND_PERSON, test.secretary(), new ConfirmAmendment(Amended.id(1)));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new ConfirmAmendment(Amended.id(1)));
        assertEquals(List.of("AmendmentConfirmed", "DossierChanged", "ApplicantCounted"), kinds(test.accepted(test.chair(), new ConfirmAmendment(Amended.id(1)))));
        assertEquals(2, version(test, 1));
        var inForce = test.now().intake().amendments().all().getFirst();
        assertEquals(List.of(test.secretary(), test.chair()), inForce.signed());
        assertEquals(1, inForce.fresh().size());
        assertInstanceOf(Decision.Repeated.class, test.asked(TestPackage.SUPERVISOR, new ConfirmAmendment(Amended.id(1))));
        assertEquals(2, version(test, 1));
    }

    /** Made at the venue and brought on a stick, it bears nobody's signature yet. */
    @Test
    void aPackageOfTheVenueIsSignedByTwoPersons() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        var brought = new ProposeAmendment(Amended.id(1), Optional.of("pkg_v"), List.of(Amended.refiled(test, 1)), new Ciphertext(""));
        test.refused(Code.NOT_PERMITTED, test.secretary(), brought);
        test.accepted(PersonId.HOUSE, brought);
        assertEquals(List.of("AmendmentConfirmed"), kinds(test.accepted(test.secretary(), new ConfirmAmendment(Amended.id(1)))));
        assertEquals(1, version(test, 1));
        test.refused(Code.NOT_A_SECOND_PERSON, test.secretary(), new ConfirmAmendment(Amended.id(1)));
        test.accepted(TestPackage.SUPERVISOR, new ConfirmAmendment(Amended.id(1)));
        assertEquals(2, version(test, 1));
    }

    @Test
    void whoIsInChargeOfAnotherRoomIsNotAsked() {
        var test = TestMeeting.of(TestPackage.rooms(2, 3, 1)).scoring();
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), proposal(test, Amended.refiled(test, 1)));
        test.accepted(test.secretary(), proposal(test, Amended.refiled(test, 1)));
        test.refused(Code.FOREIGN_ROOM, TestPackage.chair(2), new ConfirmAmendment(Amended.id(1)));
        test.accepted(TestPackage.REGISTRAR, new WithdrawAmendment(Amended.id(1)));
        test.refused(Code.AMENDMENT_UNKNOWN, test.chair(), new ConfirmAmendment(Amended.id(1)));
    }

    /** A line of the record goes to whom it concerns, also when all is signed and somebody only asks again. */
    @Test
    void whoMayNotSignIsRefusedAfterwardsAsBefore() {
        var test = TestMeeting.of(TestPackage.rooms(2, 3, 1)).scoring();
        amended(test, Amended.refiled(test, 1));
        test.refused(Code.FOREIGN_ROOM, TestPackage.chair(2), new ConfirmAmendment(Amended.id(1)));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new ConfirmAmendment(Amended.id(1)));
        assertInstanceOf(Decision.Repeated.class, test.asked(test.chair(), new ConfirmAmendment(Amended.id(1))));
    }

    /** Three scores stand; with another file none does, and each lies filled in before whoever gave it. */
    @Test
    void scoresGoBackFilledInAndCountAgainWhenTheyAreConfirmed() {
        var test = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, "20", "20", "30").givenByAll(2, "1", "2", "3");
        assertEquals(List.of("AmendmentConfirmed", "DossierChanged", "ApplicantCounted", "ScoreReturned", "ScoreReturned", "ScoreReturned"),
                kinds(amended(test, Amended.refiled(test, 1))));
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        assertEquals(Map.of("ability", "15", "contribution", "5", "defence", "0"), round.draft(test.applicant(1), test.expert(1)).orElseThrow().marks());
        assertTrue(round.standing(test.applicant(2), test.expert(1)).isPresent());
        assertEquals("{missing=3}", test.refused(Code.SCORES_MISSING, test.secretary(), test.closing()).facts().toString());
        assertEquals("{seen=1, version=2}", test.refused(Code.DOSSIER_CHANGED, test.expert(1), test.score(1, 1, "20")).facts().toString());
        for (int expert = 1; expert <= 3; expert++) test.accepted(test.expert(expert), seen(test, expert, 1, expert == 3 ? "10" : "20", 2));
        assertEquals("16.67", test.closed().tallied().row(1).expert().orElseThrow().toPlainString());
    }

    /** Begun before the correction, sent after it: the laptop had shown another file. */
    @Test
    void whoHadTheOldFileOpenIsToldInsteadOfCounted() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        amended(test, Amended.refiled(test, 1));
        test.refused(Code.DOSSIER_CHANGED, test.expert(1), test.score(1, 0, "20"));
        test.refused(Code.DOSSIER_CHANGED, test.expert(1), seen(test, 1, 1, "20", 3));
        test.accepted(test.expert(1), seen(test, 1, 1, "20", 2));
    }

    @Test
    void somebodyLateIsDealtWithLastInTheRoundThatIsOpen() {
        var test = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, "20", "20", "20").givenByAll(2, "10", "10", "10");
        var late = Amended.late(test.now().walk().register(), 1, 3);
        var facts = amended(test, late);
        assertEquals(new CandidateJoined(test.round(), test.applicant(3)), facts.getLast().event());
        test.refused(Code.SCORES_MISSING, test.secretary(), test.closing());
        test.givenByAll(3, "40", "40", "40").closed().tallied();
        assertEquals(Optional.of(1), test.row(3).rank());
        assertEquals(3, test.now().tallies().of().get(test.round()).orElseThrow().rows().size());
        test.signedOff().sealed();
    }

    @Test
    void beforeTheRoomBeginsTheyComeWithTheOthers() {
        var test = TestMeeting.roomOf(3, 1);
        amended(test, Amended.late(test.now().walk().register(), 1, 2));
        test.gathered().accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        assertEquals(List.of(test.applicant(1), test.applicant(2)), test.now().floor().rounds().get(test.round()).orElseThrow().candidates());
    }

    @Test
    void aClosedRoundIsReopenedFirst() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "20", "20").closed().tallied();
        test.refused(Code.REOPEN_FIRST, test.secretary(), proposal(test, Amended.refiled(test, 1)));
        test.refused(Code.REOPEN_FIRST, test.secretary(), proposal(test, Amended.late(test.now().walk().register(), 1, 2)));
        test.accepted(test.secretary(), new ReopenRound(test.round(), new Ciphertext("a wrong file")));
        amended(test, Amended.refiled(test, 1), Amended.late(test.now().walk().register(), 1, 2));
        for (int expert = 1; expert <= 3; expert++) test.accepted(test.expert(expert), seen(test, expert, 1, "10", 2));
        assertEquals("10.00", test.givenByAll(2, "20", "20", "20").closed().tallied().row(1).expert().orElseThrow().toPlainString());
    }

    /** What has changed between the two signatures was not what the first one signed. */
    @Test
    void whatWasMadeForAnotherVersionChangesNothing() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        var old = Amended.refiled(test, 1);
        test.accepted(test.secretary(), proposal(test, old));
        test.accepted(PersonId.HOUSE, new ReceiveAmendment(Amended.id(2), "pkg_1", "pkg_2", 2, List.of(old)));
        assertEquals("{code=工0001, made=1, version=2}", test.refused(Code.AMENDMENT_OUTDATED, test.chair(), new ConfirmAmendment(Amended.id(1))).facts().toString());
    }

    @Test
    void aPackageIsTakenOnceAndInItsOrder() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "20", "20");
        var first = new ReceiveAmendment(Amended.id(2), "pkg_1", "pkg_2", 2, List.of(Amended.refiled(test, 1)));
        test.refused(Code.NOT_PERMITTED, TestPackage.REGISTRAR, first);
        test.accepted(PersonId.HOUSE, first);
        var before = Portrait.of(test.now());
        assertInstanceOf(Decision.Repeated.class, test.asked(PersonId.HOUSE, first));
        assertEquals(before, Portrait.of(test.now()));
        var next = List.<Change>of(Amended.refiled(test, 1));
        test.refused(Code.AMENDMENT_OUTDATED, PersonId.HOUSE, new ReceiveAmendment(Amended.id(3), "pkg_1", "pkg_3", 3, next));
        test.refused(Code.AMENDMENT_OUTDATED, PersonId.HOUSE, new ReceiveAmendment(Amended.id(3), "pkg_2", "pkg_3", 2, next));
        test.accepted(PersonId.HOUSE, new ReceiveAmendment(Amended.id(3), "pkg_2", "pkg_3", 3, next));
        assertEquals(3, version(test, 1));
    }

    @Test
    void whatCannotBeDoneIsNamedAndChangesNothing() {
        var test = TestMeeting.roomOf(3, 2).scoring();
        var register = test.now().walk().register();
        var one = register.applicants().get(test.applicant(1)).orElseThrow();
        var late = Amended.late(register, 1, 3);
        unsound(test, "twice", late, late);
        unsound(test, "taken", new Change.LateApplicant(one));
        unsound(test, "order", new Change.LateApplicant(placed(late.applicant(), 1)));
        unsound(test, "place", new ChangedDossier(1, placed(one, 9)));
        unsound(test, "documents", new ChangedDossier(1, new Item.Applicant(one.id(), one.code(), one.room(), one.order(), one.specialty(), one.identity(),
                one.facts(), one.given(), List.of())));
        unsound(test, "facts", new ChangedDossier(1, given(one, "ability")));
        test.refused(Code.UNKNOWN_APPLICANT, test.secretary(), proposal(test, new ChangedDossier(1, TestPackage.applying(1, 9))));
        test.refused(Code.UNKNOWN_ROOM, test.secretary(), proposal(test, new Change.LateApplicant(TestPackage.applying(5, 9))));
    }

    /**
     * However late somebody comes, in the end they stand as if the package had brought them; and a score counts for the version it was
     * given to, or not at all.
     */
    @Test
    void aLateApplicantCountsAsIfThePackageHadBroughtThem() {
        for (long run = seed; run < seed + 100; run++) {
            var chance = new Random(run);
            var points = new String[] {"" + chance.nextInt(41), "" + chance.nextInt(41), "" + chance.nextInt(41)};
            var test = TestMeeting.roomOf(3, 1).scoring();
            var before = chance.nextInt(4);
            for (int expert = 1; expert <= before; expert++) test.given(expert, 1, points[expert - 1]);
            amended(test, Amended.late(test.now().walk().register(), 1, 2));
            if (chance.nextBoolean()) {
                amended(test, Amended.refiled(test, 1));
                for (int expert = 1; expert <= 3; expert++) test.accepted(test.expert(expert), seen(test, expert, 1, points[expert - 1], 2));
            } else {
                for (int expert = before + 1; expert <= 3; expert++) test.given(expert, 1, points[expert - 1]);
            }
            test.givenByAll(2, "20", "20", "20").closed().tallied();
            var whole = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, points).givenByAll(2, "20", "20", "20").closed().tallied();
            assertEquals(whole.row(1), test.row(1), "seed " + run);
            assertEquals(whole.row(2), test.row(2), "seed " + run);
        }
    }

    private static void unsound(TestMeeting test, String wrong, Change... changes) {
        assertEquals(wrong, test.refused(Code.AMENDMENT_UNSOUND, test.secretary(), proposal(test, changes)).facts().get("wrong"));
    }

    private static Item.Applicant placed(Item.Applicant a, int order) {
        return new Item.Applicant(a.id(), a.code(), a.room(), order, a.specialty(), a.identity(), a.facts(), a.given(), a.documents());
    }

    private static Item.Applicant given(Item.Applicant a, String code) {
        var given = new java.util.TreeMap<>(a.given());
        given.put(code, java.math.BigDecimal.ONE);
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }

    private static ProposeAmendment proposal(TestMeeting test, Change... changes) {
        return new ProposeAmendment(Amended.id(1 + test.now().intake().amendments().all().size()), Optional.empty(), List.of(changes), new Ciphertext("a wrong file"));
    }

    /** Proposed and confirmed; what followed. */
    private static List<Fact> amended(TestMeeting test, Change... changes) {
        var proposal = proposal(test, changes);
        test.accepted(test.secretary(), proposal);
        return test.accepted(test.chair(), new ConfirmAmendment(proposal.amendment()));
    }

    private static SubmitScore seen(TestMeeting test, int expert, int applicant, String points, int version) {
        var based = test.now().floor().rounds().get(test.round()).orElseThrow().revision(test.applicant(applicant), test.expert(expert));
        return new SubmitScore(test.round(), test.applicant(applicant), based, TestMeeting.marks(points), Optional.empty(), Optional.of(version));
    }

    private static int version(TestMeeting test, int applicant) {
        ApplicantId id = test.applicant(applicant);
        return test.now().walk().register().version(id);
    }

    private static List<String> kinds(List<Fact> facts) {
        return facts.stream().map(fact -> fact.event().getClass().getSimpleName()).toList();
    }
}
