package conclave.meeting;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Takes a record that is whole and spoils it somewhere inside: what a slip in a workbook, or malice, might leave. */
public final class BrokenRecords {

    private static final List<BigDecimal> NUMBERS = Stream.of("-1", "0", "0.5", "1E9", "1E999999999", "-1E-999999999", "1.2345678901234567", "100", "0.1", "1e-6", "7")
            .map(BigDecimal::new).toList();
    private final Random chance;
    private final List<Object> around = new ArrayList<>();

    public BrokenRecords(Random chance) {
        this.chance = chance;
    }

    public <R extends Record> R broken(R whole, int times) {
        around.clear();
        gather(whole);
        Object it = whole;
        for (int i = 0; i < times; i++) it = changed(it);
        @SuppressWarnings("unchecked")
        var broken = (R) it;
        return broken;
    }

    /** What stands elsewhere in the record may turn up where it does not belong. */
    private void gather(Object value) {
        switch (value) {
            case Record record -> {
                around.add(record);
                for (var part : record.getClass().getRecordComponents()) gather(read(part, record));
            }
            case List<?> list -> list.forEach(this::gather);
            case Optional<?> optional -> optional.ifPresent(this::gather);
            case String text -> around.add(text);
            default -> { }
        }
    }

    private Object changed(Object value) {
        return switch (value) {
            case BigDecimal _ -> NUMBERS.get(chance.nextInt(NUMBERS.size()));
            case String text -> text(text);
            case Integer number -> chance.nextBoolean() ? -number : chance.nextInt(-3, 40);
            case Boolean flag -> !flag;
            case Enum<?> constant -> constant.getDeclaringClass().getEnumConstants()[chance.nextInt(constant.getDeclaringClass().getEnumConstants().length)];
            case Optional<?> optional -> optional.isPresent() && chance.nextInt(3) > 0 ? Optional.of(changed(optional.get())) : Optional.empty();
            case List<?> list -> changed(list);
            case Record record -> changed(record);
            default -> value;
        };
    }

    private String text(String text) {
        return switch (chance.nextInt(6)) {
            case 0 -> "";
            case 1 -> "x".repeat(chance.nextInt(700));
            case 2 -> text.isEmpty() ? "?" : text.substring(chance.nextInt(text.length()));
            case 3 -> List.of("if", "cutoff", "\u0000", "𠮷（", "1 +", "((((", "9".repeat(30), "2025-02-30").get(chance.nextInt(8));
            default -> around.stream().filter(String.class::isInstance).map(String.class::cast).skip(chance.nextInt(around.size())).findFirst().orElse(text);
        };
    }

    private List<?> changed(List<?> list) {
        var changed = new ArrayList<Object>(list);
        if (changed.isEmpty()) return changed;
        var at = chance.nextInt(changed.size());
        switch (chance.nextInt(5)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(chance.nextInt(changed.size()), changed.get(at));
            default -> changed.set(at, changed(changed.get(at)));
        }
        return changed;
    }

    /** Another of the same family, or the same with one part changed. */
    private Object changed(Record record) {
        var family = record.getClass().getInterfaces();
        if (family.length > 0 && chance.nextInt(3) == 0) {
            var others = around.stream().filter(family[0]::isInstance).toList();
            return others.get(chance.nextInt(others.size()));
        }
        var parts = record.getClass().getRecordComponents();
        if (parts.length == 0) return record;
        var chosen = chance.nextInt(parts.length);
        var values = new Object[parts.length];
        var types = new Class<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = i == chosen ? changed(read(parts[i], record)) : read(parts[i], record);
            types[i] = parts[i].getType();
        }
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + record.getClass(), e);
        }
    }

    private static Object read(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + part, e);
        }
    }
}
