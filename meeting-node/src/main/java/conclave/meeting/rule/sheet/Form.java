package conclave.meeting.rule.sheet;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.rule.expression.Situation;
import conclave.meeting.rule.expression.Value;
import conclave.meeting.rule.expression.Value.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An applicant's facts with the types that the sheet gives them. What is missing or malformed is ABSENT; the check has said so before. */
final class Form implements Situation {

    private final TreeMap<String, Value> values = new TreeMap<>();
    private final TreeMap<String, List<Form>> lists = new TreeMap<>();
    private final Optional<Form> around;

    private Form(Optional<Form> around) {
        this.around = around;
    }

    static Form of(Sheet sheet, Facts facts) {
        var form = new Form(Optional.empty());
        sheet.cutoff().flatMap(FactText::day).ifPresent(day -> form.values.put(SheetNames.CUTOFF, new Value.Day(day)));
        form.fill(sheet.fields(), facts.values());
        for (var field : sheet.fields()) {
            if (field.type() == FieldType.LIST) form.lists.put(field.code(), entries(form, field, facts.lists().getOrDefault(field.code(), List.of())));
        }
        return form;
    }

    private static List<Form> entries(Form around, Field list, List<SortedMap<String, String>> stated) {
        var entries = new ArrayList<Form>(stated.size());
        for (var entry : stated) {
            var form = new Form(Optional.of(around));
            form.fill(list.fields(), entry);
            entries.add(form);
        }
        return entries;
    }

    private void fill(List<Field> fields, SortedMap<String, String> stated) {
        for (var field : fields) {
            var text = stated.get(field.code());
            values.put(field.code(), text == null ? Absent.ABSENT : FactText.value(field, text).orElse(Absent.ABSENT));
        }
    }

    @Override
    public Value value(String code) {
        var own = values.get(code);
        return own != null ? own : around.map(outer -> outer.value(code)).orElse(Absent.ABSENT);
    }

    @Override
    public List<Form> entries(String list) {
        return lists.getOrDefault(list, List.of());
    }
}
