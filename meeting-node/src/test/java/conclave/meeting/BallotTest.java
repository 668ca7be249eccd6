package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.Presets;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingEvent.PaperCast;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Stage;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.Threshold.Share;
import conclave.meeting.event.Threshold;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Papers with names on them and papers in a box of wood; ballots by tokens have a test of their own. */
class BallotTest {

    @Test
    void aPaperIsCastOnceAndOnlyByWhomItWasIssuedTo() {
        var test = Stages.lateComer(voting(3, 1, Secrecy.NAMED));
        test.refused(Code.NOT_AN_ELECTOR, test.expert(1), Stages.paper(test, "yes"));
        Stages.cast(test, 2);
        test.refused(Code.ALREADY_CAST, test.expert(2), Stages.paper(test, "against"));
        test.refused(Code.SCORES_MISSING, test.secretary(), test.closing());
        Stages.cast(test, 3).closed().tallied();
        // The late comer has no paper and is not in the denominator: two of two who attended.
        assertEquals("2 of 2, needed 2", said(vote(test, 1)));
        test.refused(Code.BALLOT_NOT_REOPENED, test.secretary(), new ReopenRound(test.round(), new Ciphertext("why")));
    }

    @Test
    void whoWalksOutWithAPaperHasNotVotedAndStillCounts() {
        var test = TestMeeting.of(voting(3, 1, Secrecy.NAMED)).scoring();
        Stages.cast(test, 1);
        Stages.cast(test, 2);
        test.accepted(test.secretary(), new CloseRound(test.round(), true, Optional.of(new Ciphertext("called away"))));
        test.tallied();
        assertEquals("2 of 3, needed 2", said(vote(test, 1)));
        test.refused(Code.ROUND_CLOSED, test.expert(3), Stages.paper(test, "yes"));
    }

    @Test
    void whomAnExpertMustNotJudgeIsNotOnTheirPaper() {
        var test = recusedFromTheFirst(Denominator.ATTENDING_MINUS_RECUSED);
        test.refused(Code.PAPER_INVALID, test.expert(1), Stages.paper(test, "yes"));
        test.accepted(test.expert(1), new CastPaper(test.round(), new TreeMap<>(Map.of(test.applicant(2).value(), "yes"))));
        test.refused(Code.ALREADY_CAST, test.expert(1), new Recuse(test.expert(1), test.applicant(2), Ground.COAUTHOR, Optional.empty()));
        Stages.cast(test, 2);
        Stages.cast(test, 3).closed().tallied();
        assertEquals("2 of 2, needed 2", said(vote(test, 1)));
        assertEquals("3 of 3, needed 2", said(vote(test, 2)));
    }

    /** With all who attend in the denominator two of three are just enough; without the recused one it takes both. */
    @Test
    void whetherARecusalLowersTheDenominatorIsTheProfilesToSay() {
        for (var denominator : Denominator.values()) {
            var test = recusedFromTheFirst(denominator);
            test.accepted(test.expert(1), new CastPaper(test.round(), new TreeMap<>(Map.of(test.applicant(2).value(), "yes"))));
            Stages.cast(test, 2);
            test.accepted(test.expert(3), new CastPaper(test.round(), new TreeMap<>(Map.of(test.applicant(1).value(), "against", test.applicant(2).value(), "yes"))));
            test.closed().tallied();
            assertEquals(denominator == Denominator.ATTENDING ? "1 of 3, needed 2" : "1 of 2, needed 2", said(vote(test, 1)));
            assertEquals(0, vote(test, 1).abstained());
        }
    }

    /** Six yes of five who may: on paper nobody stops the sixth but the tellers. */
    @Test
    void whoIsRecusedHasNoMarkOnPaperEither() {
        var test = recusedFromTheFirst(Denominator.ATTENDING_MINUS_RECUSED, voting(6, 2, Secrecy.PAPER));
        assertEquals("sum", test.refused(Code.PAPER_INVALID, test.chair(), read(test, 6, 0, 6, 6)).facts().get("wrong"));
        test.accepted(test.chair(), read(test, 6, 0, 5, 6));
        test.accepted(test.secretary(), read(test, 6, 0, 5, 6));
        test.closed().tallied();
        assertEquals("5 of 5, needed 4", said(vote(test, 1)));
    }

