package conclave.meeting.rule;

import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Sheet.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An expert's marks, read against the sheet: every indicator, within its range, on its step. */
public sealed interface Marks {

    record Good(SortedMap<String, BigDecimal> marks) implements Marks {
    }

    record Bad(Refusal refusal) implements Marks {
    }

    /**
     * @param leaves what is to be marked
     * @param bases what was counted for MIXED indicators, from which experts may move
     */
    public static Marks read(List<Indicator> leaves, SortedMap<String, BigDecimal> bases, SortedMap<String, String> typed) {
        var marks = new TreeMap<String, BigDecimal>();
        for (var leaf : leaves) {
            var text = typed.get(leaf.code());
            if (text == null || text.isBlank()) return bad(Code.MARK_MISSING, leaf);
            var mark = number(text);
            if (mark.isEmpty()) return new Bad(about(Code.MARK_NOT_A_NUMBER, leaf).with("value", shown(text)));
            var wrong = outside(leaf, Span.of(leaf, bases.get(leaf.code())), mark.get());
            if (wrong.isPresent()) return new Bad(wrong.get());
            marks.put(leaf.code(), mark.get());
        }
        for (var code : typed.keySet()) {
            if (!marks.containsKey(code)) return new Bad(Refusal.of(Code.MARK_UNKNOWN).with("indicator", shown(code)));
        }
        return new Good(marks);
    }

    private static Optional<Refusal> outside(Indicator leaf, Span span, BigDecimal mark) {
        if (!span.holds(mark)) {
            return Optional.of(about(Code.MARK_OUT_OF_RANGE, leaf).with("min", span.min().toPlainString())
                    .with("max", span.max().toPlainString()).with("value", mark.toPlainString()));
        }
        var step = leaf.step();
        if (step.isPresent() && mark.subtract(leaf.min()).remainder(step.get()).signum() != 0) {
            return Optional.of(about(Code.MARK_OFF_STEP, leaf).with("step", step.get().toPlainString()).with("value", mark.toPlainString()));
        }
        return Optional.empty();
    }

    /** Plain decimals only: "1e9" is no mark that a person wrote, and would cost a gigabyte to print. */
    private static Optional<BigDecimal> number(String text) {
        if (text.length() > 12) return Optional.empty();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) return Optional.empty();
        }
        try {
            return Optional.of(plain(new BigDecimal(text)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Of marks that were given under another sheet those that this one understands. */
    public static SortedMap<String, String> kept(List<Indicator> leaves, SortedMap<String, BigDecimal> bases, SortedMap<String, String> typed) {
        var kept = new TreeMap<String, String>();
        for (var leaf : leaves) {
            var mark = Optional.ofNullable(typed.get(leaf.code())).flatMap(Marks::number);
            if (mark.isPresent() && outside(leaf, Span.of(leaf, bases.get(leaf.code())), mark.get()).isEmpty()) {
                kept.put(leaf.code(), mark.get().toPlainString());
            }
        }
        return kept;
    }

    /** One form for one number, so that 12.50 and 12.5 are the same mark in the record. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String shown(String text) {
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
    }

    private static Marks bad(Code code, Indicator leaf) {
        return new Bad(about(code, leaf));
    }

    private static Refusal about(Code code, Indicator leaf) {
        return Refusal.of(code).with("indicator", leaf.code()).with("name", leaf.name());
    }
}
