package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.SignedToken;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.TokenIssued;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.Void;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 盲签投票: what the record holds of it, in which order, and what it cannot know. */
class SecretBallotTest {

    private static final TestPackage PACK = pack(5);

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void itGoesInOneOrderAndInNoOther() {
        var test = TestMeeting.of(PACK).scoring();
        test.refused(Code.BALLOT_NOT_ANNOUNCED, test.expert(1), Blind.asking(test.round(), 1));
        test.refused(Code.BALLOT_NOT_ANNOUNCED, test.secretary(), Blind.barrier(test.round()));
        test.refused(Code.NOT_PERMITTED, test.expert(1), Blind.announcement(test.round()));
        test.accepted(test.secretary(), Blind.announcement(test.round()));
        test.refused(Code.ISSUING_NOT_CLOSED, test.secretary(), box(test, 5));
        for (int voter = 1; voter <= 4; voter++) test.accepted(test.expert(voter), Blind.asking(test.round(), voter));
        assertEquals("{missing=1}", test.refused(Code.TOKENS_MISSING, test.secretary(), Blind.barrier(test.round())).facts().toString());
        assertInstanceOf(IssuingClosed.class, test.accepted(test.secretary(), new CloseIssuing(test.round(), true)).getLast().event());
        test.refused(Code.ISSUING_CLOSED, test.expert(5), Blind.asking(test.round(), 5));
        var facts = test.accepted(test.secretary(), box(test, 4));
        assertEquals(List.of(BoxOpened.class, RoundClosed.class), facts.stream().map(fact -> fact.event().getClass()).toList());
        test.refused(Code.ROUND_CLOSED, test.secretary(), box(test, 4));
        test.tallied();
        var counted = (BallotCounted) test.facts().getLast().event();
        assertEquals(List.of(4, 4, 4), List.of(counted.issued(), counted.returned(), counted.valid()));
        // Five attend and stay in the denominator, with a token or without.
        assertEquals(5, counted.votes().getFirst().denominator());
    }

    @Test
    void theSameBytesAreTheSameTokenAndOthersWouldBeASecond() {
        var test = Blind.issued(TestMeeting.of(PACK).scoring(), 2);
        var issued = test.facts().stream().filter(fact -> fact.event() instanceof TokenIssued).findFirst().orElseThrow();
        var again = assertInstanceOf(Decision.Repeated.class, test.asked(test.expert(1), Blind.asking(test.round(), 1)));
        assertEquals(issued.at(), again.at());
        assertEquals(test.facts().stream().filter(fact -> fact.event().evidence()).toList().indexOf(issued) + 1, again.seq());
        test.refused(Code.TOKEN_ALREADY_ISSUED, test.expert(1), Blind.asking(test.round(), 9));
        for (int voter = 3; voter <= 5; voter++) test.accepted(test.expert(voter), Blind.asking(test.round(), voter));
        test.accepted(test.secretary(), Blind.barrier(test.round()));
        // Whose answer was lost in the Wi-Fi may still fetch it behind the barrier.
        assertInstanceOf(Decision.Repeated.class, test.asked(test.expert(1), Blind.asking(test.round(), 1)));
    }

    @Test
    void onlyWhoIsThereGetsAToken() {
        var test = TestMeeting.of(PACK).sittingOpened(1, Half.MORNING);
        for (int voter = 1; voter <= 4; voter++) test.signedIn(test.expert(voter));
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        test.accepted(test.secretary(), Blind.announcement(test.round()));
        test.signedIn(test.expert(5)).refused(Code.NOT_AN_ELECTOR, test.expert(5), Blind.asking(test.round(), 5));
        test.refused(Code.NOT_AN_ELECTOR, test.secretary(), Blind.asking(test.round(), 6));
        test.sittingClosed(1).refused(Code.NOT_PRESENT, test.expert(1), Blind.asking(test.round(), 1));
    }

    /** Papers never pass through the record, and nobody may smuggle one in under a name. */
    @Test
    void noPaperIsCastInTheRecord() {
        var test = Blind.barred(TestMeeting.of(PACK).scoring(), 5);
        test.refused(Code.NOT_A_BALLOT, test.expert(1), Stages.paper(test, "yes"));
        test.refused(Code.NOT_A_BALLOT, test.chair(), Stages.count(test, 3));
    }

