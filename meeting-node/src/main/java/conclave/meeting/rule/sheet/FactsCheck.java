package conclave.meeting.rule.sheet;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.rule.sheet.Finding.Code;
import conclave.meeting.rule.sheet.Finding.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/** An applicant's facts, held against the fields of the sheet. */
public final class FactsCheck {

    static final int ENTRIES = 500;

    private final Findings findings = new Findings();

    private FactsCheck() {
    }

    public static List<Finding> check(Sheet sheet, Facts facts) {
        var check = new FactsCheck();
        check.values(sheet.fields(), facts.values(), "", 0);
        for (var name : facts.lists().keySet()) {
            if (list(sheet, name).isEmpty()) check.findings.error(Code.UNKNOWN_FACT, Findings.fact(name, 0), "name", name);
        }
        for (var field : sheet.fields()) {
            if (field.type() == FieldType.LIST) check.entries(field, facts.lists().getOrDefault(field.code(), List.of()));
        }
        return check.findings.all();
    }

    /** The points that came with the package, held against the indicators that wait for them. */
    public static List<Finding> checkGiven(CompiledSheet sheet, SortedMap<String, BigDecimal> given) {
        var findings = new Findings();
        given.forEach((code, points) -> {
            var place = Findings.indicator(code, "source", 0);
            if (sheet.indicator(code).filter(FactsCheck::waits).isEmpty()) findings.error(Code.UNKNOWN_GIVEN, place, "name", code);
            else if (!Bounds.sensible(points)) findings.error(Code.NUMBER_TOO_LONG, place, "digits", Bounds.DIGITS, "places", Bounds.PLACES);
        });
        for (var indicator : sheet.indicators()) {
            var missing = waits(indicator) && !given.containsKey(indicator.code());
            if (missing) findings.warning(Code.GIVEN_MISSING, Findings.indicator(indicator.code(), "source", 0), "name", indicator.name());
        }
        return findings.all();
    }

    private static boolean waits(Indicator indicator) {
        return indicator.source().orElse(null) instanceof Given;
    }

    private static List<Field> list(Sheet sheet, String code) {
        return sheet.fields().stream().filter(field -> field.type() == FieldType.LIST && field.code().equals(code)).toList();
    }

    private void entries(Field list, List<SortedMap<String, String>> entries) {
        if (list.required() && entries.isEmpty()) findings.error(Code.FACT_MISSING, Findings.fact(list.code(), 0), "name", list.name());
        if (entries.size() > ENTRIES) {
            findings.error(Code.TOO_MANY_ENTRIES, Findings.fact(list.code(), 0), "name", list.name(), "count", entries.size(), "most", ENTRIES);
            return;
        }
        for (int i = 0; i < entries.size(); i++) values(list.fields(), entries.get(i), list.code() + ".", i + 1);
    }

    private void values(List<Field> fields, SortedMap<String, String> stated, String list, int entry) {
        for (var code : stated.keySet()) {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) findings.error(Code.UNKNOWN_FACT, Findings.fact(list + code, entry), "name", code);
        }
        for (var field : fields) {
            var text = stated.get(field.code());
            var place = Findings.fact(list + field.code(), entry);
            if (text != null) value(field, text, place);
            else if (field.required() && field.type() != FieldType.LIST) findings.error(Code.FACT_MISSING, place, "name", field.name());
        }
    }

    private void value(Field field, String text, Place place) {
        if (text.length() > FactText.LONGEST) {
            findings.error(Code.FACT_TOO_LONG, place, "name", field.name(), "most", FactText.LONGEST);
        } else if (FactText.value(field, text).isEmpty()) {
            findings.error(malformed(field.type()), place, "name", field.name(), "value", text, "choices", String.join("、", field.choices()));
        }
    }

    private static Code malformed(FieldType type) {
        return switch (type) {
            case NUMBER -> Code.NOT_A_NUMBER;
            case CHOICE -> Code.NOT_A_CHOICE;
            case DATE -> Code.NOT_A_DATE;
            case FLAG -> Code.NOT_A_FLAG;
            case KEY -> Code.FACT_MISSING;
            case LIST -> Code.NOT_A_LIST;
        };
    }
}
