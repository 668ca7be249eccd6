package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.rule.expression.Names;
import conclave.meeting.rule.expression.Type;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What expressions of a sheet may speak of: its fields and charts, by code or by name, and the cutoff. Not of indicators:
 * so nothing can depend on itself, in whatever order things are counted.
 */
final class SheetNames implements Names {

    static final String CUTOFF = "cutoff";
    static final String CUTOFF_NAME = "截止日";

    private final TreeMap<String, Name> names = new TreeMap<>();
    private final TreeMap<String, Table> tables = new TreeMap<>();

    private SheetNames() {
    }

    static SheetNames of(Sheet sheet) {
        var known = new SheetNames();
        if (sheet.cutoff().isPresent()) {
            var day = new Name(CUTOFF, Type.DATE, List.of(), Optional.empty());
            known.names.put(CUTOFF, day);
            known.names.put(CUTOFF_NAME, day);
        }
        known.addFields(sheet.fields());
        for (var chart : sheet.charts()) {
            var table = ChartTable.of(chart);
            known.tables.putIfAbsent(chart.name(), table);
            known.tables.put(chart.code(), table);
        }
        return known;
    }

    /** Seen from an entry of the list: its own fields first, then those of the form; no lists. */
    SheetNames from(Field list) {
        var inner = new SheetNames();
        names.forEach((word, name) -> {
            if (name.type() != Type.LIST) inner.names.put(word, name);
        });
        inner.tables.putAll(tables);
        inner.addFields(list.fields());
        return inner;
    }

    private void addFields(List<Field> fields) {
        for (var field : fields) names.put(field.name(), name(field));
        for (var field : fields) names.put(field.code(), name(field));
    }

    private static Name name(Field field) {
        return new Name(field.code(), type(field.type()), field.choices(), field.type() == FieldType.LIST ? Optional.of(inside(field)) : Optional.empty());
    }

    private static Names inside(Field list) {
        var inside = new SheetNames();
        inside.addFields(list.fields().stream().filter(field -> field.type() != FieldType.LIST).toList());
        return inside;
    }

    private static Type type(FieldType type) {
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case CHOICE, KEY -> Type.TEXT;
            case DATE -> Type.DATE;
            case FLAG -> Type.FLAG;
            case LIST -> Type.LIST;
        };
    }

    @Override
    public Optional<Name> name(String word) {
        return Optional.ofNullable(names.get(word));
    }

    @Override
    public Optional<Table> table(String word) {
        return Optional.ofNullable(tables.get(word));
    }
}