    @Test
    void nobodySeesHowItStandsBeforeItIsClosed() {
        var test = TestMeeting.of(voting(3, 1, Secrecy.NAMED)).scoring();
        Stages.cast(test, 1);
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        for (var who : List.of(test.expert(1), test.expert(2), test.secretary(), test.chair(), TestPackage.SUPERVISOR, TestPackage.REGISTRAR)) {
            assertEquals(Code.ROUND_NOT_CLOSED, test.now().rights(who).toSeePapers(round).orElseThrow().code());
        }
        assertTrue(test.now().tallies().ballots().isEmpty());
        assertEquals(1, Progress.of(new Judges(test.now().intake().register().orElseThrow(), test.now().book(), test.now().floor()), round).given());
        Stages.cast(test, 2);
        Stages.cast(test, 3).closed();
        var closed = test.now().floor().rounds().get(test.round()).orElseThrow();
        assertEquals(Optional.empty(), test.now().rights(test.chair()).toSeePapers(closed));
        assertEquals(Code.FOREIGN_ROOM, test.now().rights(test.expert(1)).toSeePapers(closed).orElseThrow().code());
    }

    @Test
    void twoTellersMustReadTheSame() {
        var test = TestMeeting.of(voting(6, 1, Secrecy.PAPER)).scoring();
        test.refused(Code.NOT_A_BALLOT, test.expert(1), Stages.paper(test, "yes"));
        test.refused(Code.NOT_PERMITTED, test.expert(1), read(test, 6, 0, 4));
        test.accepted(test.secretary(), read(test, 6, 0, 4));
        test.accepted(test.secretary(), read(test, 6, 0, 4));
        test.refused(Code.PAPERS_NOT_COUNTED_TWICE, test.secretary(), test.closing());
        test.accepted(test.chair(), read(test, 6, 0, 3));
        test.refused(Code.COUNTS_DIFFER, test.secretary(), test.closing());
        test.accepted(TestPackage.SUPERVISOR, read(test, 6, 0, 4));
        test.closed().tallied();
        assertEquals("4 of 6, needed 4", said(vote(test, 1)));
    }

    @Test
    void noTellerReadsMoreThanPapersCanHold() {
        var test = TestMeeting.of(voting(6, 2, Secrecy.PAPER)).scoring();
        for (var wrong : List.of(read(test, 6, 0, 7, 1), read(test, 6, 2, 5, 1), read(test, 6, 7, 0, 0), read(test, -1, 0, 0, 0), read(test, 6, 0, 4),
                read(test, 6, 0, Integer.MAX_VALUE, Integer.MAX_VALUE))) {
            assertEquals("sum", test.refused(Code.PAPER_INVALID, test.chair(), wrong).facts().get("wrong"));
        }
    }

    @Test
    void moreBackThanOutIsVoidAndHeldAgainAsTheSecond() {
        var test = TestMeeting.of(voting(6, 1, Secrecy.PAPER)).scoring();
        test.accepted(test.chair(), read(test, 7, 0, 7));
        test.accepted(TestPackage.SUPERVISOR, read(test, 7, 0, 7));
        test.closed().tallied();
        var voided = test.now().tallies().voided().get(test.round()).orElseThrow();
        assertEquals(TallyEvent.Void.MORE_RETURNED_THAN_ISSUED, voided.reason());
        test.refused(Code.STAGES_NOT_FINISHED, test.chair(), new SignOff(test.round()));
        var lived = new Lived(test).opened(1, "vote", "1.1");
        assertEquals(2, lived.round(1).number());
        lived.onPaper(1, 6, 0, "1.1 4 2").ended("1.1 PASS").signedOff(1).sealed();
    }

