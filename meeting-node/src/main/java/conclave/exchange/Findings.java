package conclave.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects findings while a package is read. Stops noting after a thousand: a person fixes the first ones first. */
final class Findings {

    static final int MOST = 1_000;

    private final List<Finding> noted = new ArrayList<>();
    private boolean failed;

    /** Facts are given as name, value, name, value. */
    void error(String code, String... facts) {
        failed = true;
        note(Finding.Severity.ERROR, code, facts);
    }

    void warning(String code, String... facts) {
        note(Finding.Severity.WARNING, code, facts);
    }

    boolean failed() {
        return failed;
    }

    List<Finding> all() {
        return List.copyOf(noted);
    }

    private void note(Finding.Severity severity, String code, String... facts) {
        if (noted.size() == MOST) {
            noted.add(new Finding(Finding.Severity.WARNING, "more-findings-left-out", new TreeMap<>()));
        }
        if (noted.size() > MOST) return;
        var named = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
        noted.add(new Finding(severity, code, named));
    }
}
