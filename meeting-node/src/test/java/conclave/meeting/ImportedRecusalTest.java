package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.IntakeEvent.ImportCompleted;
import conclave.meeting.event.Item;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.Stage.Secrecy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Recusals that come with the package hold from the first moment on, as if they had been ordered in the meeting. */
class ImportedRecusalTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);
    private static final Optional<Ciphertext> NOTE = Optional.of(new Ciphertext("note"));

    @Test
    void theImportDeclaresThemInNobodysNameAndInTheSameWordsAsAnOrder() {
        var test = with(TestPackage.rooms(1, 3, 1), recusal(TestPackage.expert(1, 2), TestPackage.applicant(1, 1)));
        var declared = declared(test.facts());
        assertEquals(List.of(new ExpertRecused(test.expert(2), test.applicant(1), Ground.SAME_UNIT, NOTE)), declared.stream().map(Fact::event).toList());
        assertEquals(PersonId.HOUSE, declared.getFirst().by());
        var ordered = TestMeeting.of(TestPackage.rooms(1, 3, 1));
        ordered.accepted(ordered.secretary(), new Recuse(ordered.expert(2), ordered.applicant(1), Ground.SAME_UNIT, NOTE));
        assertEquals(ordered.facts().getLast().event(), declared.getFirst().event());
    }

    @Test
    void whoIsRecusedNeitherReadsNorScoresAndIsNotWaitedFor() {
        var test = with(TestPackage.rooms(1, 3, 2), recusal(TestPackage.expert(1, 2), TestPackage.applicant(1, 1))).scoring();
        assertEquals(Code.RECUSED, test.now().rights(test.expert(2)).toRead(test.applicant(1)).orElseThrow().code());
        assertTrue(test.now().rights(test.expert(2)).toRead(test.applicant(2)).isEmpty());
        test.refused(Code.RECUSED, test.expert(2), test.score(1, 0, "30"));
        test.refused(Code.ALREADY_RECUSED, test.expert(2), new Recuse(test.expert(2), test.applicant(1), Ground.KINSHIP, Optional.empty()));
        test.given(1, 1, "30").given(3, 1, "32").givenByAll(2, "30", "31", "32").closed().tallied();
        assertEquals(2, test.row(1).scores());
        assertEquals(new BigDecimal("31.00"), test.row(1).expert().orElseThrow());
        assertEquals(3, test.row(2).scores());
    }

    @Test
    void theSecretaryLiftsThemLikeAnyOther() {
        var test = with(TestPackage.rooms(1, 3, 1), recusal(TestPackage.expert(1, 2), TestPackage.applicant(1, 1))).scoring();
        test.accepted(test.secretary(), new LiftRecusal(test.expert(2), test.applicant(1)));
        test.givenByAll(1, "30", "31", "32").closed().tallied();
        assertEquals(3, test.row(1).scores());
    }

    /** With all who attend in the denominator two of three are just enough; without the recused one it takes both. */
    @Test
    void whetherTheyLowerTheDenominatorIsTheProfilesToSay() {
        for (var denominator : Denominator.values()) {
            var pack = TestPackage.rooms(1, 3, 2).by(TestPackage.counted()).by(Stages.ballot(Secrecy.NAMED)).by(by(denominator));
            var test = with(pack, recusal(TestPackage.expert(1, 1), TestPackage.applicant(1, 1))).scoring();
            test.accepted(test.expert(1), new CastPaper(test.round(), new TreeMap<>(Map.of(test.applicant(2).value(), "yes"))));
            Stages.cast(test, 2);
            test.accepted(test.expert(3), new CastPaper(test.round(), new TreeMap<>(Map.of(test.applicant(1).value(), "against", test.applicant(2).value(), "yes"))));
            test.closed().tallied();
            var vote = test.now().tallies().ballots().get(test.round()).orElseThrow().votes().getFirst();
            assertEquals(denominator == Denominator.ATTENDING ? "1 of 3, needed 2" : "1 of 2, needed 2",
                    vote.yes() + " of " + vote.denominator() + ", needed " + vote.needed());
        }
    }

    @Test
    void anAlternateIsRecusedFromTheMomentOfTakingTheSeat() {
        var test = with(TestPackage.rooms(1, 3, 1).withAlternates(1), recusal(TestPackage.alternate(1, 1), TestPackage.applicant(1, 1))).gathered();
        test.signedIn(TestPackage.alternate(1, 1));
        test.accepted(test.secretary(), new SwapExpert(TestPackage.room(1), test.expert(3), TestPackage.alternate(1, 1), new Ciphertext("ill")));
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        assertEquals(Code.RECUSED, test.now().rights(TestPackage.alternate(1, 1)).toRead(test.applicant(1)).orElseThrow().code());
        test.refused(Code.RECUSED, TestPackage.alternate(1, 1), test.score(1, 0, "30"));
        test.given(1, 1, "30").given(2, 1, "31").closed();
    }

    @Test
    void inAnotherRoomTheyDoNoHarm() {
        var test = with(TestPackage.rooms(2, 3, 1), recusal(TestPackage.expert(2, 1), TestPackage.applicant(1, 1))).scoring();
        test.givenByAll(1, "30", "31", "32").closed().tallied();
        assertEquals(3, test.row(1).scores());
        test.sittingOpened(2, Half.MORNING).signedIn(TestPackage.expert(2, 1));
        assertTrue(test.now().rights(TestPackage.expert(2, 1)).toRead(TestPackage.applicant(2, 1)).isEmpty());
    }

    @Test
    void aPackageThatRecusesNobodyKnownDoesNotBecomeAMeeting() {
        for (var wrong : List.of(recusal(new PersonId("per_stranger01"), TestPackage.applicant(1, 1)), recusal(TestPackage.secretary(1), TestPackage.applicant(1, 1)),
                recusal(TestPackage.expert(1, 1), new ApplicantId("apl_stranger01")))) {
            var items = new ArrayList<>(TestPackage.rooms(1, 3, 1).items());
            items.add(wrong);
            var test = TestMeeting.founded();
            test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
            test.accepted(PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", items));
            assertEquals("recusals", test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new CompleteImport(TestMeeting.IMPORT, items.size(), "d1")).facts().get("wrong"));
        }
    }

    @Test
    void nobodyIsRecusedTwiceFromOnePerson() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        var twice = List.<Item>of(recusal(TestPackage.expert(1, 1), TestPackage.applicant(1, 1)), recusal(TestPackage.expert(1, 1), TestPackage.applicant(1, 1)));
        assertEquals("twice", test.refused(Code.IMPORT_DISAGREES, PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", twice)).facts().get("wrong"));
    }

    /** Of an import that was cut off nothing is left, recusals included. */
    @Test
    void whatComesInAgainIsAllThatHolds() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        test.accepted(PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, 1, "", "d1", List.of(recusal(TestPackage.expert(1, 1), TestPackage.applicant(1, 1)))));
        test.imported(TestPackage.rooms(1, 3, 1).items());
        assertFalse(test.now().floor().recused(test.expert(1), test.applicant(1)));
    }

    /** Whatever the pairs and wherever they stand among the items: exactly these are recused, each with one line after the import. */
    @Test
    void exactlyThePairsOfThePackageAreRecused() {
        for (long run = SEED; run < SEED + 1000; run++) {
            var chance = new Random(run);
            var items = new ArrayList<>(TestPackage.rooms(2, 3, 3).withAlternates(1).items());
            var pairs = new TreeSet<String>();
            for (int i = chance.nextInt(8); i > 0; i--) {
                int room = 1 + chance.nextInt(2);
                var who = chance.nextInt(4) == 0 ? TestPackage.alternate(room, 1) : TestPackage.expert(room, 1 + chance.nextInt(3));
                var whom = TestPackage.applicant(1 + chance.nextInt(2), 1 + chance.nextInt(3));
                if (pairs.add(who.value() + whom.value())) items.add(chance.nextInt(items.size() + 1), recusal(who, whom));
            }
            var test = TestMeeting.founded().imported(items);
            var when = "seed " + run;
            var found = new TreeSet<String>();
            for (var row : test.now().floor().recusals()) row.getValue().forEach(one -> found.add(one.getKey().value() + row.getKey().value()));
            assertEquals(pairs, found, when);
            assertEquals(pairs.size(), declared(test.facts()).size(), when);
            var events = test.facts().stream().map(Fact::event).toList();
            var complete = events.stream().filter(ImportCompleted.class::isInstance).findFirst().orElseThrow();
            assertTrue(declared(test.facts()).stream().allMatch(fact -> events.indexOf(fact.event()) > events.indexOf(complete)), when);
        }
    }

    private static TestMeeting with(TestPackage pack, Item... more) {
        var items = new ArrayList<>(pack.items());
        items.addAll(List.of(more));
        return TestMeeting.founded().imported(items);
    }

    private static Item.Recusal recusal(PersonId expert, ApplicantId applicant) {
        return new Item.Recusal(expert, applicant, Ground.SAME_UNIT, NOTE);
    }

    private static List<Fact> declared(List<Fact> facts) {
        return facts.stream().filter(fact -> fact.event() instanceof ExpertRecused).toList();
    }

    private static Profile by(Denominator denominator) {
        var p = TestPackage.TWO_THIRDS;
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), denominator, p.panelMinimum(), p.committeeMinimum(),
                p.committeeParity(), p.committeeForbidsMultipleOf3(), p.fewestSecret(), p.paperBelow(), p.swap());
    }
}
