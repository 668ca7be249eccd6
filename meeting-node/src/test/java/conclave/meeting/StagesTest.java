package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.Agenda.Action;
import conclave.meeting.Agenda.Step;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Quota;
import conclave.meeting.event.Stage.Ranking;
import conclave.meeting.event.Stage.Scoring;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.sitting.Judges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A room's way through the mode where it is not the usual one. */
class StagesTest {

    /** Everybody is locked in or out: there is nobody to vote on, but the committee must still see and sign it. */
    @Test
    void aHallWithNobodyLeftToVoteOnComesTogetherToConfirm() {
        var lock = new Cut("lock", "锁定", Body.PLENARY, Optional.empty(), Optional.of(new Quota.Places(1)), Optional.of(new Quota.Places(1)), Optional.empty(),
                Effect.STAY, Ties.SHARED);
        var mode = TestPackage.mode(2, new Ranking("rank", "排序", Body.PLENARY, List.of()), lock, Stages.voting("vote", Secrecy.NAMED, new Entrants.Undecided()));
        var lived = new Lived(TestPackage.rooms(2, 3, 1).underOneHall().by(TestPackage.counted()).by(mode).applicants(counted("20 10"))).gathered(3);
        lived.test().refused(Code.SITTING_NOT_OPEN, TestPackage.secretary(1), new OpenRound(TestPackage.room(1), TestMeeting.round(1), "chance"));
        lived.opened(3, "rank").counted(3).ended("1.1 PASS", "2.1 FAIL").signedOff(3).sealed();
    }

    @Test
    void aRoomThatOnlyRanksComesTogetherOnce() {
        var mode = TestPackage.mode(2, new Ranking("rank", "排序", Body.PANEL, List.of()));
        var lived = new Lived(TestPackage.rooms(1, 3, 2).by(TestPackage.counted()).by(mode).applicants(counted("10 20"))).gathered(1);
        lived.opened(1, "rank").counted(1).ranked(1, "rank", "1.2 1 20", "1.1 2 10");
        lived.test().refused(Code.STAGES_FINISHED, lived.test().secretary(), new OpenRound(TestPackage.room(1), TestMeeting.round(7), "chance"));
        lived.signedOff(1).sealed();
    }

    /** 10 and 5 come to 15; whoever nobody marked in the second stage has no total, whatever the first one gave. */
    @Test
    void aStageThatGaveNothingLeavesNoTotal() {
        var sheet = Stages.second(List.of(TestPackage.leaf("one", "20", Optional.of("first")), TestPackage.leaf("two", "20", Optional.of("then")),
                TestPackage.given("A1", Sheet.Kind.AUTOMATIC, "80")));
        var mode = TestPackage.mode(2, scoring("first"), scoring("then"), new Ranking("rank", "排序", Body.PANEL, List.of()));
        var lived = new Lived(TestPackage.rooms(1, 3, 2).by(sheet).by(mode)).gathered(1);
        lived.opened(1, "first").scored(1, "1.1", "10", "10", "10").scored(1, "1.2", "20", "20", "20").counted(1).opened(1, "then");
        lived.scored(1, "1.1", "5", "5", "5");
        lived.test().accepted(lived.test().secretary(), new CloseRound(lived.round(1).id(), true, Optional.of(new Ciphertext("fell ill"))));
        lived.test().accepted(lived.test().secretary(), new ComputeTally(lived.round(1).id()));
        lived.ranked(1, "rank", "1.1 1 15.00", "1.2 – –");
    }

    /** Who has written stays a reviewer, though the one who was to write comes back. */
    @Test
    void whoStoodInForARecusedReviewerIsNotSentAway() {
        var test = TestMeeting.of(TestPackage.rooms(1, 4, 1).by(Stages.reviewed(2))).scoring();
        assertEquals(List.of(test.expert(1), test.expert(2)), judges(test));
        test.accepted(test.expert(1), new Recuse(test.expert(1), test.applicant(1), Ground.OTHER_INTEREST, Optional.empty()));
        assertEquals(List.of(test.expert(2), test.expert(3)), judges(test));
        test.given(3, 1, "20");
        test.accepted(test.secretary(), new LiftRecusal(test.expert(1), test.applicant(1)));
        assertEquals(List.of(test.expert(3), test.expert(1)), judges(test));
        test.refused(Code.NOT_ASSIGNED, test.expert(2), test.score(1, 0, "9"));
    }

