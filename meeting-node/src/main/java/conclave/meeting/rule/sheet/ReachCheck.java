package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Chart;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Lookup;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.rule.sheet.Finding.Code;
import conclave.meeting.rule.sheet.Finding.Place;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether maxima and what stands below them fit: a maximum that nobody can reach, or that will cut, is asked about. */
final class ReachCheck {

    private final Sheet sheet;
    private final Findings findings;

    private ReachCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    static void check(Sheet sheet, Findings findings) {
        var check = new ReachCheck(sheet, findings);
        sheet.indicators().forEach(check::indicator);
        var parts = sheet.indicators().stream()
                .filter(it -> Caps.scores(it) && it.kind() != Kind.BONUS && it.kind() != Kind.DEDUCTION).map(Indicator::max).toList();
        if (!parts.isEmpty()) check.compare(Findings.sheet("total"), Caps.sum(parts), sheet.total());
    }

    private void indicator(Indicator it) {
        var reach = it.children().isEmpty() ? ofLeaf(it) : Caps.reach(it);
        reach.ifPresent(most -> compare(Findings.indicator(it.code(), "max", 0), most, it.max()));
        if (Caps.bind(it) && Caps.anyMarked(it) && Caps.anyCounted(it)) findings.warning(Code.COUNTED_TOGETHER, Findings.indicator(it.code(), "gathering", 0));
        it.children().forEach(this::indicator);
    }

    private void compare(Place place, BigDecimal reach, BigDecimal max) {
        var order = reach.compareTo(max);
        if (order < 0) findings.warning(Code.CANNOT_REACH, place, "reach", reach, "max", max);
        if (order > 0) findings.warning(Code.ABOVE_MAX, place, "reach", reach, "max", max);
    }

    /** Only where charts alone decide; what a formula can give is not guessed. */
    private Optional<BigDecimal> ofLeaf(Indicator it) {
        if (!(it.source().orElse(null) instanceof Measured measured) || measured.factors().isEmpty()) return Optional.empty();
        var most = BigDecimal.ONE;
        for (var factor : measured.factors()) {
            var chart = chart(factor);
            if (chart.isEmpty()) return Optional.empty();
            most = most.multiply(ChartTable.of(chart.get()).most());
        }
        return Optional.of(most);
    }

    private Optional<Chart> chart(Factor factor) {
        if (!(factor instanceof Looked looked)) return Optional.empty();
        return sheet.charts().stream().filter(chart -> switch (chart) {
            case Lookup it -> it.code().equals(looked.chart()) || it.name().equals(looked.chart());
            case Bands it -> it.code().equals(looked.chart()) || it.name().equals(looked.chart());
        }).findFirst();
    }
}
