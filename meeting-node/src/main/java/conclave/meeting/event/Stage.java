package conclave.meeting.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One step of a meeting's mode. Candidates come to a stage undecided (在审) and leave it passed, failed, or undecided still;
 * the next stage takes those who are undecided, unless it says otherwise.
 */
public sealed interface Stage {

    String code();

    String name();

    /** Who sits at this stage; nobody need sit for what is counted, read or signed. */
    default Optional<Body> sitting() {
        return switch (this) {
            case AutoScore _, Reading _, SignOff _ -> Optional.empty();
            case OpinionWriting _ -> Optional.of(Body.PANEL);
            case Scoring s -> Optional.of(s.body());
            case Ranking s -> Optional.of(s.body());
            case Cut s -> Optional.of(s.body());
            case Balloting s -> Optional.of(s.body());
        };
    }

    /** Who sits: the panel of a room, or the whole committee. */
    enum Body { PANEL, PLENARY }

    /** What becomes of a candidate; STAY: goes on undecided. */
    enum Effect { PASS, FAIL, STAY }

    /** At the edge of the places: the place is shared, all who are equal are in, all are out, or they are voted on again. */
    enum Ties { SHARED, ALL_IN, ALL_OUT, SECOND_BALLOT }

    /** 自动量化赋分; ineligible and vetoed candidates fail here. */
    record AutoScore(String code, String name) implements Stage {
    }

    /** 审阅材料. */
    record Reading(String code, String name) implements Stage {
    }

    /** 评议意见: so many written opinions at least for each applicant. For reference in the vote. */
    record OpinionWriting(String code, String name, int fewest) implements Stage {
    }

    /** 打分, in the panel, in plenary, blind or after a defence. {@code reviewers}: so many assigned to each applicant, zero for all. */
    record Scoring(String code, String name, Body body, int reviewers, Aggregation aggregation, Optional<Defence> defence) implements Stage {
    }

    /** 答辩: in drawn order, so many minutes to speak and to answer. */
    record Defence(boolean drawnOrder, int minutesToSpeak, int minutesToAnswer) {
    }

    enum Method { MEAN, TRIMMED_MEAN, DROP_FARTHEST }

    /** Each expert's sum becomes one figure, or each indicator for itself. */
    enum Per { SHEET, INDICATOR }

    /** How many experts' marks become one figure. {@code trimFrom}: from so many marks on; below, all count. */
    record Aggregation(Method method, int trimFrom, Per per, List<ClassWeight> weights, Optional<Divergence> divergence) {
        public Aggregation {
            weights = List.copyOf(weights);
        }
    }

    /** What the mean of a class of experts counts (A, B, C: 0.5, 0.3, 0.2); a class without marks leaves its weight to the others. */
    record ClassWeight(String expertClass, BigDecimal weight) {
    }

    /** 评分差异: highest less lowest above the range asks the experts to mark again, or calls one reviewer more. */
    record Divergence(BigDecimal range, Remedy remedy) {
    }

    enum Remedy { RESCORE, EXTRA_REVIEWER }

    /** 排序: by the total of the sheet, or by weighted results of stages where some are named. */
    record Ranking(String code, String name, Body body, List<Part> parts) implements Stage {
        public Ranking {
            parts = List.copyOf(parts);
        }
    }

    record Part(String stage, BigDecimal weight) {
    }

    /**
     * 名额控制: below {@code entry} fails; the best {@code lockedIn} pass and the last {@code lockedOut} fail without a vote;
     * where {@code places} is given the best so many leave with {@code winners}, all others fail.
     */
    record Cut(String code, String name, Body body, Optional<BigDecimal> entry, Optional<Quota> lockedIn, Optional<Quota> lockedOut,
               Optional<Quota> places, Effect winners, Ties ties) implements Stage {
    }

    /** So many places, or so many hundredths of the candidates, rounded down. */
    sealed interface Quota {
        record Places(int number) implements Quota {
        }

        record Percent(int hundredths) implements Quota {
        }
    }

    /** Approve, against or abstain for each; an order of all; or at most so many names. */
    enum Form { APPROVE, RANK, CHOOSE }

    enum Secrecy { NAMED, PAPER, BLIND_TOKEN }

    sealed interface Entrants {
        /** Everybody who is undecided. */
        record Undecided() implements Entrants {
        }

        /** 二次投票: those who were equal at the edge of the named cut or ballot. */
        record Tied(String stage) implements Entrants {
        }

        /** 复议, once: those who failed in the named ballot with a share of yes of at least {@code from} and less than {@code below}. */
        record Reconsidered(String ballot, Threshold.Share from, Threshold.Share below) implements Entrants {
        }
    }

    /**
     * 票决.
     *
     * @param choose at most so many names on a paper (CHOOSE); zero otherwise
     * @param places so many can win at most; those who passed before at this ballot's places count; zero: no limit
     * @param passing the profile's where it is left out
     */
    record Balloting(String code, String name, Body body, Form form, Secrecy secrecy, Entrants entrants, int choose, int places,
                     Optional<Threshold> passing, Effect winners, Effect losers, Ties ties) implements Stage {
    }

    /** 签字确认: what is undecided stays so, with its rank. */
    record SignOff(String code, String name) implements Stage {
    }
}