    @Test
    void tooFewToBeSecretIsVoid() {
        var test = TestMeeting.of(voting(6, 1, Secrecy.PAPER)).scoring();
        test.accepted(test.chair(), read(test, 4, 0, 4));
        test.accepted(test.secretary(), read(test, 4, 0, 4));
        test.closed().tallied();
        assertEquals(TallyEvent.Void.TOO_FEW_FOR_SECRECY, test.now().tallies().voided().get(test.round()).orElseThrow().reason());
    }

    @Test
    void aTableSaysSevenOfNine() {
        for (var yes : List.of(6, 7)) {
            var pack = TestPackage.rooms(1, 9, 1).by(TestPackage.counted()).by(Stages.ballot(Secrecy.NAMED)).by(Presets.profile("table-9-7"));
            new Lived(pack).gathered(1).opened(1, "vote").named(1, "1.1 " + yes + " 0").ended("1.1 " + (yes == 7 ? "PASS" : "FAIL"));
        }
    }

    /** Points by hand: three names, so 3, 2 and 1. */
    @Test
    void anOrderIsVoted() {
        var order = new Balloting("order", "排序票决", Body.PLENARY, Form.RANK, Secrecy.NAMED, new Entrants.Undecided(), 0, 1, Optional.empty(),
                Effect.PASS, Effect.FAIL, Ties.SECOND_BALLOT);
        var test = TestMeeting.of(by(mode(order), 3, 3)).scoring();
        var papers = List.of(List.of("1", "2", "3"), List.of("2", "1", "3"), List.of("1", "3", "2"));
        for (int voter = 1; voter <= 3; voter++) {
            var paper = new TreeMap<String, String>();
            for (int n = 1; n <= 3; n++) paper.put(test.applicant(n).value(), papers.get(voter - 1).get(n - 1));
            test.accepted(test.expert(voter), new CastPaper(test.round(), paper));
        }
        test.closed().tallied();
        assertEquals(List.of(8, 6, 4), List.of(vote(test, 1).yes(), vote(test, 2).yes(), vote(test, 3).yes()));
        new Lived(test).ended("1.1 PASS", "1.2 FAIL", "1.3 FAIL").signedOff(1).sealed();
    }

    @Test
    void aPaperThatGivesAPlaceTwiceIsNoOrder() {
        var order = new Balloting("order", "排序票决", Body.PLENARY, Form.RANK, Secrecy.NAMED, new Entrants.Undecided(), 0, 1, Optional.empty(),
                Effect.PASS, Effect.FAIL, Ties.SECOND_BALLOT);
        var test = TestMeeting.of(by(mode(order), 3, 2)).scoring();
        assertEquals("order", test.refused(Code.PAPER_INVALID, test.expert(1), new CastPaper(test.round(),
                new TreeMap<>(Map.of(test.applicant(1).value(), "1", test.applicant(2).value(), "1")))).facts().get("wrong"));
    }

    /** Two places of three names: one wins outright, two are equal, and the place that is left is kept for them. */
    @Test
    void equalsAreVotedOnAgainForThePlaceThatWasKept() {
        var mode = mode(choice("choice", new Entrants.Undecided()), choice("second", new Entrants.Tied("choice")));
        var lived = new Lived(by(mode, 4, 3)).gathered(1).opened(1, "choice");
        choose(lived, "1.1", "1.1 1.2", "1.1 1.3", "1.2 1.3");
        lived.ended("1.1 PASS", "1.2 STAY", "1.3 STAY").opened(1, "second", "1.2", "1.3");
        lived.test().refused(Code.PAPER_INVALID, TestPackage.expert(1, 1), new CastPaper(lived.round(1).id(), new TreeMap<>(Map.of(Lived.applicant("1.1").value(), "yes"))));
        choose(lived, "1.2", "1.2", "1.2", "1.3");
        lived.ended("1.1 PASS", "1.2 PASS", "1.3 FAIL").signedOff(1).sealed();
    }

