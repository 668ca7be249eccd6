package conclave.node;

import conclave.meeting.prepare.FactKey;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an applicant's form says, opened from the sealed record; {@code reasons} explain the automatic points. */
public record Application(SortedMap<FactKey, String> facts, SortedMap<String, String> reasons) {

    public Application {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    public Application(Map<FactKey, String> facts, Map<String, String> reasons) {
        this(new TreeMap<>(facts), new TreeMap<>(reasons));
    }

    @Override
    public String toString() {
        return "Application(not shown)";
    }
}
