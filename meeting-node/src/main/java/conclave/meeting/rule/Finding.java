package conclave.meeting.rule;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that does not fit in the rules of a meeting: a stable code, the place ({@code stages[2].aggregation.trimFrom}),
 * and the facts around it, from which the interface makes words.
 */
public record Finding(Severity severity, String code, String at, SortedMap<String, String> facts) {

    public enum Severity {
        /** A meeting cannot be held by these rules. */
        ERROR,
        /** It can, but is that what was meant? */
        WARNING
    }

    public Finding {
        var copy = new TreeMap<String, String>();
        facts.forEach(copy::put);
        facts = Collections.unmodifiableSortedMap(copy);
    }

    /** An error; the facts are given as name, value, name, value. */
    public static Finding error(String code, String at, String... facts) {
        return new Finding(Severity.ERROR, code, at, pairs(facts));
    }

    public static Finding warning(String code, String at, String... facts) {
        return new Finding(Severity.WARNING, code, at, pairs(facts));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static SortedMap<String, String> pairs(String... facts) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
        return named;
    }
}
