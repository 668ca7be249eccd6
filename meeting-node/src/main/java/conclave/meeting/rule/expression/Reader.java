package conclave.meeting.rule.expression;

import conclave.meeting.rule.expression.Expression.Node;
import conclave.meeting.rule.expression.Fault.Cause;
import conclave.meeting.rule.expression.Names.Name;
import conclave.meeting.rule.expression.Remark.Kind;
import conclave.meeting.rule.expression.Value.Absent;
import conclave.meeting.rule.expression.Value.Day;
import conclave.meeting.rule.expression.Value.Flag;
import conclave.meeting.rule.expression.Value.Number;
import conclave.meeting.rule.expression.Value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads words into parts. After the first fault every word is the last one, so that all that is under way comes back by itself. */
final class Reader {

    static final List<String> WORDS = List.of("and", "or", "not", "in", "且", "或", "非", "true", "false", "if", "min", "max", "floor", "abs", "years",
            "months", "year", "known", "count", "sum");
    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 18;

    private final List<Word> words;
    private final ArrayList<Names> names = new ArrayList<>();
    private final Parts parts = new Parts();
    private int next;
    private int depth;

    Reader(List<Word> words, Names names) {
        this.words = words;
        this.names.add(names);
    }

    Optional<Fault> fault() {
        return parts.fault();
    }

    Node whole(Type wanted) {
        var whole = parts.wanted(either(), wanted);
        if (word().kind() != Word.Kind.END) unexpected();
        return whole.node();
    }

    private Part either() {
        return deeper(() -> {
            var left = both();
            while (took("or", "或")) left = parts.joined(left, both(), true);
            return left;
        });
    }

    private Part both() {
        var left = denied();
        while (took("and", "且")) left = parts.joined(left, denied(), false);
        return left;
    }

    private Part denied() {
        return took("not", "非")
                ? deeper(() -> parts.turned(denied(), Type.FLAG, Type.FLAG, it -> new Flag(!((Flag) it).it()))) : compared();
    }

    /** The left side of an "in" is computed for each on its right; with others inside, a few of them would never come to an end. */
    private Part compared() {
        var from = next;
        var left = added();
        if (word().is("in") && words.subList(from, next).stream().anyMatch(it -> it.is("in"))) parts.fail(word().at(), Cause.TOO_DEEP, "", "");
        if (took("in")) return among(left);
        var sign = word().text();
        return took("==", "!=", "<", "<=", ">", ">=") ? parts.compared(left, added(), sign) : left;
    }

    private Part among(Part left) {
        expect("(");
        var any = parts.compared(left, added(), "==");
        while (took(",")) any = parts.joined(any, parts.compared(left, added(), "=="), true);
        expect(")");
        return any;
    }

    private Part added() {
        var left = multiplied();
        while (word().is("+", "-")) left = parts.counted(left, take().is("+") ? multiplied() : number(multiplied(), Fraction.ZERO::minus), Fraction::plus);
        return left;
    }

    private Part multiplied() {
        var left = signed();
        while (word().is("*", "/")) left = take().is("*") ? parts.counted(left, signed(), Fraction::times) : parts.divided(left, signed());
        return left;
    }

    private Part signed() {
        return took("-") ? deeper(() -> number(signed(), Fraction.ZERO::minus)) : single();
    }

    private Part single() {
        var word = take();
        return switch (word.kind()) {
            case NUMBER -> number(word);
            case TEXT -> new Part(Type.TEXT, (_, _) -> new Text(word.text()), word.at(), List.of(), Optional.of(word.text()));
            case NAME -> took("(") ? closed(called(word)) : named(word);
            case SIGN -> word.is("(") ? closed(either()) : parts.fail(word.at(), Cause.NOT_EXPECTED, word.text(), "");
            case END -> parts.fail(word.at(), Cause.UNFINISHED, "", "");
        };
    }

    private Part number(Word word) {
        if (word.text().length() > LONGEST_NUMBER) return parts.fail(word.at(), Cause.NUMBER_TOO_LONG, word.text(), "");
        if (!word.text().matches("[0-9]+([.][0-9]+)?")) return parts.fail(word.at(), Cause.NOT_EXPECTED, word.text(), "");
        var value = new Number(Fraction.of(new BigDecimal(word.text())));
        return new Part(Type.NUMBER, word.at(), (_, _) -> value);
    }

