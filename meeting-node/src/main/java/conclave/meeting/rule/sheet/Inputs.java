package conclave.meeting.rule.sheet;

import conclave.meeting.event.Facts;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one applicant when the sheet is counted.
 *
 * @param given points by indicator, as the platform counted them
 * @param outcomes of the stages that have voted on this applicant
 */
public record Inputs(Facts facts, SortedMap<String, BigDecimal> given, SortedMap<String, Outcome> outcomes) {

    /** So many yes of so many votes. */
    public record Outcome(int yes, int of) {
    }

    public Inputs {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    public static Inputs of(Facts facts) {
        return new Inputs(facts, new TreeMap<>(), new TreeMap<>());
    }
}
