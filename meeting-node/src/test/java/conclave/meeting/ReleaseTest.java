package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Aftermath;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Opening;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareEvent.DocumentsOpened;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SeenDocument;
import conclave.meeting.event.SittingCommand.PauseRooms;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.PlanCheck;
import conclave.meeting.prepare.Showing;
import conclave.meeting.sitting.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 放行门: no expert opens a dossier while one of its pages is not answered for; what was answered for wrongly is taken back at once. */
class ReleaseTest {

    private static final PageMark NAME = Released.A_NAME.getFirst();

    @Test
    void nothingIsOpenBeforeSomebodyAnswersForIt() {
        var test = screening();
        closed(test, 1);
        test.refused(Code.NOT_SCREENED, test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        closed(Released.screened(test, 1), 1);
        test.refused(Code.NOT_PERMITTED, test.secretary(), Released.screening(test, 1, 2));
        test.accepted(test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        assertEquals(new Showing.Masked(RandomReleases.digest(11)), showing(test, 1, 1));
        closed(test, 2);
    }

    @Test
    void aDossierWaitsForTheLastOfItsDocuments() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).screening().applicants(ReleaseTest::withTwoDocuments)).gathered();
        closed(Released.released(test, 1), 1);
        assertFalse(test.now().rights(test.expert(1)).opens(test.applicant(1)));
    }

    @Test
    void whatSomethingWasFoundInTakesTwoPersons() {
        var test = Released.screened(screening(), 1, NAME);
        test.accepted(test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        closed(test, 1);
        test.refused(Code.NOT_A_SECOND_PERSON, test.secretary(), new ConfirmRelease(List.of(Released.seen(test, 1))));
        test.refused(Code.ALREADY_RELEASED, TestPackage.REGISTRAR, new ReleaseDocuments(List.of(Released.seen(test, 1))));
        test.accepted(TestPackage.REGISTRAR, new ConfirmRelease(List.of(Released.seen(test, 1))));
        open(test, 1);
    }

    @Test
    void whoJudgesOrWaitsToJudgeAnswersForNothing() {
        var test = Released.screened(TestMeeting.of(TestPackage.rooms(2, 3, 1).withAlternates(1).screening()).gathered(), 1);
        var seen = List.of(Released.seen(test, 1));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new ReleaseDocuments(seen));
        test.refused(Code.NOT_PERMITTED, TestPackage.alternate(1, 1), new ReleaseDocuments(seen));
        test.refused(Code.NOT_PERMITTED, test.chair(), new ReleaseDocuments(seen));
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), new ReleaseDocuments(seen));
        test.refused(Code.NOT_PERMITTED, test.expert(1), Released.withdrawal(test, 1, 1));
        test.refused(Code.NOT_PERMITTED, test.expert(1), new AskOverride(test.applicant(1), new Ciphertext("why")));
    }

    /** A small meeting gives one person two roles; this pair it does not: who judges would open their own door. */
    @Test
    void aSecretaryWhoAlsoJudgesElsewhereAnswersForNothingAndStillTakesBack() {
        var both = new PersonId("per_bothroles1");
        var grants = List.of(new Item.Grant(Role.SECRETARY, Optional.of(TestPackage.room(1))), new Item.Grant(Role.ALTERNATE, Optional.of(TestPackage.room(2))));
        var items = new ArrayList<>(TestPackage.rooms(2, 3, 1).screening().items());
        items.add(new Item.Person(both, "A-9", grants, Optional.empty(), new Ciphertext("sealed"), "hash-of-both"));
        var test = Released.screened(TestMeeting.founded().imported(items), 1);
        test.refused(Code.NOT_PERMITTED, both, new ReleaseDocuments(List.of(Released.seen(test, 1))));
        test.refused(Code.NOT_PERMITTED, both, new AskOverride(test.applicant(1), new Ciphertext("why")));
        assertEquals(new Showing.Closed(), test.now().rights(both).showing(test.applicant(1), Released.document(test, 1).id(), 1));
        test.accepted(both, Released.withdrawal(test, 1, 1));
    }

    /** A batch is a grid of thumbnails: what somebody has changed meanwhile stays behind, the rest goes through. */
    @Test
    void aPlanThatChangedMeanwhileRefusesThatDocumentOnly() {
        var test = Released.screened(Released.screened(screening(), 1), 2);
        var seen = List.of(Released.seen(test, 1), Released.seen(test, 2));
        test.accepted(TestPackage.REGISTRAR, new ChangePlan(test.applicant(1), Released.document(test, 1).id(), RandomReleases.digest(11), RandomReleases.digest(77)));
        var released = (DocumentsReleased) test.accepted(test.secretary(), new ReleaseDocuments(seen)).getFirst().event();
        assertEquals(List.of(seen.getLast()), released.documents());
        closed(test, 1);
        open(test, 2);
        Released.releasedByTwo(test, 1);
        assertEquals(new Showing.Masked(RandomReleases.digest(77)), showing(test, 1, 1));
    }

    /** The machine forgets what a person saw: what it comes to later is no reason to open what somebody had closed. */
    @Test
    void whoeverGoesBackToAnEarlierPlanHasItReleasedAnew() {
        var test = Released.released(screening(), 1);
        test.accepted(test.secretary(), new ChangePlan(test.applicant(1), Released.document(test, 1).id(), RandomReleases.digest(11), RandomReleases.digest(77)));
        closed(test, 1);
        test.accepted(test.secretary(), new ChangePlan(test.applicant(1), Released.document(test, 1).id(), RandomReleases.digest(77), RandomReleases.digest(11)));
        closed(test, 1);
        test.accepted(test.secretary(), new ChangePlan(test.applicant(1), Released.document(test, 1).id(), RandomReleases.digest(11), RandomReleases.digest(78)));
        var again = Released.screening(test, 1, 2);
        test.accepted(PersonId.HOUSE, new RecordScreening(again.applicant(), again.document(), again.sha256(), again.pages(),
                again.basis(), RandomReleases.digest(11), List.of()));
        closed(test, 1);
        test.accepted(test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        closed(test, 1);
    }

    @Test
    void twoPersonsOpenADossierForAReasonAndItStaysSaid() {
        var test = screening();
        test.refused(Code.REASON_MISSING, test.secretary(), new AskOverride(test.applicant(1), new Ciphertext(" ")));
        test.accepted(test.secretary(), new AskOverride(test.applicant(1), new Ciphertext("the machine for screening has failed")));
        closed(test, 1);
        test.refused(Code.SECOND_PERSON_NEEDED, test.secretary(), new OverrideGate(test.applicant(1)));
        test.accepted(test.chair(), new OverrideGate(test.applicant(1)));
        assertEquals(new Showing.AsItIs(), showing(test, 1, 1));
        var opened = test.now().clearance().opened(test.now().walk().register(), test.applicant(1)).orElseThrow();
        assertEquals(List.of(test.secretary(), test.chair()), List.of(opened.asker(), opened.agreed().orElseThrow()));
        Released.withdrawn(test, 1);
        closed(test, 1);
        assertEquals(new Showing.AsItIs(), showing(test, 1, 2));
        closed(test, 2);
    }

    /** Two persons opened what was masked; nobody takes the masks away for experts alone. */
    @Test
    void whatOnePersonChangesByHandEndsTheExceptionOfTwo() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).screening().applicants(ReleaseTest::withTwoDocuments)).gathered();
        Released.released(test, 1).accepted(test.secretary(), new AskOverride(test.applicant(1), new Ciphertext("why")));
        var bare = new ChangePlan(test.applicant(1), Released.document(test, 1).id(), RandomReleases.digest(11), RandomReleases.digest(77));
        test.accepted(test.chair(), new OverrideGate(test.applicant(1)));
        assertEquals(new Showing.Masked(RandomReleases.digest(11)), showing(test, 1, 1));
        test.accepted(TestPackage.REGISTRAR, bare);
        closed(test, 1);
        test.refused(Code.OVERRIDE_NOT_ASKED, test.chair(), new OverrideGate(test.applicant(1)));
        test.accepted(test.secretary(), new AskOverride(test.applicant(1), new Ciphertext("why")));
        test.accepted(TestPackage.REGISTRAR, new ChangePlan(bare.applicant(), bare.document(), bare.plan(), RandomReleases.digest(78)));
        test.refused(Code.OVERRIDE_NOT_ASKED, TestPackage.REGISTRAR, new OverrideGate(test.applicant(1)));
    }

    /** A title is corrected by the office, and the file comes once more under another name: the page is the one that was taken back. */
    @Test
    void aPageThatWasTakenBackDoesNotComeBackUnderAnotherName() {
        var test = Released.renamed(Released.withdrawn(TestMeeting.roomOf(3, 1).gathered(), 1), 1);
        closed(test, 1);
        assertEquals(new Showing.AsItIs(), showing(test, 1, 2));
        test.accepted(test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        closed(test, 1);
        test.accepted(TestPackage.REGISTRAR, new ConfirmRelease(List.of(Released.seen(test, 1))));
        assertEquals(new Showing.AsItIs(), showing(test, 1, 1));
    }

    /** Titles are written by people and looked at by nobody before the release. */
    @Test
    void whoJudgesDoesNotLearnWhatAClosedFileIsCalledWhateverElseTheyAre() {
        var both = new PersonId("per_bothroles2");
        var grants = List.of(new Item.Grant(Role.CHAIR, Optional.of(TestPackage.room(1))), new Item.Grant(Role.EXPERT, Optional.of(TestPackage.room(1))));
        var items = new ArrayList<>(TestPackage.rooms(1, 3, 1).screening().items());
        items.add(new Item.Person(both, "A-8", grants, Optional.empty(), new Ciphertext("sealed"), "hash-of-both"));
        var test = TestMeeting.founded().imported(items);
        assertFalse(test.now().rights(both).knowsTitles(test.applicant(1)));
        assertTrue(test.now().rights(test.secretary()).knowsTitles(test.applicant(1)));
        assertTrue(Released.released(test, 1).now().rights(both).knowsTitles(test.applicant(1)));
    }

    /** Other papers are other pages: who opened the old ones has not seen them. */
    @Test
    void anAmendedDossierIsClosedAgainForWhatIsNewInIt() {
        var test = Released.released(screening(), 1);
        open(test, 1);
        amended(test, Amended.refiled(test, 1), 2);
        closed(test, 1);
        Released.screened(test, 1).accepted(test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        open(test, 1);
        test.accepted(test.secretary(), Released.withdrawal(test, 1, 1));
        test.accepted(test.secretary(), new AskOverride(test.applicant(1), new Ciphertext("why")));
        test.accepted(test.chair(), new OverrideGate(test.applicant(1)));
        assertTrue(test.now().clearance().open(test.now().walk().register(), test.applicant(1)));
        amended(test, recounted(test), 3);
        assertFalse(test.now().clearance().open(test.now().walk().register(), test.applicant(1)));
    }

    /** A name that was free again and means another file now: what was released was the other one. */
    @Test
    void anotherFileUnderAnOldNameIsNotTheOneThatWasReleased() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).screening().applicants(ReleaseTest::withTwoDocuments)).gathered();
        var whole = test.now().walk().register().applicants().get(test.applicant(1)).orElseThrow();
        for (var document : whole.documents()) {
            test.accepted(PersonId.HOUSE, new RecordScreening(whole.id(), document.id(), document.sha256(), document.pages(), RandomReleases.digest(1),
                    RandomReleases.digest(2), List.of()));
            test.accepted(test.secretary(), new ReleaseDocuments(List.of(new SeenDocument(whole.id(), document.id(), Optional.of(RandomReleases.digest(2))))));
        }
        open(test, 1);
        var second = whole.documents().getLast();
        amended(test, new ChangedDossier(1, filed(whole, whole.documents().getFirst())), 2);
        open(test, 1);
        amended(test, new ChangedDossier(2, filed(whole, whole.documents().getFirst(),
                new Item.Document(second.id(), "02", second.bytes(), second.pages(), second.kind(), second.title()))), 3);
        closed(test, 1);
    }

    private static Item.Applicant filed(Item.Applicant a, Item.Document... documents) {
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), a.given(), List.of(documents));
    }

    @Test
    void whatSaysNothingOfWhoItIsLeavesReleasedPagesOpen() {
        var test = Released.released(screening(), 1);
        amended(test, recounted(test), 2);
        open(test, 1);
    }

    /** Under another name the same page may say who it is: it is screened once more, and only another finding costs another release. */
    @Test
    void whoIsCalledOtherwiseIsScreenedOnceMore() {
        var test = Released.released(screening(), 1);
        var a = test.now().walk().register().applicants().get(test.applicant(1)).orElseThrow();
        var renamed = new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), new Ciphertext("another name"), a.facts(), a.given(), a.documents());
        amended(test, new ChangedDossier(1, renamed), 2);
        closed(test, 1);
        test.accepted(PersonId.HOUSE, Released.screening(test, 1, 1));
        open(test, 1);
        amended(test, new ChangedDossier(2, a), 3);
        test.accepted(PersonId.HOUSE, Released.screening(test, 1, 1, NAME));
        closed(test, 1);
    }

    /** Also while the room stands still: a name on the screen does not wait for the secretary to come back. */
    @Test
    void oneTakesAPageBackAtOnceAndTwoGiveItBack() {
        var test = Released.released(screening(), 1);
        test.accepted(PersonId.HOUSE, new PauseRooms(PauseReason.AFTER_OUTAGE));
        test.accepted(TestPackage.REGISTRAR, Released.withdrawal(test, 1, 2));
        closed(test, 1);
        test.accepted(test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        closed(test, 1);
        test.accepted(TestPackage.REGISTRAR, new ConfirmRelease(List.of(Released.seen(test, 1))));
        open(test, 1);
    }

    @Test
    void whereNoScreeningIsAskedForAPageIsTakenBackAllTheSame() {
        var test = TestMeeting.roomOf(3, 1).gathered();
        assertEquals(new Showing.AsItIs(), showing(test, 1, 1));
        test.refused(Code.ALREADY_RELEASED, test.secretary(), new ReleaseDocuments(List.of(Released.seen(test, 1))));
        Released.withdrawn(test, 1);
        closed(test, 1);
        assertEquals(new Showing.AsItIs(), showing(test, 1, 2));
        Released.releasedByTwo(test, 1);
        assertEquals(new Showing.AsItIs(), showing(test, 1, 1));
    }

    @Test
    void theSecretaryReadsWhatTheExpertDoesNotYet() {
        var test = screening();
        assertEquals(new Showing.AsItIs(), test.now().rights(test.secretary()).showing(test.applicant(1), Released.document(test, 1).id(), 1));
        assertEquals(new Showing.Closed(), test.now().rights(test.chair()).showing(test.applicant(1), Released.document(test, 1).id(), 1));
        // Whoever asks without knowing what was released is told that nothing was.
        var rights = new Rights(test.now().walk(), test.expert(1));
        Released.released(test, 1);
        assertEquals(new Showing.Closed(), rights.showing(test.applicant(1), Released.document(test, 1).id(), 1));
    }

    @Test
    void whoOpenedWhatIsSaidOnceForEachRelease() {
        var test = Released.released(screening(), 1);
        var look = Released.look(test, 1, 1).openings().getFirst();
        var other = Released.look(test, 2, 1).openings().getFirst();
        test.refused(Code.NOT_PERMITTED, test.secretary(), new RecordOpenings(List.of(look)));
        test.accepted(PersonId.HOUSE, new RecordOpenings(List.of(look, look)));
        var second = (DocumentsOpened) test.accepted(PersonId.HOUSE, new RecordOpenings(List.of(later(look), other))).getFirst().event();
        assertEquals(List.of(other), second.openings());
        Released.withdrawn(test, 1);
        var withdrawal = test.now().clearance().withdrawalsOf(test.applicant(1)).getFirst();
        assertEquals(List.of(test.expert(1), test.expert(2)), test.now().clearance().saw(test.applicant(1), withdrawal));
        Released.looked(Released.releasedByTwo(test, 1), 3, 1);
        assertEquals(List.of(test.expert(1), test.expert(2)), test.now().clearance().saw(test.applicant(1), withdrawal));
    }

    @Test
    void theChairSaysWhetherScoresOfThoseWhoSawItStand() {
        var test = Released.released(TestMeeting.of(TestPackage.rooms(1, 3, 1).screening()).scoring(), 1);
        Released.looked(Released.looked(test, 1, 1), 2, 1).givenByAll(1, "20", "20", "30");
        test.refused(Code.NOTHING_TO_SETTLE, test.chair(), settling(test, Aftermath.GIVEN_BACK));
        Released.withdrawn(test, 1);
        test.refused(Code.NOT_PERMITTED, test.secretary(), settling(test, Aftermath.GIVEN_BACK));
        assertEquals(2, AfterWithdrawal.concerned(test.now(), TestPackage.room(1), test.applicant(1)).size());
        assertEquals(List.of("ScoresSettled", "ScoreReturned", "ScoreReturned"), test.accepted(test.chair(), settling(test, Aftermath.GIVEN_BACK)).stream()
                .map(fact -> fact.event().getClass().getSimpleName()).toList());
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        assertTrue(round.standing(test.applicant(1), test.expert(3)).isPresent());
        assertTrue(round.standing(test.applicant(1), test.expert(1)).isEmpty());
        assertEquals("15", round.draft(test.applicant(1), test.expert(1)).orElseThrow().marks().get("ability"));
        test.refused(Code.NOTHING_TO_SETTLE, test.chair(), settling(test, Aftermath.STAND));
        test.accepted(test.secretary(), Released.withdrawal(test, 1, 2));
        assertEquals(1, test.accepted(test.chair(), settling(test, Aftermath.STAND)).size());
    }

    @Test
    void whatIsClosedIsReopenedBeforeScoresGoBack() {
        var test = Released.released(TestMeeting.of(TestPackage.rooms(1, 3, 1).screening()).scoring(), 1);
        Released.looked(test, 1, 1).givenByAll(1, "20", "20", "30").closed();
        Released.withdrawn(test, 1);
        test.refused(Code.REOPEN_FIRST, test.chair(), settling(test, Aftermath.GIVEN_BACK));
        test.tallied().signedOff();
        test.refused(Code.ROUND_SIGNED_OFF, test.chair(), settling(test, Aftermath.GIVEN_BACK));
        test.accepted(test.chair(), settling(test, Aftermath.STAND));
    }

    @Test
    void whatAScreeningCannotSayIsNotRecorded() {
        var test = screening();
        for (var wrong : List.of(new PageMark(0, 1, NAME.hits(), 0, false, false), new PageMark(2, 1, NAME.hits(), 0, false, false),
                new PageMark(1, 4, NAME.hits(), 0, false, false), new PageMark(1, 1, NAME.hits(), -1, false, false), new PageMark(1, 1, List.of(), 0, false, false))) {
            assertEquals("marks", test.refused(Code.RELEASE_UNSOUND, PersonId.HOUSE, Released.screening(test, 1, 1, wrong)).facts().get("wrong"));
        }
        assertEquals("marks", test.refused(Code.RELEASE_UNSOUND, PersonId.HOUSE, Released.screening(test, 1, 1, NAME, NAME)).facts().get("wrong"));
        var c = Released.screening(test, 1, 1);
        assertEquals("content", test.refused(Code.RELEASE_UNSOUND, PersonId.HOUSE, new RecordScreening(c.applicant(),
                c.document(), "another file", c.pages(), c.basis(), c.plan(), List.of())).facts().get("wrong"));
        assertEquals("digest", test.refused(Code.RELEASE_UNSOUND, PersonId.HOUSE, new RecordScreening(c.applicant(),
                c.document(), c.sha256(), c.pages(), c.basis(), "a value that was found", List.of())).facts().get("wrong"));
        var twice = new ArrayList<SeenDocument>(List.of(Released.seen(test, 1), Released.seen(test, 1)));
        assertEquals("twice", test.refused(Code.RELEASE_UNSOUND, test.secretary(), new ReleaseDocuments(twice)).facts().get("wrong"));
    }

    /** A thousand pages with something on every other are one mark that says: look at all of them. */
    @Test
    void marksThatAreTooManyBecomeOne() {
        var marks = new ArrayList<PageMark>();
        for (int page = 1; page < 2 * PlanCheck.MOST_MARKS + 3; page += 2) marks.add(new PageMark(page, page, NAME.hits(), page % 5, false, page == 9));
        assertEquals(List.of(new PageMark(1, marks.getLast().last(), NAME.hits(), 4, false, true)), PlanCheck.few(marks));
        assertEquals(marks.subList(0, 5), PlanCheck.few(marks.subList(0, 5)));
    }

    private static TestMeeting screening() {
        return TestMeeting.of(TestPackage.rooms(1, 3, 2).screening()).gathered();
    }

    private static Showing showing(TestMeeting test, int applicant, int page) {
        return test.now().rights(test.expert(1)).showing(test.applicant(applicant), Released.document(test, applicant).id(), page);
    }

    private static void closed(TestMeeting test, int applicant) {
        assertInstanceOf(Showing.Closed.class, showing(test, applicant, 1));
    }

    private static void open(TestMeeting test, int applicant) {
        assertInstanceOf(Showing.Masked.class, showing(test, applicant, 1));
        assertTrue(test.now().rights(test.expert(1)).opens(test.applicant(applicant)));
        assertTrue(Clearance.required(test.now().walk().register()));
    }

    private static SettleScores settling(TestMeeting test, Aftermath outcome) {
        return new SettleScores(TestPackage.room(1), test.applicant(1), outcome, new Ciphertext("seen for a moment"));
    }

    private static Opening later(Opening look) {
        return new Opening(look.person(), look.applicant(), look.document(), look.release(), look.at() + 5000);
    }

    private static ChangedDossier recounted(TestMeeting test) {
        var register = test.now().walk().register();
        var a = register.applicants().get(test.applicant(1)).orElseThrow();
        return new ChangedDossier(register.version(a.id()), Amended.recounted(a, "7"));
    }

    private static void amended(TestMeeting test, ChangedDossier change, int number) {
        test.accepted(PersonId.HOUSE, new ReceiveAmendment(Amended.id(number), "pkg_" + (number - 1), "pkg_" + number, number, List.of(change)));
    }

    private static Item.Applicant withTwoDocuments(Item.Applicant a) {
        var more = new ArrayList<>(a.documents());
        more.add(new Item.Document(new DocumentId("doc_second01"), "01", 9, 1, "award", new Ciphertext("sealed")));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), a.given(), more);
    }
}
