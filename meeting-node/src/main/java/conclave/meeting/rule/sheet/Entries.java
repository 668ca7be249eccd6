package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Remark;
import conclave.meeting.rule.expression.Value;
import conclave.meeting.rule.expression.Value.Absent;
import conclave.meeting.rule.sheet.Step.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries of a list: those for which {@code when} holds; of one thing the highest; of one category up to its cap, the
 * highest first; and of what remains all, the best, or the best so many. In which order they were written down changes nothing.
 */
record Entries(String list, Optional<Expression> when, List<Figure> figures, Optional<String> same, Optional<String> category,
               SortedMap<String, BigDecimal> caps, Gathering gathering, int best) {

    /** An entry on its way: what it is worth, what of it counts so far, and what became of it. */
    private static final class Candidate {
        private final int number;
        private final Form form;
        private final List<Step> within = new ArrayList<>(2);
        private What fate = What.ENTRY;
        private String because = "";
        private Fraction worth = Fraction.ZERO;
        private Fraction counted = Fraction.ZERO;

        private Candidate(int number, Form form) {
            this.number = number;
            this.form = form;
        }

        private boolean drop(What why, String because) {
            fate = why;
            this.because = because;
            counted = Fraction.ZERO;
            return true;
        }

        private Step step() {
            return new Step(fate, number, because, "", worth, counted, within);
        }
    }

    private static final Comparator<Candidate> HIGHEST = Comparator.<Candidate, Fraction>comparing(candidate -> candidate.counted).reversed();

    List<Step> steps(Form form) {
        var all = new ArrayList<Candidate>();
        for (var entry : form.entries(list)) all.add(new Candidate(all.size() + 1, entry));
        if (all.isEmpty()) return List.of(Step.of(What.NO_ENTRIES, list, Fraction.ZERO, Fraction.ZERO));
        var left = new ArrayList<>(all);
        left.removeIf(this::filtered);
        left.forEach(this::value);
        if (same.isPresent()) dropTheSame(left);
        if (category.isPresent()) cap(left);
        choose(left);
        return all.stream().map(Candidate::step).toList();
    }

    private boolean filtered(Candidate candidate) {
        if (when.isEmpty()) return false;
        var said = new ArrayList<Remark>();
        if (when.get().value(candidate.form, said) instanceof Value.Flag flag && flag.it()) return false;
        candidate.within.addAll(Figure.steps(said));
        return candidate.drop(What.ENTRY_FILTERED, when.get().text());
    }

    private void value(Candidate candidate) {
        candidate.worth = Figure.product(figures, candidate.form, candidate.within).max(Fraction.ZERO);
        candidate.counted = candidate.worth;
    }

    /** Of equal worth the one that no cap will cut, so that the order of the form decides nothing. */
    private void dropTheSame(List<Candidate> left) {
        var firsts = new TreeMap<String, Candidate>();
        left.sort(HIGHEST.thenComparing(this::capped).thenComparing(this::category).thenComparing(candidate -> candidate.number));
        left.removeIf(candidate -> {
            var key = candidate.form.value(same.orElseThrow());
            if (key == Absent.ABSENT) return false;
            var first = firsts.putIfAbsent(Plain.of(key), candidate);
            return first != null && candidate.drop(What.ENTRY_SAME, String.valueOf(first.number));
        });
    }

    private void cap(List<Candidate> left) {
        var rest = new TreeMap<String, Fraction>();
        caps.forEach((value, cap) -> rest.put(value, Fraction.of(cap)));
        left.sort(HIGHEST.thenComparing(candidate -> candidate.number));
        for (var candidate : left) {
            var kind = category(candidate);
            if (!rest.containsKey(kind)) continue;
            candidate.counted = candidate.worth.min(rest.get(kind)).max(Fraction.ZERO);
            rest.put(kind, rest.get(kind).minus(candidate.counted).settled());
            if (candidate.counted.compareTo(candidate.worth) == 0) continue;
            candidate.fate = What.ENTRY_LIMITED;
            candidate.because = kind;
        }
    }

    private void choose(List<Candidate> left) {
        var places = switch (gathering) {
            case SUM, WEIGHTED -> left.size();
            case MAX -> 1;
            case TOP_N -> best;
        };
        left.sort(HIGHEST.thenComparing(candidate -> candidate.number));
        left.stream().skip(places).forEach(candidate -> candidate.drop(What.ENTRY_BEYOND, String.valueOf(places)));
    }

    private String category(Candidate candidate) {
        return category.map(code -> Plain.of(candidate.form.value(code))).orElse("");
    }

    private boolean capped(Candidate candidate) {
        return caps.containsKey(category(candidate));
    }
}
