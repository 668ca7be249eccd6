package conclave.meeting;

import static conclave.meeting.SheetWords.*;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Chart;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sheets as nobody writes them and everybody might, with facts to match; every one of them passes the check. */
public final class RandomSheets {

    private static final List<String> LEVELS = List.of("国家级", "省级", "地级", "县级");
    private final Random chance;
    private int codes;

    /** Seeds that follow one another begin almost alike, unless they are stirred. */
    public RandomSheets(long seed) {
        this.chance = new Random(seed * 0x5851_F42D_4C95_7F2DL);
    }

    public Sheet sheet() {
        codes = 0;
        var roots = new ArrayList<Indicator>();
        for (int i = 1 + chance.nextInt(4); i > 0; i--) roots.add(node(Kind.GROUP, 2));
        if (chance.nextBoolean()) roots.add(node(Kind.BONUS, 1));
        if (chance.nextBoolean()) roots.add(node(Kind.DEDUCTION, 1));
        if (chance.nextBoolean()) roots.add(leaf(code(), "资格", Kind.ENTRY, "0", condition(flag())));
        if (chance.nextBoolean()) roots.add(leaf(code(), "否决", Kind.VETO, "0", chance.nextBoolean() ? condition(flag()) : new Given()));
        var total = n(chance.nextBoolean() ? "1000" : Integer.toString(1 + chance.nextInt(100)));
        return new Sheet("random", 1, "随机赋分表", "Random", Optional.of("2025-12-31"), total, total.add(n("5")), 2, fields(), charts(), roots);
    }

    private String code() {
        return "I" + ++codes;
    }

    private static List<Field> fields() {
        return List.of(field("years_in", "年限", FieldType.NUMBER), field("rate", "比率", FieldType.NUMBER), field("since", "起始日", FieldType.DATE),
                field("fit", "合格", FieldType.FLAG), choice("degree", "学位", "博士", "硕士", "本科"),
                list("works", "成果", choice("level", "级别", LEVELS.toArray(String[]::new)), field("place", "位次", FieldType.NUMBER),
                        field("points", "自报分", FieldType.NUMBER), field("thing", "所属项目", FieldType.KEY)));
    }

    private List<Chart> charts() {
        return List.of(lookup("level_points", "级别分", "国家级 " + chance.nextInt(12), "省级 8", "地级 5.5", "县级 " + chance.nextInt(3)),
                lookup("role", "角色系数", "1 1", "2 0.8", "3 0.65", "* 0.3"), lookup("degree_points", "学位分", "博士 5", "硕士 4", "* 0"),
                bands("rate_points", "比率分", "[0,1] 6", "(1,2] 4", "(2,50) 1.25"));
    }

    private Indicator node(Kind kind, int depth) {
        var many = 1 + chance.nextInt(3);
        if (depth == 0 || depth < 2 && chance.nextInt(3) == 0) return scored(kind == Kind.GROUP ? one(Kind.AUTOMATIC, Kind.AUTOMATIC, Kind.EXPERT, Kind.MIXED) : kind);
        var gathering = one(Gathering.values());
        var children = new ArrayList<Indicator>();
        for (int i = 0; i < many; i++) {
            var child = node(kind, depth - 1);
            children.add(gathering == Gathering.WEIGHTED ? weighing("0." + (1 + chance.nextInt(9)), child) : child);
        }
        var group = group(code(), "分类", kind, max(), gathering, gathering == Gathering.TOP_N ? 1 + chance.nextInt(3) : 0, children.toArray(Indicator[]::new));
        return chance.nextInt(5) == 0 ? below("rate", group) : group;
    }

    private String max() {
        return chance.nextInt(20) + one(".5", ".25", "", "");
    }

    private Indicator scored(Kind kind) {
        var code = code();
        if (kind == Kind.EXPERT) return expert(code, "评分", Integer.toString(1 + chance.nextInt(20)));
        var it = kind == Kind.MIXED ? mixed(code, "先计后评", max(), "2", "1.5", source(kind)) : leaf(code, "计分", kind, max(), source(kind));
        return chance.nextInt(4) == 0 ? below(one("rate", "12.345", "years_in / 3"), it) : it;
    }