    @Test
    void aBoxThatCannotHaveSaidSoIsNotBelieved() {
        var test = Blind.barred(TestMeeting.of(PACK).scoring(), 5);
        var tokens = Blind.tokens(5);
        var good = List.of(Blind.column(test.applicant(1), 0, 5, 0), Blind.column(test.applicant(2), 1, 2, 2));
        wrong("order", test, new OpenBox(test.round(), tokens.reversed(), 5, good));
        wrong("order", test, new OpenBox(test.round(), List.of(tokens.get(0), tokens.get(0)), 2, List.of()));
        wrong("tokens", test, new OpenBox(test.round(), List.of(new SignedToken("token", List.of("s"))), 1, List.of()));
        wrong("tokens", test, new OpenBox(test.round(), List.of(new SignedToken(Blind.hash(1), List.of())), 1, List.of()));
        wrong("counts", test, new OpenBox(test.round(), tokens, 6, good));
        wrong("columns", test, new OpenBox(test.round(), tokens, 5, good.reversed()));
        wrong("columns", test, new OpenBox(test.round(), tokens, 5, List.of(good.getFirst())));
        wrong("columns", test, Blind.box(test.round(), 5, 5, Blind.column(test.applicant(1), 0, 6, 0), good.get(1)));
        wrong("columns", test, Blind.box(test.round(), 5, 5, Blind.column(test.applicant(1), -1, 6, 0), good.get(1)));
        wrong("columns", test, Blind.box(test.round(), 5, 5, Blind.column(test.applicant(1), 0, 5), good.get(1)));
        // What is void shows nothing of what stood on its papers.
        wrong("void", test, Blind.box(test.round(), 6, 6, Blind.column(test.applicant(1), 0, 6, 0), Blind.column(test.applicant(2), 0, 6, 0)));
        wrong("void", test, Blind.box(test.round(), 5, 2, Blind.column(test.applicant(1), 0, 2, 0), Blind.column(test.applicant(2), 0, 2, 0)));
        test.accepted(test.secretary(), new OpenBox(test.round(), tokens, 5, good));
    }

    @Test
    void moreThanWereIssuedOrTooFewToHideEachOtherIsVoid() {
        for (var returned : List.of(6, 2)) {
            var test = Blind.barred(TestMeeting.of(PACK).scoring(), 5);
            test.accepted(test.secretary(), Blind.box(test.round(), returned, returned));
            test.tallied();
            assertEquals(returned == 6 ? Void.MORE_RETURNED_THAN_ISSUED : Void.TOO_FEW_FOR_SECRECY,
                    test.now().tallies().voided().get(test.round()).orElseThrow().reason());
            assertTrue(test.now().tallies().ballots().isEmpty());
        }
    }

    /** The node fell, and with it the papers: somebody says why, nothing is counted, and it is held again. */
    @Test
    void aLostBoxIsALostBallot() {
        var test = Blind.barred(TestMeeting.of(PACK).scoring(), 5);
        test.refused(Code.SCORES_MISSING, test.secretary(), test.closing());
        test.refused(Code.REASON_MISSING, test.secretary(), new CloseRound(test.round(), true, Optional.empty()));
        test.accepted(test.secretary(), new CloseRound(test.round(), true, Optional.of(new Ciphertext("power cut"))));
        test.tallied();
        assertEquals(Void.BOX_LOST, test.now().tallies().voided().get(test.round()).orElseThrow().reason());
        var lived = new Lived(test).opened(1, "vote", "1.1", "1.2");
        assertEquals(2, lived.round(1).number());
        lived.secretly(1, "1.1 4 1", "1.2 3 2").ended("1.1 PASS", "1.2 FAIL").signedOff(1).sealed();
    }

    @Test
    void amongFewItGoesOnPaper() {
        var few = TestMeeting.of(pack(2)).scoring();
        assertEquals(Secrecy.PAPER, secrecy(few));
        few.refused(Code.NOT_A_BALLOT, few.secretary(), Blind.announcement(few.round()));
        assertEquals(Secrecy.BLIND_TOKEN, secrecy(TestMeeting.of(pack(3)).scoring()));
    }

