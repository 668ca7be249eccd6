package conclave.exchange.workbook;

import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.rule.sheet.Finding.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** 事实字段: a row a field; those of a list name the list that they belong to. */
final class FieldLines {

    private final Remarks remarks;
    private final Places places;

    FieldLines(Remarks remarks, Places places) {
        this.remarks = remarks;
        this.places = places;
    }

    List<Field> fields(Table table) {
        places.put(Part.FIELD, "", "", 0, table.spot());
        var lists = new TreeMap<String, List<Field>>();
        var top = new ArrayList<Field>();
        var lines = table.lines(remarks);
        for (var line : lines) {
            if (type(line) == FieldType.LIST) lists.put(line.text("编号"), new ArrayList<>());
        }
        for (var line : lines) {
            var list = line.text("所属列表");
            var code = line.needed("编号");
            places.put(Part.FIELD, list.isEmpty() ? code : list + "." + code, "", 0, line.spot("编号"));
            if (!list.isEmpty() && !lists.containsKey(list)) remarks.error(Rule.LIST_UNKNOWN, line.spot("所属列表"), list, list);
            (list.isEmpty() || !lists.containsKey(list) ? top : lists.get(list)).add(field(line, code));
        }
        return top.stream().map(field -> field.type() != FieldType.LIST ? field
                : new Field(field.code(), field.name(), field.type(), field.required(), field.choices(), lists.getOrDefault(field.code(), List.of()))).toList();
    }

    private Field field(Line line, String code) {
        if (line.blank("类型")) line.needed("类型");
        var choices = Choices.read(line.text("可选值"));
        if (choices.isEmpty()) remarks.error(Rule.CHOICES_MALFORMED, line.spot("可选值"), line.text("可选值"));
        return new Field(code, line.needed("名称"), type(line), line.word("必填", Terms.FLAG).orElse(false), choices.orElse(List.of()), List.of());
    }

    private static FieldType type(Line line) {
        return line.word("类型", Terms.TYPE).orElse(FieldType.KEY);
    }
}
