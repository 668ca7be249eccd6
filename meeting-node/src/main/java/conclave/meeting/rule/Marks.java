package conclave.meeting.rule;

import conclave.meeting.event.Item.Indicator;
import conclave.meeting.event.Item.IndicatorKind;
import conclave.meeting.event.Item.Sheet;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An expert's marks, read against the sheet: every indicator, within its range, on its step. */
public sealed interface Marks {

    record Good(SortedMap<String, BigDecimal> marks, BigDecimal total) implements Marks {
    }

    record Bad(Refusal refusal) implements Marks {
    }

    static Marks read(Sheet sheet, SortedMap<String, String> typed) {
        var marks = new TreeMap<String, BigDecimal>();
        var total = BigDecimal.ZERO;
        var leaves = expertLeaves(sheet.indicators());
        for (var leaf : leaves) {
            var text = typed.get(leaf.code());
            if (text == null || text.isBlank()) return bad(Code.MARK_MISSING, leaf);
            var mark = number(text);
            if (mark.isEmpty()) return new Bad(about(Code.MARK_NOT_A_NUMBER, leaf).with("value", shown(text)));
            var wrong = outside(leaf, mark.get());
            if (wrong.isPresent()) return new Bad(wrong.get());
            marks.put(leaf.code(), mark.get());
            total = total.add(mark.get());
        }
        for (var code : typed.keySet()) {
            if (!marks.containsKey(code)) return new Bad(Refusal.of(Code.MARK_UNKNOWN).with("indicator", shown(code)));
        }
        return new Good(marks, plain(total));
    }

    /** The indicators that experts mark, in the order of the sheet. */
    static List<Indicator> expertLeaves(List<Indicator> indicators) {
        var leaves = new ArrayList<Indicator>();
        for (var indicator : indicators) {
            if (indicator.kind() == IndicatorKind.EXPERT) leaves.add(indicator);
            leaves.addAll(expertLeaves(indicator.children()));
        }
        return leaves;
    }

    private static Optional<Refusal> outside(Indicator leaf, BigDecimal mark) {
        if (mark.compareTo(leaf.min()) < 0 || mark.compareTo(leaf.max()) > 0) {
            return Optional.of(about(Code.MARK_OUT_OF_RANGE, leaf).with("min", leaf.min().toPlainString())
                    .with("max", leaf.max().toPlainString()).with("value", mark.toPlainString()));
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
