package conclave.meeting.event;

import java.util.List;

/** How many of how many are enough, in whole numbers. */
public sealed interface Threshold {

    /** k of n are enough when k × denominator ≥ n × numerator; {@code strict}: more than that. */
    record Share(int numerator, int denominator, boolean strict) implements Threshold {
    }

    /** A body that writes its own table (9 → 7); sizes that are not in it go by the share. */
    record Prescribed(List<Need> needs, Share otherwise) implements Threshold {
        public Prescribed {
            needs = List.copyOf(needs);
        }
    }

    record Need(int of, int needed) {
    }

    /** Enough as long as fewer than so many are against: one or two refusals by reviewers end it. */
    record FewerAgainst(int than) implements Threshold {
    }
}
