package conclave.node;

import conclave.meeting.prepare.FactKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an applicant's form says, opened from the sealed record; {@code names} tell what the entries of its lists are called. */
public record Application(SortedMap<FactKey, String> facts, SortedMap<String, List<String>> names) {

    public Application {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    Application(Map<FactKey, String> facts, Map<String, List<String>> names) {
        this(new TreeMap<>(facts), new TreeMap<>(names));
    }

    @Override
    public String toString() {
        return "Application(not shown)";
    }
}
