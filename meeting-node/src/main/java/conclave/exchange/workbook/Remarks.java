package conclave.exchange.workbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the readers write what they find, in the order in which they look: each thing once, and no more than anybody reads. */
final class Remarks {

    static final int MOST = 500;

    /** Whatever is wrong in this way, what the row is called can be read. */
    private static final Set<Rule> NAMELESS = EnumSet.of(Rule.NOT_A_NUMBER, Rule.NUMBER_TOO_LONG, Rule.END_UNSAID, Rule.ROW_HIDDEN, Rule.COLUMN_HIDDEN,
            Rule.PAGE_HIDDEN, Rule.OTHERWISE_TWICE, Rule.HEADING_TWICE);

    private final ArrayList<CellFinding> found = new ArrayList<>();
    private final TreeSet<String> said = new TreeSet<>();
    /** Pages and rows that could not be read as they stand: what follows from them is not worth a sentence of its own. */
    private final TreeSet<String> troubled = new TreeSet<>();

    void error(Rule rule, Spot spot, String value, Object... facts) {
        add(rule.at(true, spot, value, facts));
        if (!NAMELESS.contains(rule)) troubled.add(spot.page());
        troubled.add(line(spot));
    }

    void warning(Rule rule, Spot spot, String value, Object... facts) {
        add(rule.at(false, spot, value, facts));
    }

    void add(CellFinding finding) {
        // Warnings never crowd out an error.
        var same = found.stream().filter(it -> it.error() == finding.error()).count();
        if (same < MOST && said.add(finding.rule() + " " + finding.spot().words() + " " + finding.what())) found.add(finding);
    }

    boolean troubled(String page) {
        return troubled.contains(page);
    }

    boolean lineTroubled(Spot spot) {
        return troubled.contains(line(spot));
    }

    boolean troubledCell(Spot spot) {
        return found.stream().anyMatch(it -> it.error() && it.spot().equals(spot));
    }

    boolean errors() {
        return found.stream().anyMatch(CellFinding::error);
    }

    /** Errors first. */
    List<CellFinding> all() {
        return Stream.concat(found.stream().filter(CellFinding::error), found.stream().filter(it -> !it.error())).toList();
    }

    private static String line(Spot spot) {
        return spot.page() + " " + spot.cell().replaceAll("[A-Z]+", "");
    }
}