    @Test
    void aReopenedRoundTakesBackTheCutThatFollowedFromIt() {
        var cut = new Cut("cut", "入围", Body.PANEL, Optional.of(new BigDecimal(20)), Optional.empty(), Optional.empty(), Optional.empty(), Effect.STAY, Ties.SHARED);
        var mode = TestPackage.mode(2, scoring("score"), cut, Stages.voting("vote", Secrecy.NAMED, new Entrants.Undecided()));
        var lived = new Lived(TestPackage.rooms(1, 3, 2).by(mode)).gathered(1).opened(1, "score");
        lived.scored(1, "1.1", "10", "10", "10").scored(1, "1.2", "30", "30", "30").counted(1).ended("1.1 FAIL", "1.2 STAY");
        lived.test().accepted(lived.test().secretary(), new ReopenRound(lived.round(1).id(), new Ciphertext("a mistake")));
        lived.ended("1.1 STAY", "1.2 STAY");
        assertTrue(lived.now().tallies().settled().get(TestPackage.room(1)).orElseThrow().isEmpty());
        lived.counted(1).ended("1.1 FAIL").opened(1, "vote", "1.2");
        lived.test().refused(Code.LATER_ROUND_STANDS, lived.test().secretary(), new ReopenRound(new RoundId("rnd_lived101"), new Ciphertext("too late")));
    }

    @Test
    void theOneThingToDoIsSaidAtEveryStepOfABallot() {
        var paper = TestMeeting.of(TestPackage.rooms(1, 5, 1).by(TestPackage.counted()).by(Stages.ballot(Secrecy.PAPER))).scoring();
        next(paper, Step.AWAIT_COUNT);
        var count = new CountPapers(paper.round(), 4, 0, List.of(new Counted(paper.applicant(1), 4, 0, 0)));
        paper.accepted(paper.secretary(), count);
        paper.accepted(paper.chair(), count);
        next(paper, Step.CLOSE_ROUND, Action.CLOSE_ROUND);
        var named = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(TestPackage.counted()).by(Stages.ballot(Secrecy.NAMED))).scoring();
        next(named, Step.AWAIT_PAPERS);
        for (int voter = 1; voter <= 3; voter++) Stages.cast(named, voter);
        next(named, Step.CLOSE_ROUND, Action.CLOSE_ROUND);
        var blind = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(TestPackage.counted()).by(Stages.ballot(Secrecy.BLIND_TOKEN)).by(Blind.THREE_ARE_ENOUGH)).scoring();
        next(blind, Step.ANNOUNCE_BALLOT, Action.ANNOUNCE_BALLOT);
        Blind.issued(blind, 2);
        next(blind, Step.AWAIT_TOKENS);
        blind.accepted(blind.expert(3), Blind.asking(blind.round(), 3));
        next(blind, Step.CLOSE_ISSUING, Action.CLOSE_ISSUING);
        blind.accepted(blind.secretary(), Blind.barrier(blind.round()));
        next(blind, Step.OPEN_BOX, Action.OPEN_BOX);
    }

    private static void next(TestMeeting test, Step step, Action... action) {
        var agenda = Agenda.of(test.now(), TestPackage.room(1), test.secretary());
        assertEquals(step, agenda.step());
        assertEquals(List.of(action), agenda.action().stream().toList());
        assertEquals(Optional.empty(), Agenda.of(test.now(), TestPackage.room(1), test.expert(1)).action());
    }

    private static List<PersonId> judges(TestMeeting test) {
        var round = test.now().floor().rounds().get(test.round()).orElseThrow();
        return new Judges(test.now().intake().register().orElseThrow(), test.now().book(), test.now().floor()).of(round, test.applicant(1));
    }

    private static Scoring scoring(String code) {
        return new Scoring(code, "打分", Body.PANEL, 0, Stages.mean(), Optional.empty());
    }

    private static UnaryOperator<Item.Applicant> counted(String points) {
        var left = new ArrayList<>(List.of(points.split(" ")));
        return a -> {
            var given = new TreeMap<String, BigDecimal>();
            given.put("A1", new BigDecimal(left.removeFirst()));
            return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
        };
    }
}
