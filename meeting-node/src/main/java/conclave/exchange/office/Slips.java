package conclave.exchange.office;

import conclave.exchange.workbook.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where everything that is noticed is written down: each thing once, and no more than anybody reads. */
final class Slips {

    static final int MOST = 1_000;

    private final ArrayList<OfficeFinding> found = new ArrayList<>();
    private final TreeSet<String> said = new TreeSet<>();
    private int errors;

    void error(Slip slip, String file, Spot spot, String value, Object... facts) {
        add(slip.at(true, file, spot, value, facts));
    }

    void warning(Slip slip, String file, Spot spot, String value, Object... facts) {
        add(slip.at(false, file, spot, value, facts));
    }

    void add(OfficeFinding finding) {
        var same = finding.error() ? errors : found.size() - errors;
        var key = finding.file() + "\n" + finding.finding().rule() + "\n" + finding.finding().spot().words() + "\n" + finding.finding().what();
        if (same >= MOST || !said.add(key)) return;
        if (finding.error()) errors++;
        found.add(finding);
    }

    boolean failed() {
        return errors > 0;
    }

    /** Errors first. */
    List<OfficeFinding> all() {
        return Stream.concat(found.stream().filter(OfficeFinding::error), found.stream().filter(it -> !it.error())).toList();
    }
}