    /** A box cannot tell a name that was not to be marked from one that was passed over. */
    @Test
    void withARecusedElectorItGoesOnPaper() {
        var test = TestMeeting.of(PACK).gathered();
        test.accepted(test.expert(1), new Recuse(test.expert(1), test.applicant(2), Ground.KINSHIP, Optional.empty()));
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        assertEquals(Secrecy.PAPER, secrecy(test));
        test.refused(Code.PAPERS_OUT, test.expert(2), new Recuse(test.expert(2), test.applicant(1), Ground.KINSHIP, Optional.empty()));
    }

    /** Whoever cast which paper, the record is the same to the last byte; and between names and papers there is nothing. */
    @Test
    void theRecordIsTheSameWhoeverCastWhat() {
        for (long run = seed; run < seed + 100; run++) {
            var chance = new Random(run);
            var papers = new ArrayList<List<String>>();
            for (int voter = 1; voter <= 5; voter++) papers.add(List.of(word(chance), word(chance)));
            var one = recorded(papers);
            Collections.shuffle(papers, chance);
            assertEquals(one, recorded(papers), "seed " + run);
            for (var fact : one) {
                if (!(fact.event() instanceof BoxOpened box)) continue;
                for (int voter = 1; voter <= 5; voter++) {
                    assertFalse(box.toString().contains(TestPackage.expert(1, voter).value()) || box.toString().contains(Blind.hash(100 + voter)), "seed " + run);
                }
            }
        }
    }

    /** The same papers, cast under names and cast in a box, come to the same. */
    @Test
    void aBoxCountsWhatNamedPapersWouldHaveCounted() {
        for (long run = seed; run < seed + 200; run++) {
            var chance = new Random(run);
            var papers = new ArrayList<List<String>>();
            for (int voter = 1; voter <= 5; voter++) papers.add(List.of(word(chance), word(chance)));
            var named = TestMeeting.of(PACK.by(Stages.ballot(Secrecy.NAMED))).scoring();
            for (int voter = 1; voter <= 5; voter++) {
                var paper = new TreeMap<String, String>();
                for (int n = 1; n <= 2; n++) paper.put(named.applicant(n).value(), papers.get(voter - 1).get(n - 1));
                named.accepted(named.expert(voter), new CastPaper(named.round(), paper));
            }
            named.closed().tallied();
            var boxed = (BallotCounted) recorded(papers).getLast().event();
            assertEquals(((BallotCounted) named.facts().getLast().event()).votes(), boxed.votes(), "seed " + run);
        }
    }

    private static List<Fact> recorded(List<List<String>> papers) {
        var test = TestMeeting.of(PACK).scoring();
        test.accepted(test.secretary(), Blind.announcement(test.round()));
        for (int voter = 1; voter <= 5; voter++) test.accepted(test.expert(voter), Blind.asking(test.round(), 100 + voter));
        test.accepted(test.secretary(), Blind.barrier(test.round()));
        test.accepted(test.secretary(), Blind.box(test.round(), 5, 5, column(test, 1, papers), column(test, 2, papers)));
        test.accepted(test.secretary(), new ComputeTally(test.round()));
        return test.facts();
    }

    private static Column column(TestMeeting test, int applicant, List<List<String>> papers) {
        var times = new ArrayList<Integer>();
        for (var word : List.of("abstain", "yes", "against")) times.add((int) papers.stream().filter(paper -> paper.get(applicant - 1).equals(word)).count());
        return new Column(test.applicant(applicant), times);
    }

    private static String word(Random chance) {
        return List.of("yes", "against", "abstain").get(chance.nextInt(3));
    }

    private static void wrong(String what, TestMeeting test, OpenBox said) {
        assertEquals(what, test.refused(Code.BOX_DISAGREES, test.secretary(), said).facts().get("wrong"));
    }

    private static OpenBox box(TestMeeting test, int papers) {
        return Blind.box(test.round(), papers, papers, Blind.column(test.applicant(1), 0, papers, 0), Blind.column(test.applicant(2), papers, 0, 0));
    }

    private static Secrecy secrecy(TestMeeting test) {
        return test.now().floor().rounds().get(test.round()).orElseThrow().casting().orElseThrow().secrecy();
    }

    private static TestPackage pack(int experts) {
        return TestPackage.rooms(1, experts, 2).by(TestPackage.counted()).by(Stages.ballot(Secrecy.BLIND_TOKEN)).by(Blind.THREE_ARE_ENOUGH);
    }
}
