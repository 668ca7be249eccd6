package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Lookup;
import conclave.meeting.rule.sheet.Finding.Code;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Charts: every value has one answer. */
final class ChartsCheck {

    private ChartsCheck() {
    }

    static void check(Sheet sheet, Findings findings) {
        for (var chart : sheet.charts()) {
            switch (chart) {
                case Lookup lookup -> entries(lookup, findings);
                case Bands bands -> bands(bands, findings);
            }
        }
    }

    private static void entries(Lookup lookup, Findings findings) {
        if (lookup.entries().isEmpty()) findings.error(Code.CHART_EMPTY, Findings.chart(lookup.code(), 0), "name", lookup.name());
        var seen = new TreeSet<String>();
        for (int i = 0; i < lookup.entries().size(); i++) {
            var value = lookup.entries().get(i).value();
            if (!seen.add(value)) findings.error(Code.ENTRY_TWICE, Findings.chart(lookup.code(), i + 1), "name", lookup.name(), "value", value);
        }
    }

    /** From the lowest up, each with the next; the place is the row that comes second. */
    private static void bands(Bands chart, Findings findings) {
        if (chart.bands().isEmpty()) findings.error(Code.CHART_EMPTY, Findings.chart(chart.code(), 0), "name", chart.name());
        var bands = chart.bands();
        for (int i = 0; i < bands.size(); i++) {
            if (empty(bands.get(i))) findings.error(Code.BAND_EMPTY, Findings.chart(chart.code(), i + 1), "name", chart.name(), "band", words(bands.get(i)));
        }
        var rows = IntStream.range(0, bands.size()).filter(i -> !empty(bands.get(i))).boxed()
                .sorted(Comparator.comparing((Integer i) -> bands.get(i), ChartsCheck::lower)).toList();
        for (int i = 1, farthest = 0; i < rows.size(); i++) {
            if (farther(bands.get(rows.get(i - 1)), bands.get(rows.get(farthest)))) farthest = i - 1;
            var lower = bands.get(rows.get(farthest));
            var upper = bands.get(rows.get(i));
            var place = Findings.chart(chart.code(), rows.get(i) + 1);
            var between = between(lower, upper);
            if (between < 0) findings.error(Code.BANDS_OVERLAP, place, "name", chart.name(), "lower", words(lower), "upper", words(upper));
            if (between > 0) findings.error(Code.BANDS_GAP, place, "name", chart.name(), "lower", words(lower), "upper", words(upper));
        }
    }

    private static boolean empty(Band band) {
        if (band.from().isEmpty() || band.to().isEmpty()) return false;
        var order = band.from().get().compareTo(band.to().get());
        return order > 0 || order == 0 && !(band.fromIncluded() && band.toIncluded());
    }

    private static int lower(Band one, Band other) {
        var byFrom = one.from().isEmpty() || other.from().isEmpty()
                ? Boolean.compare(one.from().isPresent(), other.from().isPresent()) : one.from().get().compareTo(other.from().get());
        if (byFrom != 0) return byFrom;
        return one.fromIncluded() == other.fromIncluded() ? 0 : one.fromIncluded() ? -1 : 1;
    }

    private static boolean farther(Band one, Band other) {
        if (one.to().isEmpty() || other.to().isEmpty()) return other.to().isPresent();
        var order = one.to().get().compareTo(other.to().get());
        return order > 0 || order == 0 && one.toIncluded() && !other.toIncluded();
    }

    /** Below zero where both hold some number, above zero where neither holds a number between them. */
    private static int between(Band lower, Band upper) {
        if (lower.to().isEmpty() || upper.from().isEmpty()) return -1;
        var order = upper.from().get().compareTo(lower.to().get());
        if (order != 0) return order;
        return lower.toIncluded() == upper.fromIncluded() ? lower.toIncluded() ? -1 : 1 : 0;
    }

    /** As it is written on paper: [75，85). */
    static String words(Band band) {
        return (band.from().isPresent() && band.fromIncluded() ? "[" : "(") + end(band.from()) + "，" + end(band.to())
                + (band.to().isPresent() && band.toIncluded() ? "]" : ")");
    }

    private static String end(Optional<BigDecimal> end) {
        return end.map(Plain::of).orElse("不限");
    }
}