    private Part named(Word word) {
        if (word.is("true", "false")) return new Part(Type.FLAG, word.at(), (_, _) -> new Flag(word.is("true")));
        var name = name(word);
        return new Part(name.type(), (here, said) -> {
            var value = here.value(name.code());
            said.add(new Remark(value == Absent.ABSENT ? Kind.ABSENT : Kind.READ, name.code(), value, Fraction.ZERO));
            return value;
        }, word.at(), name.choices(), Optional.empty());
    }

    private Name name(Word word) {
        var name = names.reversed().stream().flatMap(known -> known.name(word.text()).stream()).findFirst();
        if (name.isEmpty()) parts.fail(word.at(), WORDS.contains(word.text()) ? Cause.NOT_EXPECTED : Cause.UNKNOWN_NAME, word.text(), "");
        return name.orElse(new Name("", Type.NUMBER, List.of(), Optional.empty()));
    }

    private Part called(Word word) {
        return switch (word.text()) {
            case "if" -> parts.chosen(either(), after(), after());
            case "min" -> all(Fraction::min);
            case "max" -> all(Fraction::max);
            case "floor" -> number(either(), it -> Fraction.of(it.rounded(0, RoundingMode.FLOOR)));
            case "abs" -> number(either(), it -> it.max(Fraction.ZERO.minus(it)));
            case "years" -> span(ChronoUnit.YEARS);
            case "months" -> span(ChronoUnit.MONTHS);
            case "year" -> parts.turned(either(), Type.DATE, Type.NUMBER, day -> Value.of(((Day) day).it().getYear()));
            case "known" -> known(name(take()));
            case "count" -> listed(Type.FLAG);
            case "sum" -> listed(Type.NUMBER);
            case String other -> names.getFirst().table(other).map(table -> parts.lookedUp(table, either()))
                    .orElseGet(() -> parts.fail(word.at(), Cause.UNKNOWN_FUNCTION, other, ""));
        };
    }

    private Part number(Part part, UnaryOperator<Fraction> how) {
        return parts.turned(part, Type.NUMBER, Type.NUMBER, it -> new Number(how.apply(((Number) it).it())));
    }

    private Part after() {
        expect(",");
        return either();
    }

    private Part all(BinaryOperator<Fraction> how) {
        var left = parts.wanted(either(), Type.NUMBER);
        while (took(",")) left = parts.counted(left, either(), how);
        return left;
    }

    private Part span(ChronoUnit unit) {
        return parts.paired(either(), after(), Type.DATE, Type.NUMBER, (from, to) -> Value.of(unit.between(((Day) from).it(), ((Day) to).it())));
    }

    private Part known(Name name) {
        return new Part(Type.FLAG, word().at(), (here, _) -> new Flag(name.type() == Type.LIST
                ? !here.entries(name.code()).isEmpty() : here.value(name.code()) != Absent.ABSENT));
    }

    /** Entry by entry. Lists do not nest, so that the work stays in proportion to the facts. */
    private Part listed(Type wanted) {
        var word = take();
        var list = name(word);
        if (list.inside().isEmpty()) return parts.fail(word.at(), Cause.NOT_A_LIST, word.text(), "");
        if (names.size() > 1) return parts.fail(word.at(), Cause.LIST_IN_LIST, word.text(), "");
        names.add(list.inside().get());
        var each = parts.wanted(after(), wanted);
        names.removeLast();
        return parts.summed(list.code(), wanted == Type.NUMBER ? each
                : new Part(Type.NUMBER, each.at(), (here, said) -> Value.of(each.node().in(here, said) instanceof Flag f && f.it() ? 1 : 0)));
    }

    private Part deeper(Supplier<Part> what) {
        if (++depth > DEEPEST) parts.fail(word().at(), Cause.TOO_DEEP, "", "");
        var part = what.get();
        depth--;
        return part;
    }

    private Part closed(Part part) {
        expect(")");
        return part;
    }

    private Word word() {
        return fault().isPresent() ? words.getLast() : words.get(next);
    }

    private Word take() {
        var word = word();
        if (word.kind() != Word.Kind.END) next++;
        return word;
    }

    private boolean took(String... any) {
        return word().is(any) && take() != null;
    }

    private void expect(String sign) {
        if (!took(sign)) unexpected();
    }

    private void unexpected() {
        parts.fail(word().at(), word().kind() == Word.Kind.END ? Cause.UNFINISHED : Cause.NOT_EXPECTED, word().text(), "");
    }
}
