package conclave.meeting.rule.expression;

import conclave.meeting.rule.expression.Value.Absent;
import conclave.meeting.rule.expression.Value.Day;
import conclave.meeting.rule.expression.Value.Flag;
import conclave.meeting.rule.expression.Value.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A little form with a list and a chart, for expressions to speak of. */
final class TestForm implements Names, Situation {

    private static final Map<String, Long> GRADES = new TreeMap<>(Map.of("A", 5L, "B", 2L));
    private static final Names INSIDE = new Names() {
        @Override
        public Optional<Name> name(String word) {
            return switch (word) {
                case "level" -> Optional.of(new Name(word, Type.TEXT, List.of("A", "B"), Optional.empty()));
                case "points", "absent" -> Optional.of(new Name(word, Type.NUMBER, List.of(), Optional.empty()));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Table> table(String word) {
            return Optional.empty();
        }
    };

    private final Map<String, Value> values;
    private final List<TestForm> entries;

    TestForm() {
        this(new TreeMap<>(Map.of("age", Value.of(42), "degree", new Text("硕士"), "born", new Day(LocalDate.parse("1979-06-15")),
                "fit", new Flag(true), "level2", new Text("B"), "key", new Text("P1"))), List.of(entry("A", 1), entry("A", 2), entry("B", 3)));
    }

    private TestForm(Map<String, Value> values, List<TestForm> entries) {
        this.values = values;
        this.entries = entries;
    }

    private static TestForm entry(String level, long points) {
        return new TestForm(new TreeMap<>(Map.of("level", new Text(level), "points", Value.of(points), "age", Value.of(42))), List.of());
    }

    @Override
    public Optional<Name> name(String word) {
        return Optional.ofNullable(switch (word) {
            case "age", "missing" -> new Name(word, Type.NUMBER, List.of(), Optional.empty());
            case "degree", "学历" -> new Name("degree", Type.TEXT, List.of("博士", "硕士"), Optional.empty());
            case "level2" -> new Name(word, Type.TEXT, List.of("A", "B"), Optional.empty());
            case "unknown" -> new Name(word, Type.TEXT, List.of("A"), Optional.empty());
            case "key" -> new Name(word, Type.TEXT, List.of(), Optional.empty());
            case "born", "day" -> new Name(word, Type.DATE, List.of(), Optional.empty());
            case "fit" -> new Name(word, Type.FLAG, List.of(), Optional.empty());
            case "works", "nothing" -> new Name(word, Type.LIST, List.of(), Optional.of(INSIDE));
            default -> null;
        });
    }

    @Override
    public Optional<Table> table(String word) {
        return word.equals("grade") || word.equals("等级分") ? Optional.of(new Grades()) : Optional.empty();
    }

    @Override
    public Value value(String code) {
        return values.getOrDefault(code, Absent.ABSENT);
    }

    @Override
    public List<? extends Situation> entries(String list) {
        return list.equals("works") ? entries : List.of();
    }

    private static final class Grades implements Table {
        @Override
        public String name() {
            return "等级分";
        }

        @Override
        public boolean takes(Type type) {
            return type == Type.TEXT;
        }

        @Override
        public Optional<String> missed(List<String> choices) {
            return choices.isEmpty() ? Optional.of("") : choices.stream().filter(choice -> !GRADES.containsKey(choice)).findFirst();
        }

        @Override
        public Fraction told(Value value, List<Remark> said) {
            var found = Fraction.of(GRADES.getOrDefault(((Text) value).it(), 0L));
            said.add(new Remark(Remark.Kind.LOOKED_UP, name(), value, found));
            return found;
        }
    }
}
