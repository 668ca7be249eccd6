package conclave.meeting.rule.sheet;

import conclave.meeting.rule.sheet.Finding.Code;
import conclave.meeting.rule.sheet.Finding.Part;
import conclave.meeting.rule.sheet.Finding.Place;
import conclave.meeting.rule.sheet.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Where the checks write what they find, in the order in which they look. */
final class Findings {

    private static final int LONGEST = 60;

    private final ArrayList<Finding> found = new ArrayList<>();

    /** {@code facts} are names and values in turn. */
    void error(Code code, Place place, Object... facts) {
        add(Severity.ERROR, code, place, facts);
    }

    void warning(Code code, Place place, Object... facts) {
        add(Severity.WARNING, code, place, facts);
    }

    boolean errors() {
        return found.stream().anyMatch(Finding::error);
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    private void add(Severity severity, Code code, Place place, Object... facts) {
        var sorted = new TreeMap<String, String>();
        for (int i = 0; i + 1 < facts.length; i += 2) sorted.put(facts[i].toString(), shown(Plain.of(facts[i + 1])));
        found.add(new Finding(severity, code, place, sorted));
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    static Place sheet(String aspect) {
        return new Place(Part.SHEET, "", aspect, 0);
    }

    static Place field(String code, String aspect) {
        return new Place(Part.FIELD, code, aspect, 0);
    }

    static Place chart(String code, int row) {
        return new Place(Part.CHART, code, "", row);
    }

    static Place indicator(String code, String aspect, int row) {
        return new Place(Part.INDICATOR, code, aspect, row);
    }

    static Place fact(String code, int entry) {
        return new Place(Part.FACT, code, "", entry);
    }
}
