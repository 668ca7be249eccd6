package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.rule.sheet.Finding.Code;
import java.util.List;
import java.util.TreeSet;

/** Fields: a choice says among what, a list says of what, and lists do not nest. */
final class FieldsCheck {

    private FieldsCheck() {
    }

    static void check(Sheet sheet, Findings findings) {
        check(sheet.fields(), "", findings);
    }

    private static void check(List<Field> fields, String list, Findings findings) {
        for (var field : fields) {
            var place = Findings.field(list + field.code(), "");
            var choice = field.type() == FieldType.CHOICE;
            if (choice && field.choices().isEmpty()) findings.error(Code.CHOICES_MISSING, place, "name", field.name());
            if (!choice && !field.choices().isEmpty()) findings.warning(Code.CHOICES_NOT_EXPECTED, place, "name", field.name());
            var seen = new TreeSet<String>();
            for (var value : field.choices()) {
                if (value.isBlank() || !seen.add(value)) findings.error(Code.CHOICE_TWICE, place, "name", field.name(), "value", value);
            }
            var isList = field.type() == FieldType.LIST;
            if (isList && !list.isEmpty()) findings.error(Code.LIST_IN_LIST, place, "name", field.name());
            if (isList && field.fields().isEmpty()) findings.error(Code.LIST_WITHOUT_FIELDS, place, "name", field.name());
            if (!isList && !field.fields().isEmpty()) findings.error(Code.FIELDS_NOT_EXPECTED, place, "name", field.name());
            if (isList && list.isEmpty()) check(field.fields(), field.code() + ".", findings);
        }
    }
}
