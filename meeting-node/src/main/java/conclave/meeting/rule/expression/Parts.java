package conclave.meeting.rule.expression;

import conclave.meeting.rule.expression.Fault.Cause;
import conclave.meeting.rule.expression.Names.Table;
import conclave.meeting.rule.expression.Remark.Kind;
import conclave.meeting.rule.expression.Value.Absent;
import conclave.meeting.rule.expression.Value.Day;
import conclave.meeting.rule.expression.Value.Flag;
import conclave.meeting.rule.expression.Value.Number;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Puts parts together where their types allow it, and keeps the first fault. What is made of something ABSENT is ABSENT. */
final class Parts {

    private Optional<Fault> fault = Optional.empty();

    Optional<Fault> fault() {
        return fault;
    }

    Part fail(int at, Cause cause, String about, String wanted) {
        if (fault.isEmpty()) fault = Optional.of(new Fault(at, cause, about, wanted));
        return new Part(Type.NUMBER, at, (_, _) -> Absent.ABSENT);
    }

    /** A day is written in quotes; it is one where one is wanted. */
    Part wanted(Part part, Type type) {
        if (part.type() == type) return part;
        if (type != Type.DATE || part.literal().isEmpty()) return fail(part.at(), Cause.WRONG_TYPE, part.type().name(), type.name());
        try {
            var day = new Day(LocalDate.parse(part.literal().get()));
            return new Part(Type.DATE, part.at(), (_, _) -> day);
        } catch (DateTimeParseException _) {
            return fail(part.at(), Cause.WRONG_TYPE, part.literal().get(), type.name());
        }
    }

    Part turned(Part part, Type from, Type to, UnaryOperator<Value> how) {
        var node = wanted(part, from).node();
        return new Part(to, part.at(), (here, said) -> {
            var value = node.in(here, said);
            return value == Absent.ABSENT ? value : how.apply(value);
        });
    }

    Part paired(Part left, Part right, Type from, Type to, BinaryOperator<Value> how) {
        var one = wanted(left, from).node();
        var other = wanted(right, from).node();
        return new Part(to, left.at(), (here, said) -> {
            var a = one.in(here, said);
            var b = other.in(here, said);
            return a == Absent.ABSENT || b == Absent.ABSENT ? Absent.ABSENT : bounded(how.apply(a, b), said);
        });
    }

    Part counted(Part left, Part right, BinaryOperator<Fraction> how) {
        return paired(left, right, Type.NUMBER, Type.NUMBER, (a, b) -> new Number(how.apply(((Number) a).it(), ((Number) b).it())));
    }

    Part divided(Part left, Part right) {
        var by = new Part(right.type(), right.at(), (here, said) -> {
            var value = right.node().in(here, said);
            if (value instanceof Number n && n.it().over().signum() == 0) said.add(new Remark(Kind.DIVIDED_BY_ZERO, "", value, Fraction.ZERO));
            return value;
        });
        return counted(left, by, Fraction::dividedBy);
    }

    Part compared(Part left, Part right, String sign) {
        var type = left.literal().isPresent() ? right.type() : left.type();
        var equality = sign.equals("==") || sign.equals("!=");
        if (type == Type.LIST || !equality && type != Type.NUMBER && type != Type.DATE) return fail(left.at(), Cause.WRONG_TYPE, type.name(), "NUMBER");
        chosen(left, right);
        chosen(right, left);
        return paired(left, right, type, Type.FLAG, (a, b) -> new Flag(holds(sign, Value.order(a, b))));
    }

    private static boolean holds(String sign, int order) {
        return order == 0 ? sign.endsWith("=") && !sign.equals("!=") : sign.equals("!=") || sign.startsWith(order < 0 ? "<" : ">");
    }

    private void chosen(Part field, Part text) {
        text.literal().filter(it -> !field.choices().isEmpty() && !field.choices().contains(it))
                .ifPresent(it -> fail(text.at(), Cause.UNKNOWN_CHOICE, it, String.join("、", field.choices())));
    }

    /** Known from one side alone where that side settles it. */
    Part joined(Part left, Part right, boolean settles) {
        var one = wanted(left, Type.FLAG).node();
        var other = wanted(right, Type.FLAG).node();
        return new Part(Type.FLAG, left.at(), (here, said) -> {
            var a = one.in(here, said);
            if (a instanceof Flag f && f.it() == settles) return a;
            var b = other.in(here, said);
            return b instanceof Flag f && f.it() == settles || a instanceof Flag ? b : Absent.ABSENT;
        });
    }

    Part chosen(Part when, Part then, Part otherwise) {
        var condition = wanted(when, Type.FLAG).node();
        var other = wanted(otherwise, then.type());
        if (then.type() == Type.LIST) fail(then.at(), Cause.WRONG_TYPE, then.type().name(), "NUMBER");
        return new Part(then.type(), when.at(), (here, said) -> condition.in(here, said) instanceof Flag f
                ? (f.it() ? then : other).node().in(here, said) : Absent.ABSENT);
    }

    /** Of each entry for which it can be told. */
    Part summed(String list, Part each) {
        return new Part(Type.NUMBER, each.at(), (here, said) -> {
            Value sum = Value.of(0);
            for (var entry : here.entries(list)) {
                if (each.node().in(entry, said) instanceof Number n && sum instanceof Number m) sum = bounded(new Number(m.it().plus(n.it())), said);
            }
            return sum;
        });
    }

    Part lookedUp(Table table, Part by) {
        if (!table.takes(by.type())) return fail(by.at(), Cause.WRONG_TYPE, by.type().name(), table.name());
        table.missed(by.literal().map(List::of).orElse(by.choices())).ifPresent(it -> fail(by.at(), Cause.TABLE_MISSES, it, table.name()));
        return new Part(Type.NUMBER, by.at(), (here, said) -> {
            var value = by.node().in(here, said);
            return value == Absent.ABSENT ? value : new Number(table.told(value, said));
        });
    }

    private static Value bounded(Value value, List<Remark> said) {
        if (!(value instanceof Number n) || !n.it().tooLong()) return value;
        said.add(new Remark(Kind.TOO_LONG, "", Absent.ABSENT, Fraction.ZERO));
        return Absent.ABSENT;
    }
}
