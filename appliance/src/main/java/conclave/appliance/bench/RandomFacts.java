package conclave.appliance.bench;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Forms filled in by chance, as the fields of a sheet allow: lists of up to eight entries. */
final class RandomFacts {

    private static final int LONGEST_LIST = 8;

    private final Random chance;

    private RandomFacts(Random chance) {
        this.chance = chance;
    }

    static List<Facts> of(Sheet sheet, int applicants, long seed) {
        var random = new RandomFacts(new Random(seed * 7919 + 17));
        return IntStream.range(0, applicants).mapToObj(_ -> random.facts(sheet)).toList();
    }

    private Facts facts(Sheet sheet) {
        var lists = new TreeMap<String, List<SortedMap<String, String>>>();
        for (var field : sheet.fields()) {
            if (field.type() == FieldType.LIST) lists.put(field.code(), entries(field));
        }
        return new Facts(values(sheet.fields()), lists);
    }

    private List<SortedMap<String, String>> entries(Field list) {
        return IntStream.range(0, chance.nextInt(LONGEST_LIST + 1)).<SortedMap<String, String>>mapToObj(_ -> values(list.fields())).toList();
    }

    private TreeMap<String, String> values(List<Field> fields) {
        var values = new TreeMap<String, String>();
        for (var field : fields) {
            switch (field.type()) {
                case NUMBER -> values.put(field.code(), Integer.toString(1 + chance.nextInt(12)));
                case CHOICE -> values.put(field.code(), field.choices().get(chance.nextInt(field.choices().size())));
                case DATE -> values.put(field.code(), (2005 + chance.nextInt(18)) + "-06-30");
                case FLAG -> values.put(field.code(), chance.nextInt(10) == 0 ? "是" : "否");
                case KEY -> values.put(field.code(), "P" + chance.nextInt(5));
                case LIST -> { }
            }
        }
        return values;
    }
}
