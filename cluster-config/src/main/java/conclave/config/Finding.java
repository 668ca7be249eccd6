package conclave.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing noticed before a node starts: how bad, what (a message key), with which facts, and the key of the
 * sentence that says what to do. The words stand in the interface's message files, in every language it speaks.
 */
public record Finding(Severity severity, String what, SortedMap<String, String> facts, String fix) {

    public enum Severity {
        /** Worth reading; the node starts. */
        NOTICE,
        /** The node does not start. */
        ERROR
    }

    public Finding {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** An error; the facts are given as name, value, name, value. */
    public static Finding error(String what, String... facts) {
        return new Finding(Severity.ERROR, what, pairs(facts), what + ".fix");
    }

    public static Finding notice(String what, String... facts) {
        return new Finding(Severity.NOTICE, what, pairs(facts), what + ".fix");
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
