package conclave.meeting;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet.Adjustment;
import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Condition;
import conclave.meeting.event.Sheet.Entry;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Limit;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Lookup;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Short words for writing sheets and facts in tests. */
public final class SheetWords {

    private SheetWords() {
    }

    public static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    public static Field field(String code, String name, FieldType type) {
        return new Field(code, name, type, false, List.of(), List.of());
    }

    public static Field choice(String code, String name, String... choices) {
        return new Field(code, name, FieldType.CHOICE, false, List.of(choices), List.of());
    }

    public static Field list(String code, String name, Field... fields) {
        return new Field(code, name, FieldType.LIST, false, List.of(), List.of(fields));
    }

    /** {@code "省级 8", "地级 5"}; {@code "* 0.3"} for everything else. */
    public static Lookup lookup(String code, String name, String... rows) {
        var entries = new ArrayList<Entry>();
        var otherwise = Optional.<BigDecimal>empty();
        for (var row : rows) {
            var words = row.split(" ");
            if (words[0].equals("*")) otherwise = Optional.of(n(words[1]));
            else entries.add(new Entry(words[0], n(words[1])));
        }
        return new Lookup(code, name, entries, otherwise);
    }

    /** {@code "[5,8) 3", "[15,) 6"}. */
    public static Bands bands(String code, String name, String... rows) {
        return new Bands(code, name, List.of(rows).stream().map(SheetWords::band).toList());
    }

    public static Band band(String row) {
        var words = row.split(" ");
        var ends = words[0].substring(1, words[0].length() - 1).split(",", -1);
        return new Band(end(ends[0]), words[0].startsWith("["), end(ends[1]), words[0].endsWith("]"), n(words[1]));
    }

    private static Optional<BigDecimal> end(String end) {
        return end.isEmpty() ? Optional.empty() : Optional.of(n(end));
    }

    public static Indicator leaf(String code, String name, Kind kind, String max, Source source) {
        return new Indicator(code, name, name, kind, n("0"), n(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0, Optional.of(source),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Indicator automatic(String code, String name, String max, Source source) {
        return leaf(code, name, Kind.AUTOMATIC, max, source);
    }

    public static Indicator expert(String code, String name, String max) {
        return new Indicator(code, name, name, Kind.EXPERT, n("0"), n(max), Optional.of(n("0.5")), Optional.empty(), Gathering.SUM, 0, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Indicator mixed(String code, String name, String max, String down, String up, Source source) {
        return new Indicator(code, name, name, Kind.MIXED, n("0"), n(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0, Optional.of(source),
                Optional.empty(), Optional.of(new Adjustment(n(down), n(up))), Optional.empty(), List.of());
    }

    public static Indicator group(String code, String name, Kind kind, String max, Gathering gathering, int best, Indicator... children) {
        return new Indicator(code, name, name, kind, n("0"), n(max), Optional.empty(), Optional.empty(), gathering, best, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(children));
    }

    public static Indicator weighing(String weight, Indicator it) {
        return new Indicator(it.code(), it.name(), it.nameEn(), it.kind(), it.min(), it.max(), it.step(), Optional.of(n(weight)), it.gathering(), it.best(),
                it.source(), it.ceiling(), it.adjustment(), it.stage(), it.children());
    }

    public static Indicator below(String ceiling, Indicator it) {
        return new Indicator(it.code(), it.name(), it.nameEn(), it.kind(), it.min(), it.max(), it.step(), it.weight(), it.gathering(), it.best(),
                it.source(), Optional.of(ceiling), it.adjustment(), it.stage(), it.children());
    }

    public static Indicator in(String stage, Indicator it) {
        return new Indicator(it.code(), it.name(), it.nameEn(), it.kind(), it.min(), it.max(), it.step(), it.weight(), it.gathering(), it.best(),
                it.source(), it.ceiling(), it.adjustment(), Optional.of(stage), it.children());
    }

    public static Measured formula(String expression) {
        return new Measured(List.of(new Formula(expression)));
    }

    public static Measured looked(String field, String chart) {
        return new Measured(List.of(new Looked(field, chart)));
    }

    public static Condition condition(String expression) {
        return new Condition(expression);
    }

    public static Listed listed(String list, Factor... factors) {
        return new Listed(list, Optional.empty(), List.of(factors), Optional.empty(), Optional.empty(), List.of(), Gathering.SUM, 0);
    }

    public static Listed best(int best, Listed it) {
        return new Listed(it.list(), it.when(), it.factors(), it.same(), it.category(), it.limits(), Gathering.TOP_N, best);
    }

    public static Listed when(String when, Listed it) {
        return new Listed(it.list(), Optional.of(when), it.factors(), it.same(), it.category(), it.limits(), it.gathering(), it.best());
    }

    public static Listed once(String same, Listed it) {
        return new Listed(it.list(), it.when(), it.factors(), Optional.of(same), it.category(), it.limits(), it.gathering(), it.best());
    }

    /** {@code "实用新型专利 2"}. */
    public static Listed limited(String category, Listed it, String... limits) {
        var caps = List.of(limits).stream().map(limit -> new Limit(limit.split(" ")[0], n(limit.split(" ")[1]))).toList();
        return new Listed(it.list(), it.when(), it.factors(), it.same(), Optional.of(category), caps, it.gathering(), it.best());
    }

    /** Names and values in turn. */
    public static SortedMap<String, String> entry(String... words) {
        var entry = new TreeMap<String, String>();
        for (int i = 0; i + 1 < words.length; i += 2) entry.put(words[i], words[i + 1]);
        return entry;
    }

    @SafeVarargs
    public static Facts with(Facts facts, String list, SortedMap<String, String>... entries) {
        var lists = new TreeMap<>(facts.lists());
        var all = new ArrayList<SortedMap<String, String>>();
        for (var entry : entries) all.add(entry);
        lists.put(list, all);
        return new Facts(facts.values(), lists);
    }

    public static Facts facts(String... words) {
        return new Facts(entry(words), new TreeMap<>());
    }
}
