package conclave.meeting;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Defence;
import conclave.meeting.event.Stage.Divergence;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Quota;
import conclave.meeting.event.Stage.Ranking;
import conclave.meeting.event.Stage.Remedy;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Threshold.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Meetings of every kind that the rule book knows, one for each seed. */
public final class RandomRules {

    private static final int KINDS = 10;

    private RandomRules() {
    }

    /** The package by other rules: the mode, the profile and, where nobody marks, the sheet. */
    public static TestPackage of(long seed, TestPackage pack) {
        var chance = new Random(seed ^ 0x5DEECE66DL);
        // Half of the meetings ask for screening.
        var plain = pack.withAlternates(2).by(profile(chance));
        var ruled = Math.floorMod(seed / KINDS, 2) == 0 ? plain : plain.screening();
        return switch (Math.floorMod(seed, KINDS)) {
            case 0 -> ruled;
            case 1 -> ruled.by(mode(score(0, Optional.empty()), rank(), cut(Ties.SECOND_BALLOT), vote("vote", Form.APPROVE, Secrecy.NAMED, undecided(), 1),
                    vote("second", Form.APPROVE, Secrecy.NAMED, new Entrants.Tied("vote"), 1)));
            case 2 -> ruled.by(TestPackage.counted()).by(mode(opinions(), vote("vote", Form.APPROVE, Secrecy.PAPER, undecided(), 0)));
            case 3 -> ruled.by(mode(score(2, Optional.of(new Divergence(new BigDecimal(8), Remedy.EXTRA_REVIEWER)))));
            case 4 -> ruled.by(mode(new Stage.Scoring("score", "答辩", Body.PANEL, 0, aggregation(Method.MEAN, Optional.empty()),
                    Optional.of(new Defence(true, 10, 10))), rank()));
            case 5 -> ruled.by(mode(score(0, Optional.of(new Divergence(new BigDecimal(15), Remedy.RESCORE))), rank()));
            case 6 -> ruled.underOneHall().by(mode(score(0, Optional.empty()), rank(), cut(Ties.ALL_IN),
                    vote("vote", Form.APPROVE, Secrecy.NAMED, undecided(), 2)));
            case 7 -> ruled.by(TestPackage.counted()).by(mode(vote("vote", Form.APPROVE, Secrecy.BLIND_TOKEN, undecided(), 0)));
            case 8 -> ruled.by(TestPackage.counted()).by(mode(vote("choice", Form.CHOOSE, chance.nextBoolean() ? Secrecy.NAMED : Secrecy.BLIND_TOKEN, undecided(), 1),
                    vote("second", Form.APPROVE, Secrecy.NAMED, new Entrants.Tied("choice"), 1), reconsidered("second")));
            default -> ruled.underOneHall().by(TestPackage.counted()).by(mode(rank("plenary"), lock(),
                    vote("order", Form.RANK, Secrecy.NAMED, undecided(), 2)));
        };
    }

    private static Mode mode(Stage... stages) {
        return TestPackage.mode(2, stages);
    }

    private static Profile profile(Random chance) {
        var p = TestPackage.TWO_THIRDS;
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), Profile.Denominator.values()[chance.nextInt(2)], p.panelMinimum(),
                p.committeeMinimum(), p.committeeParity(), p.committeeForbidsMultipleOf3(), 2, 3, Profile.Swap.values()[chance.nextInt(2)]);
    }

    private static Aggregation aggregation(Method method, Optional<Divergence> divergence) {
        return new Aggregation(method, 5, Per.SHEET, List.of(), divergence);
    }

    private static Stage.Scoring score(int reviewers, Optional<Divergence> divergence) {
        return new Stage.Scoring("score", "打分", Body.PANEL, reviewers, aggregation(Method.TRIMMED_MEAN, divergence), Optional.empty());
    }

    private static Stage opinions() {
        return new Stage.OpinionWriting("opinion", "评议意见", 2);
    }

    private static Ranking rank() {
        return new Ranking("rank", "排序", Body.PANEL, List.of());
    }

    private static Ranking rank(String code) {
        return new Ranking(code, "排序", Body.PLENARY, List.of());
    }

    private static Cut cut(Ties ties) {
        return new Cut("cut", "入围", Body.PANEL, Optional.of(BigDecimal.ONE), Optional.empty(), Optional.empty(), Optional.of(new Quota.Percent(70)),
                Effect.STAY, ties);
    }

    private static Cut lock() {
        return new Cut("lock", "锁定", Body.PLENARY, Optional.empty(), Optional.of(new Quota.Percent(30)), Optional.of(new Quota.Places(1)), Optional.empty(),
                Effect.STAY, Ties.ALL_OUT);
    }

    private static Entrants undecided() {
        return new Entrants.Undecided();
    }

    private static Balloting vote(String code, Form form, Secrecy secrecy, Entrants entrants, int places) {
        return new Balloting(code, "票决", Body.PLENARY, form, secrecy, entrants, form == Form.CHOOSE ? 1 : 0, places,
                Optional.<conclave.meeting.event.Threshold>of(new Share(1, 2, false)).filter(_ -> form != Form.RANK), Effect.PASS, Effect.FAIL, Ties.SECOND_BALLOT);
    }

    private static Balloting reconsidered(String ballot) {
        return vote("again", Form.APPROVE, Secrecy.NAMED, new Entrants.Reconsidered(ballot, new Share(1, 4, false), new Share(1, 2, false)), 0);
    }
}
