package conclave.meeting.rule;

import conclave.meeting.event.Stage.Entrants.Reconsidered;
import conclave.meeting.event.Threshold;
import conclave.meeting.event.Threshold.FewerAgainst;
import conclave.meeting.event.Threshold.Prescribed;
import conclave.meeting.event.Threshold.Share;

/** 通过门槛 in whole numbers: 以上 includes equality, and nobody passes without a single yes. */
public final class Thresholds {

    private Thresholds() {
    }

    /** So many yes of {@code n} are enough; where only refusals are limited, so many who are not against. */
    public static int needed(Threshold threshold, int n) {
        return Math.max(1, switch (threshold) {
            case Share share -> needed(share, n);
            case Prescribed table -> table.needs().stream().filter(need -> need.of() == n).findFirst()
                    .map(need -> need.needed()).orElseGet(() -> needed(table.otherwise(), n));
            case FewerAgainst fewer -> n - fewer.than() + 1;
        });
    }

    public static boolean reached(Threshold threshold, int yes, int against, int n) {
        return switch (threshold) {
            case Share _, Prescribed _ -> yes >= needed(threshold, n);
            case FewerAgainst fewer -> yes >= 1 && against < fewer.than();
        };
    }

    /** Whether a candidate who failed may come back: a share of yes from here on, and below there. */
    public static boolean reconsidered(Reconsidered entrants, int yes, int of) {
        return of > 0 && yes >= needed(entrants.from(), of) && yes < needed(entrants.below(), of);
    }

    /** The smallest k with k × denominator ≥ n × numerator, or above it. A share of nothing is never reached. */
    private static int needed(Share share, int n) {
        if (share.denominator() <= 0 || share.numerator() < 0) return Integer.MAX_VALUE;
        var whole = (long) n * share.numerator();
        var enough = share.strict() ? whole / share.denominator() + 1 : Math.ceilDiv(whole, share.denominator());
        return (int) Math.min(Integer.MAX_VALUE, enough);
    }
}