    private Source source(Kind kind) {
        return switch (chance.nextInt(kind == Kind.MIXED ? 5 : 6)) {
            case 0 -> formula(number());
            case 1 -> looked("degree", one("degree_points"));
            case 2 -> looked("rate", "rate_points");
            case 3 -> new Given();
            case 4 -> works();
            default -> new PassRate("vote", n("2"));
        };
    }

    public Listed works() {
        var factors = new Factor[1 + chance.nextInt(2)];
        factors[0] = chance.nextBoolean() ? new Looked("level", "level_points") : new Formula(one("points", "points / 3", "points * years_in", "points - 2"));
        if (factors.length > 1) factors[1] = chance.nextBoolean() ? new Looked("place", "role") : new Formula("if(known(thing), role(place), 0.5)");
        var it = listed("works", factors);
        if (chance.nextInt(3) == 0) it = when(one("level != \"县级\"", "place <= 3", "known(points) and fit"), it);
        if (chance.nextInt(2) == 0) it = once("thing", it);
        if (chance.nextInt(2) == 0) it = limited("level", it, "省级 " + chance.nextInt(9), "县级 2.5");
        return switch (chance.nextInt(3)) {
            case 0 -> it;
            case 1 -> best(1 + chance.nextInt(4), it);
            default -> new Listed(it.list(), it.when(), it.factors(), it.same(), it.category(), it.limits(), Gathering.MAX, 0);
        };
    }

    private String number() {
        return one("years_in", "rate * 1.5 - 3", "years(since, cutoff)", "(years_in - 60) * 0.25", "if(fit, 3, rate / 7)", "25 * min(rate / years_in, 1)",
                "sum(works, points) / 3", "count(works, level in (\"省级\", \"国家级\"))", "max(rate, years_in) / 0", "rate_points(rate) * role(years_in)");
    }

    private String flag() {
        return one("fit", "not fit", "rate < 1", "years(since, cutoff) >= 5 or fit", "degree in (\"博士\", \"硕士\")", "count(works, place == 1) > 0");
    }

    /** What a form says, with things left out, and never malformed. */
    public Facts facts() {
        var values = new TreeMap<String, String>();
        if (often()) values.put("years_in", Integer.toString(chance.nextInt(90)));
        if (often()) values.put("rate", BigDecimal.valueOf(chance.nextInt(6000), 2).toPlainString());
        if (often()) values.put("since", "20" + (10 + chance.nextInt(15)) + "-0" + (1 + chance.nextInt(9)) + "-15");
        if (often()) values.put("fit", one("是", "否", "true", "false"));
        if (often()) values.put("degree", one("博士", "硕士", "本科"));
        var works = new ArrayList<SortedMap<String, String>>();
        for (int i = chance.nextInt(7); i > 0; i--) works.add(work());
        var lists = new TreeMap<String, List<SortedMap<String, String>>>();
        if (!works.isEmpty()) lists.put("works", works);
        return new Facts(values, lists);
    }

    /** A thing is of one level, wherever it is entered. */
    public SortedMap<String, String> work() {
        var work = new TreeMap<String, String>();
        var thing = chance.nextInt(6);
        if (often()) work.put("level", LEVELS.get(thing % LEVELS.size()));
        if (often()) work.put("place", Integer.toString(1 + chance.nextInt(7)));
        if (often()) work.put("points", BigDecimal.valueOf(chance.nextInt(-100, 900), 2).toPlainString());
        if (work.containsKey("level") && thing < 5) work.put("thing", "P" + thing);
        return work;
    }

    public SortedMap<String, BigDecimal> given(List<String> codes) {
        var given = new TreeMap<String, BigDecimal>();
        for (var code : codes) if (often()) given.put(code, BigDecimal.valueOf(chance.nextInt(-50, 2000), 2));
        return given;
    }

    private boolean often() {
        return chance.nextInt(8) > 0;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[chance.nextInt(of.length)];
    }
}