    @Test
    void noMoreNamesThanAPaperAllows() {
        var lived = new Lived(by(mode(choice("choice", new Entrants.Undecided())), 3, 3)).gathered(1).opened(1, "choice");
        assertEquals("tooMany", lived.test().refused(Code.PAPER_INVALID, TestPackage.expert(1, 1), paper(lived, "1.1 1.2 1.3")).facts().get("wrong"));
        lived.test().accepted(TestPackage.expert(1, 1), paper(lived, ""));
    }

    @Test
    void whatIsCastInTheOpenStandsInTheRecordUnderItsName() {
        var test = TestMeeting.of(voting(3, 1, Secrecy.NAMED)).scoring();
        Stages.cast(test, 2);
        var cast = (PaperCast) test.facts().getLast().event();
        assertEquals(test.expert(2), cast.voter());
        assertFalse(test.facts().stream().map(Fact::event).anyMatch(TallyEvent.class::isInstance));
    }

    private static void choose(Lived lived, String... papers) {
        for (int voter = 1; voter <= papers.length; voter++) lived.test().accepted(TestPackage.expert(1, voter), paper(lived, papers[voter - 1]));
        lived.test().accepted(TestPackage.secretary(1), new CloseRound(lived.round(1).id(), false, Optional.empty()));
        lived.test().accepted(TestPackage.secretary(1), new ComputeTally(lived.round(1).id()));
    }

    private static CastPaper paper(Lived lived, String names) {
        var paper = new TreeMap<String, String>();
        for (var name : names.split(" ")) {
            if (!name.isEmpty()) paper.put(Lived.applicant(name).value(), "yes");
        }
        return new CastPaper(lived.round(1).id(), paper);
    }

    private static Balloting choice(String code, Entrants entrants) {
        return new Balloting(code, "差额投票", Body.PLENARY, Form.CHOOSE, Secrecy.NAMED, entrants, 2, 2, Optional.of(half()), Effect.PASS, Effect.FAIL,
                Ties.SECOND_BALLOT);
    }

    private static Threshold half() {
        return new Share(1, 2, false);
    }

    private static Mode mode(Stage... stages) {
        return TestPackage.mode(2, stages);
    }

    private static TestPackage by(Mode mode, int experts, int applicants) {
        return TestPackage.rooms(1, experts, applicants).by(TestPackage.counted()).by(mode);
    }

    private static TestPackage voting(int experts, int applicants, Secrecy secrecy) {
        return by(Stages.ballot(secrecy), experts, applicants);
    }

    private static TestMeeting recusedFromTheFirst(Denominator denominator) {
        return recusedFromTheFirst(denominator, voting(3, 2, Secrecy.NAMED));
    }

    private static TestMeeting recusedFromTheFirst(Denominator denominator, TestPackage pack) {
        var p = TestPackage.TWO_THIRDS;
        var profile = new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), denominator, p.panelMinimum(), p.committeeMinimum(),
                p.committeeParity(), p.committeeForbidsMultipleOf3(), p.fewestSecret(), p.paperBelow(), p.swap());
        var test = TestMeeting.of(pack.by(profile)).gathered();
        test.accepted(test.expert(1), new Recuse(test.expert(1), test.applicant(1), Ground.COAUTHOR, Optional.empty()));
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        return test;
    }

    private static CountPapers read(TestMeeting test, int returned, int invalid, int... yes) {
        var lines = new ArrayList<Counted>();
        for (int n = 1; n <= yes.length; n++) lines.add(new Counted(test.applicant(n), yes[n - 1], 0, 0));
        return new CountPapers(test.round(), returned, invalid, lines);
    }

    private static Vote vote(TestMeeting test, int applicant) {
        return test.now().tallies().ballots().get(test.round()).orElseThrow().votes().stream()
                .filter(vote -> vote.applicant().equals(test.applicant(applicant))).findFirst().orElseThrow();
    }

    private static String said(Vote vote) {
        return vote.yes() + " of " + vote.denominator() + ", needed " + vote.needed();
    }
}
