package conclave.exchange;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something an intake check noticed: a stable code and the facts around it (file, place in the JSON, class of the value),
 * from which the interface makes words. A finding never carries a person's data, because findings are logged.
 */
public record Finding(Severity severity, String code, SortedMap<String, String> facts) {

    public enum Severity {
        /** The package cannot be taken in. */
        ERROR,
        /** Somebody should look, and may go on. */
        WARNING
    }

    public Finding {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
