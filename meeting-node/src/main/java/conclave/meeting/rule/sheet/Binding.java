package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Condition;
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
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet.Source;
import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.expression.Fault;
import conclave.meeting.rule.expression.Type;
import conclave.meeting.rule.sheet.Finding.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ties what the indicators say to the fields and charts that they mean. What cannot be tied is a finding, and counts nothing. */
final class Binding {

    private final Sheet sheet;
    private final Findings findings;
    private final SheetNames names;
    private final TreeSet<String> indicators = new TreeSet<>();

    Binding(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
        this.names = SheetNames.of(sheet);
        remember(sheet.indicators());
    }

    private void remember(List<Indicator> all) {
        for (var indicator : all) {
            indicators.add(indicator.code());
            indicators.add(indicator.name());
            remember(indicator.children());
        }
    }

    List<Branch> branches() {
        return sheet.indicators().stream().map(this::branch).toList();
    }

    private Branch branch(Indicator it) {
        var counting = it.source().flatMap(source -> counting(it, source));
        var ceiling = it.ceiling().flatMap(text -> expression(it, "ceiling", 0, text, Type.NUMBER, names));
        return new Branch(it, counting, ceiling, it.children().stream().map(this::branch).toList());
    }

    private Optional<Counting> counting(Indicator it, Source source) {
        return switch (source) {
            case Given _ -> Optional.of(it.kind() == Kind.VETO || it.kind() == Kind.ENTRY
                    ? new Counting.GivenHolds(it.code()) : new Counting.GivenPoints(it.code()));
            case Measured measured -> Optional.of(new Counting.MeasuredPoints(figures(it, measured.factors(), names)));
            case Listed listed -> entries(it, listed).map(Counting.ListedPoints::new);
            case Condition condition -> expression(it, "condition", 0, condition.expression(), Type.FLAG, names).map(Counting.ConditionHolds::new);
            case PassRate rate -> {
                if (rate.stage().isBlank()) error(Code.STAGE_MISSING, it, "stage", 0);
                if (rate.times().signum() <= 0) error(Code.TIMES_NOT_POSITIVE, it, "times", 0, "value", rate.times());
                yield Optional.of(new Counting.PassRatePoints(rate));
            }
        };
    }

    private Optional<Entries> entries(Indicator it, Listed listed) {
        var list = sheet.fields().stream().filter(field -> field.type() == FieldType.LIST && called(field, listed.list())).findFirst();
        if (list.isEmpty()) {
            error(Code.UNKNOWN_LIST, it, "list", 0, "name", listed.list());
            return Optional.empty();
        }
        var inside = names.from(list.get());
        var when = listed.when().flatMap(text -> expression(it, "when", 0, text, Type.FLAG, inside));
        var same = listed.same().flatMap(name -> own(it, "same", list.get(), name));
        var category = listed.category().flatMap(name -> own(it, "category", list.get(), name));
        category.filter(field -> field.type() != FieldType.CHOICE)
                .ifPresent(field -> error(Code.FIELD_TYPE, it, "category", 0, "name", field.name(), "type", field.type()));
        if (listed.gathering() == Gathering.WEIGHTED) error(Code.GATHERING_UNFIT, it, "gathering", 0);
        if (listed.gathering() == Gathering.TOP_N && listed.best() <= 0) error(Code.COUNT_MISSING, it, "best", 0, "value", listed.best());
        return Optional.of(new Entries(list.get().code(), when, figures(it, listed.factors(), inside), same.map(Field::code),
                category.map(Field::code), caps(it, listed, category), listed.gathering(), listed.best()));
    }

    private TreeMap<String, BigDecimal> caps(Indicator it, Listed listed, Optional<Field> category) {
        var caps = new TreeMap<String, BigDecimal>();
        if (!listed.limits().isEmpty() && listed.category().isEmpty()) error(Code.LIMITS_WITHOUT_CATEGORY, it, "category", 0);
        for (int i = 0; i < listed.limits().size(); i++) {
            var limit = listed.limits().get(i);
            var unknown = category.isPresent() && !category.get().choices().contains(limit.value());
            if (unknown) error(Code.UNKNOWN_CHOICE, it, "limit", i + 1, "value", limit.value(), "choices", String.join("、", category.get().choices()));
            if (limit.cap().signum() < 0) error(Code.LIMIT_NEGATIVE, it, "limit", i + 1, "value", limit.cap());
            if (caps.put(limit.value(), limit.cap()) != null) error(Code.LIMIT_TWICE, it, "limit", i + 1, "value", limit.value());
        }
        return caps;
    }

    private Optional<Field> own(Indicator it, String aspect, Field list, String name) {
        var field = list.fields().stream().filter(inside -> called(inside, name)).findFirst();
        if (field.isEmpty()) error(Code.UNKNOWN_FIELD, it, aspect, 0, "name", name, "list", list.name());
        return field;
    }

    private static boolean called(Field field, String word) {
        return field.code().equals(word) || field.name().equals(word);
    }

    private List<Figure> figures(Indicator it, List<Factor> factors, SheetNames known) {
        if (factors.isEmpty()) error(Code.FACTORS_MISSING, it, "factor", 0);
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < factors.size(); i++) {
            var row = i + 1;
            switch (factors.get(i)) {
                case Looked looked -> looked(it, row, looked, known).ifPresent(figures::add);
                case Formula formula -> expression(it, "factor", row, formula.expression(), Type.NUMBER, known)
                        .map(Figure::formula).ifPresent(figures::add);
            }
        }
        return figures;
    }

    private Optional<Figure> looked(Indicator it, int row, Looked looked, SheetNames known) {
        var field = known.name(looked.field());
        var table = known.table(looked.chart());
        if (field.isEmpty()) error(Code.UNKNOWN_FIELD, it, "factor", row, "name", looked.field());
        if (table.isEmpty()) error(Code.UNKNOWN_CHART, it, "factor", row, "name", looked.chart());
        if (field.isEmpty() || table.isEmpty()) return Optional.empty();
        if (!table.get().takes(field.get().type())) {
            error(Code.FIELD_TYPE, it, "factor", row, "name", looked.field(), "chart", looked.chart(), "type", field.get().type());
            return Optional.empty();
        }
        table.get().missed(field.get().choices())
                .ifPresent(value -> error(Code.CHART_MISSES, it, "factor", row, "chart", table.get().name(), "value", value));
        return Optional.of(Figure.looked(field.get(), table.get()));
    }

    private Optional<Expression> expression(Indicator it, String aspect, int row, String text, Type wanted, SheetNames known) {
        return switch (Expression.read(text, wanted, known)) {
            case Expression.Reading.Good good -> Optional.of(good.expression());
            case Expression.Reading.Bad bad -> {
                var fault = bad.fault();
                var indicator = fault.cause() == Fault.Cause.UNKNOWN_NAME && indicators.contains(fault.about());
                error(indicator ? Code.REFERS_TO_INDICATOR : Code.EXPRESSION, it, aspect, row, "cause", fault.cause(), "at", fault.at() + 1,
                        "about", fault.about(), "wanted", fault.wanted(), "text", text);
                yield Optional.empty();
            }
        };
    }

    private void error(Code code, Indicator it, String aspect, int row, Object... facts) {
        findings.error(code, Findings.indicator(it.code(), aspect, row), facts);
    }
}
